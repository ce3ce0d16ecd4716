import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCells, readFigures, readLastSessions } from '../../src/client/store/figures.ts'
import { getIdentity } from '../../src/client/store/read.ts'
import { removeRecord, restoreRecord } from '../../src/client/store/save.ts'
import { amount, until } from '../../src/programme/amount.ts'
import { summaryBytes } from '../../src/programme/summary.ts'
import { listFeeds } from '../../src/server/database/query/feed.ts'
import { compareSummaries } from '../../src/server/summary/compare.ts'
import { summariesFromRecords } from '../../src/server/summary/rebuild.ts'
import { type FieldPhone, fieldPhone, unitsOn } from '../fixture/field-phone.ts'
import { histories, type Step, villages } from '../fixture/history.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, hue } from '../fixture/land.ts'
import { someBody, village } from '../fixture/sample.ts'
import { type ServerFixture, serverFixture } from '../fixture/server.ts'

const HISTORIES = 60

/** What the receipts of a history are of. */
const leaflet = { name: 'Tờ rơi', materialKind: 'leaflet', unit: hue, issuedOn: '2025-01-01', organisation: someBody }

async function take(phone: FieldPhone, step: Step): Promise<unknown> {
  if (step.do === 'put') return phone.trySave({ kind: step.kind, id: step.record, ...step.data }, 'ghi lại cho đúng')
  const change = step.do === 'remove' ? removeRecord : restoreRecord
  return change(phone.store, phone.environment, await unitsOn(phone), step.record, 'ghi lại cho đúng')
}

const onServer = ({ database }: ServerFixture) =>
  database.read(async (sql) => {
    const [feed] = await listFeeds(sql)
    const { summaries, lastSessions } = await summariesFromRecords(sql, feed?.id ?? '')
    return { summaries, lastSessions, differences: (await compareSummaries(sql, feed?.id ?? '')).differences }
  })

test(`${HISTORIES} random histories on two phones: server, commune and office count the same, to the byte`, { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(histories(8), fc.infiniteStream(fc.nat(1)), fc.infiniteStream(fc.nat(3)), async (steps, whose, pauses) => {
      const server = await serverFixture()
      const commune = [await fieldPhone(server, 'official', aLuoi1), await fieldPhone(server, 'official', aLuoi1)]
      const office = await fieldPhone(server, 'province', hue)
      for (const [place, id] of villages.entries()) await commune[0]?.save({ kind: 'unit', id, ...village({ name: `Thôn ${place + 1}` }) })
      await office.save({ kind: 'material', id: idNamed('tờ rơi'), ...leaflet })
      for (const phone of [office, ...commune]) await phone.sync()
      for (const step of steps) {
        const phone = commune[whose.next().value]
        if (!phone) throw new Error('There are two phones.')
        await take(phone, step)
        if (pauses.next().value === 0) await phone.sync()
      }
      for (const phone of [...commune, ...commune, office]) await phone.sync()
      await expectSame(server, commune, office)
    }),
    { numRuns: HISTORIES },
  )
})

/** Refused, or kept by the server until what it stands on has come. */
const open = async ({ store }: FieldPhone): Promise<number> =>
  (await store.outbox.toArray()).filter(({ state }) => state === 'rejected' || state === 'held').length

async function expectSame(server: ServerFixture, commune: FieldPhone[], office: FieldPhone): Promise<void> {
  const held = await onServer(server)
  expect(held.differences).toEqual([])
  const agreeing: FieldPhone[] = [office]
  // A phone of which something was not taken goes on showing its own until its person has seen to it.
  for (const phone of commune) if ((await open(phone)) === 0) agreeing.push(phone)
  for (const { store } of agreeing) {
    expect(summaryBytes(await readCells(store))).toEqual(summaryBytes(held.summaries))
    expect(await readLastSessions(store)).toEqual(held.lastSessions)
  }
  expect(await office.store.records.where('[kind+author+createdAt]').between(['session'], ['session', []]).count()).toBe(0)
  expect(office.errors).toEqual([])
}

test("a province's day of news comes in one request, and so does a commune's day of work", async () => {
  const server = await serverFixture()
  const [phone, office] = [await fieldPhone(server, 'official', aLuoi1), await fieldPhone(server, 'province', hue)]
  await office.sync()
  for (const date of ['2026-11-14', '2026-11-15', '2026-11-16']) await phone.save({ date })
  await phone.sync()
  const before = office.network.sent
  await office.sync()
  expect([phone.network.sent, office.network.sent - before]).toEqual([1, 1])
  expect((await readCells(office.store)).map(({ date, values }) => [date, values['sessions']])).toEqual([
    ['2026-11-01', 1],
    ['2026-11-15', 2],
  ])
})

test('while the office’s own session goes to the server and comes back, its figures have it once at every moment', async () => {
  const server = await serverFixture()
  const office = await fieldPhone(server, 'province', hue)
  await office.sync()
  const organisation = (await getIdentity(office.store))?.scope.organisation
  const told: number[][] = []
  for (let round = 0; round < 5; round++) {
    await office.save({ unit: hue, organisation })
    let isOver = false
    const syncing = office.sync().finally(() => {
      isOver = true
    })
    const met: Promise<number>[] = []
    // Started one after the other without waiting, so that some are under way whenever the answer is taken in.
    while (!isOver) {
      met.push(readFigures(office.store, { area: hue, asOf: 0 }).then(({ cells }) => amount(cells, 'sessions', until('2026-12-31'))))
      await office.store.meta.count()
    }
    await syncing
    told.push([...new Set(await Promise.all(met))])
  }
  expect(told).toEqual([[1], [2], [3], [4], [5]])
})
