// The figures of the screens after real work: late records, records that were mended, moved, taken away and brought back, a
// period that was locked. What phones and server say is what counting the plain records by hand gives.

import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { readLastSessions, readFigures as readOnPhone } from '../../src/client/store/figures.ts'
import { getRecord, listRecords } from '../../src/client/store/read.ts'
import type { Shown } from '../../src/client/store/shown.ts'
import { dateToDay } from '../../src/model/civil-date.ts'
import type { Unit } from '../../src/model/unit.ts'
import { adjustment, type KeptFigures } from '../../src/programme/adjustment.ts'
import type { Figures } from '../../src/programme/figures.ts'
import { evaluate } from '../../src/programme/indicator.ts'
import type { Pack } from '../../src/programme/pack.ts'
import { type Dates, type PeriodRule, periodNumbered } from '../../src/programme/period.ts'
import { listFeeds } from '../../src/server/database/query/feed.ts'
import { lastSessionsBetween } from '../../src/server/database/query/last-session.ts'
import { createPlaceBook } from '../../src/server/places.ts'
import { practiceData } from '../../src/server/practice/data.ts'
import { openPractice } from '../../src/server/practice/open.ts'
import { readFigures as readOnServer } from '../../src/server/summary/figures.ts'
import { officialUnits } from '../../src/server/units.ts'
import { expectCounted } from '../fixture/asked.ts'
import { bruteForce, type Loose } from '../fixture/brute-force.ts'
import { type FieldPhone, fieldPhone } from '../fixture/field-phone.ts'
import { isWhole, noteFigure, times } from '../fixture/figure.ts'
import { aLuoi1, aLuoi2, hue, land } from '../fixture/land.ts'
import { figuresOn, LOCKED, type OfficeWorld, officeWorld, phonesOf, TODAY } from '../fixture/office-world.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { lastMonths, screensOf } from '../fixture/screen-figures.ts'
import { serverFixture } from '../fixture/server.ts'
import { slowScreens, slowSums } from '../fixture/slow-screens.ts'

/** All of them with LAN_TOA_FAULTS=whole. The last one is another in every run. */
const WORLDS = times(4, 200)
const official = land.filter(({ id }) => [hue, aLuoi1, aLuoi2].includes(id))
const asOf = dateToDay(TODAY) * 86_400_000

interface Source {
  whose: string
  areas: readonly string[]
  figures: (area: string) => Promise<Figures>
  last: ReadonlyMap<string, string>
}

type Looked = Pick<OfficeWorld, 'server' | 'collaborator' | 'officials' | 'office' | 'records'>

async function sourcesOf(world: Looked): Promise<Source[]> {
  const { server, collaborator, officials, office } = world
  const [east, west] = officials
  const phones = [
    { whose: 'the office', phone: office, areas: [hue, aLuoi1, aLuoi2] },
    { whose: 'the first official', phone: east, areas: [aLuoi1] },
    { whose: 'the second official', phone: west, areas: [aLuoi2] },
    { whose: 'the collaborator', phone: collaborator, areas: [aLuoi1] },
  ]
  const onPhones = phones.map(async ({ whose, phone, areas }): Promise<Source> => {
    return { whose, areas, figures: (area) => readOnPhone(phone.store, { area, asOf }), last: await readLastSessions(phone.store) }
  })
  const read = <T>(of: (sql: Parameters<typeof readOnServer>[0], feed: string) => Promise<T>): Promise<T> =>
    server.database.read(async (sql) => of(sql, (await listFeeds(sql))[0]?.id ?? ''))
  const told = await read((sql, feed) => lastSessionsBetween(sql, feed, -1, Number.MAX_SAFE_INTEGER))
  const last = new Map(told.flatMap(({ unit, date }) => (date === undefined ? [] : [[unit, date] as const])))
  const figures = (area: string) => read((sql, feed) => readOnServer(sql, feed, { area, asOf, units: official }))
  return [...(await Promise.all(onPhones)), { whose: 'the server', areas: [hue, aLuoi1, aLuoi2], figures, last }]
}

async function expectScreens(world: Looked, { rule: given, indicators }: Pack): Promise<void> {
  const { records } = world
  const rule = given as PeriodRule
  const periods: Dates[] = [LOCKED, periodNumbered(rule, 'quarter', 2026, 4), periodNumbered(rule, 'year', 2026, 1)]
  const months = lastMonths(rule, TODAY)
  for (const { whose, areas, figures: of, last } of await sourcesOf(world)) {
    for (const area of areas) {
      const figures = await of(area)
      for (const { from, to } of periods) {
        const said = screensOf({ figures, last, period: { from, to }, rule, today: TODAY })
        expect(said, `${whose}, ${area}, ${from}`).toEqual(slowScreens({ records, official, area, period: { from, to }, months, today: TODAY }))
        for (const { id, definition, targets } of indicators) {
          const slow = bruteForce({ definition, records, official, area, from, to, asOfDay: TODAY })
          expectCounted(evaluate({ id, definition, targets }, figures, { from, to }), slow, `${whose}, ${area}, ${id}`)
        }
      }
    }
  }
}

/** What a submission keeps of some records: their sums, and the indicators over the commune's villages. */
function keptByHand({ pack }: OfficeWorld, records: readonly Loose[]): KeptFigures {
  const kept: KeptFigures = slowSums({ records, official, area: aLuoi1, period: LOCKED })
  for (const { id, definition } of pack.indicators) {
    if (definition.type !== 'units-with' || definition.units !== 'villages') continue
    const { numerator, denominator } = bruteForce({ definition, records, official, area: aLuoi1, ...LOCKED, asOfDay: TODAY })
    for (const [name, value] of Object.entries({ numerator, denominator })) if (value !== undefined) kept[`indicator.${id}.${name}`] = value
  }
  return kept
}

async function expectLocked(world: OfficeWorld): Promise<void> {
  const { officials, office, collaborator, programme, submission, records, sentOf } = world
  const [locked, now] = [keptByHand(world, sentOf), keptByHand(world, records)]
  for (const phone of [officials[0], office, collaborator]) {
    const { data } = (await getRecord(phone.store, submission)) as Shown<'submission'> & Shown
    expect(data).toMatchObject({ state: 'locked', figures: locked })
    expect(Object.keys(data.figures).sort()).toEqual(Object.keys(locked).sort())
    const told = await figuresOn(phone, programme)
    expect(told).toEqual(now)
    const apart = adjustment(data.figures, told)
    for (const name of new Set([...Object.keys(locked), ...Object.keys(now)])) expect(apart[name] ?? 0, name).toBe((now[name] ?? 0) - (locked[name] ?? 0))
  }
}

/** Nothing was refused, and every record is at the office as it was kept by hand. */
async function expectArrived(world: OfficeWorld): Promise<void> {
  for (const { store, errors } of phonesOf(world)) {
    expect(errors).toEqual([])
    expect((await store.outbox.toArray()).filter(({ state }) => state !== 'done' && state !== 'acked')).toEqual([])
  }
  const held = new Map((await listRecords(world.officials[0].store, 'session', { removed: true })).map((record) => [record.id, record]))
  const own = world.records.filter(({ kind, id }) => kind === 'session' && held.has(id))
  expect(own.length).toBeGreaterThan(5)
  for (const { id, data, removed = false } of own) expect(held.get(id)).toMatchObject({ data, removed })
}

test(`${WORLDS} provinces at work: phones and server say on every screen what counting by hand gives`, {
  timeout: times(300_000, 10_800_000),
}, async (context) => {
  const fresh = randomInt(2 ** 31)
  const seeds = [...Array.from({ length: WORLDS - 1 }, (_, seed) => seed + 1), fresh]
  let moved = 0
  for (const seed of seeds) {
    try {
      const world = await officeWorld(seed)
      await expectArrived(world)
      await expectScreens(world, world.pack)
      await expectLocked(world)
      if (JSON.stringify(keptByHand(world, world.sentOf)) !== JSON.stringify(keptByHand(world, world.records))) moved += 1
    } catch (cause) {
      throw new Error(`With seed ${seed}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    }
  }
  // Else no adjustment was looked at.
  expect(moved).toBeGreaterThan(WORLDS / 2)
  if (isWhole) noteFigure(context, WORLDS, `0 of ${WORLDS} provinces with a figure that differs`)
})

/** What it would take is left to the whole: its cards are looked at in every run (tests/ui/overview.test.tsx). */
test.runIf(isWhole)('the practice province: every plan, on every phone and the server, says what counting by hand gives', async (context) => {
  const server = await serverFixture({ today: TODAY })
  const [province, ...communes] = official as [Unit, ...Unit[]] // the land has its province first
  const data = practiceData({ today: TODAY, province, communes, pack: shippedPacks[3] as Pack, seed: 7 })
  const { lookup } = officialUnits(land)
  await openPractice(server.database, data, hue, { places: createPlaceBook(lookup), now: server.clock.now, newId: server.newId })
  const [collaborator, office] = [await fieldPhone(server, 'collaborator', aLuoi1), await fieldPhone(server, 'province', hue)]
  const officials: [FieldPhone, FieldPhone] = [await fieldPhone(server, 'official', aLuoi1), await fieldPhone(server, 'official', aLuoi2)]
  for (const phone of [collaborator, office, ...officials]) await phone.sync()
  const records = data.records.map(({ id, kind, at, data: entered, then = [] }) => {
    return { id, kind, changedAt: at, data: Object.assign({}, entered, ...then.map(({ set }) => set)) }
  })
  for (const pack of shippedPacks) await expectScreens({ server, collaborator, office, officials, records }, pack)
  noteFigure(context, shippedPacks.length, `0 of ${shippedPacks.length} plans with a figure that differs, over ${records.length} records`)
})
