import { expect, test } from 'vitest'
import { addDays } from '../../src/model/civil-date.ts'
import { fromColumns } from '../../src/protocol/summary-columns.ts'
import type { SyncAnswer } from '../../src/protocol/sync.ts'
import { listFeeds } from '../../src/server/database/query/feed.ts'
import { rebuildSummaries } from '../../src/server/summary/rebuild.ts'
import type { Device } from '../fixture/device.ts'
import { aLuoi1, aLuoi2, hue } from '../fixture/land.ts'
import { baseline, session, someBody, village } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'

const shorn = ({ changes, summaries }: SyncAnswer) => ({ changes: changes.map(({ kind }) => kind), ...summaries })

/** Everything from a cursor on, page by page. */
async function readAll(phone: Device, cursor: string | null, want: number): Promise<SyncAnswer[]> {
  const pages: SyncAnswer[] = []
  let at = cursor
  do {
    const page: SyncAnswer = await phone.sync([], { cursor: at, want })
    expect(page.cursor).not.toBe(at)
    pages.push(page)
    at = page.cursor
  } while (pages.at(-1)?.more)
  return pages
}

test('[P72] the office of the province gets the sums of every commune and no session of theirs', async () => {
  const server = await serverFixture()
  const [east, west, office] = [
    await server.enrol('collaborator', aLuoi1),
    await server.enrol('official', aLuoi2),
    await server.enrol('province', hue, { organisation: server.newId() }),
  ]
  await east.sync([east.set('session', server.newId(), session()), east.set('session', server.newId(), session({ date: '2026-11-16' }))])
  await west.sync([west.set('session', server.newId(), session({ unit: aLuoi2, date: '2026-11-14' }))])
  const row = (unit: string, date: string, sessions: number) => ({
    unit,
    date,
    organisation: someBody,
    values: expect.objectContaining({ sessions, attendance: 40 * sessions }),
  })
  expect(shorn(await office.sync())).toEqual({
    changes: [],
    fresh: true,
    rows: [row(aLuoi1, '2026-11-15', 2), row(aLuoi2, '2026-11-01', 1)],
    lastSessions: [
      { unit: aLuoi1, date: '2026-11-20' },
      { unit: aLuoi2, date: '2026-11-14' },
    ],
  })
})

test('[P72] collaborators and officials get none', async () => {
  const server = await serverFixture()
  const phones = [await server.enrol('collaborator', aLuoi1), await server.enrol('official', aLuoi1)]
  await phones[0]?.push(phones[0].set('session', server.newId(), session()))
  for (const phone of phones) expect(await phone.sync()).not.toHaveProperty('summaries')
})

test('[P98] an observer is told the sums of her area and of no other, with what they are measured by and no work', async () => {
  const server = await serverFixture()
  const [east, west, office] = [await server.enrol('official', aLuoi1), await server.enrol('official', aLuoi2), await server.enrol('province', hue)]
  const thon = server.newId()
  await east.sync([
    east.set('unit', thon, village()),
    east.set('session', server.newId(), session({ unit: thon, note: 'Ghi chú riêng' })),
    east.set('person', server.newId(), { name: 'Cán bộ', unit: aLuoi1, organisation: someBody }),
  ])
  await west.push(west.set('session', server.newId(), session({ unit: aLuoi2 })))
  await office.push(office.set('baseline', server.newId(), baseline()))
  const ofProvince = await (await server.enrol('observer', hue)).sync()
  expect(ofProvince.summaries?.rows.map(({ unit }) => unit)).toEqual([thon, aLuoi2])
  expect(ofProvince.changes.map(({ kind }) => kind)).toEqual(['unit', 'baseline'])
  const ofCommune = await (await server.enrol('observer', aLuoi1)).sync()
  expect(ofCommune.summaries?.rows.map(({ unit }) => unit)).toEqual([thon])
  expect(ofCommune.summaries?.lastSessions.map(({ unit }) => unit)).toEqual([thon])
  expect(JSON.stringify([ofProvince, ofCommune])).not.toContain('Ghi chú riêng')
})

test('[P98] an observer whose role has ended is told nothing more', async () => {
  const server = await serverFixture()
  const gone = await server.enrol('observer', hue, { to: '2026-11-21' })
  const east = await server.enrol('official', aLuoi1)
  await east.push(east.set('session', server.newId(), session()))
  expect(await gone.sync()).not.toHaveProperty('summaries')
})

test('[P99] what crosses ethnicity and sex is told to an observer only where no group is under five', async () => {
  const server = await serverFixture()
  const [east, observer, office] = [await server.enrol('official', aLuoi1), await server.enrol('observer', hue), await server.enrol('province', hue)]
  const counts = (minority: number, minorityFemale: number) => ({ total: 40, female: 25, male: 15, minority, minorityFemale, method: 'counted' })
  const log = (date: string, minority: number, minorityFemale: number) =>
    east.set('session', server.newId(), session({ date, counts: counts(minority, minorityFemale) }))
  await east.sync([log('2026-10-01', 20, 10), log('2026-10-20', 20, 3), log('2026-11-01', 40, 25), log('2026-11-20', 3, 1)])
  const crossed = ({ summaries }: SyncAnswer) =>
    summaries?.rows.map(({ values }) => [values['attendance'], values['female'], values['minority'], values['minority-female']])
  expect(crossed(await observer.sync())).toEqual([
    [40, 25, 20, 10],
    [40, 25, 20, undefined],
    [40, 25, undefined, undefined],
    [40, 25, undefined, undefined],
  ])
  expect(crossed(await office.sync())?.map((cell) => cell[3])).toEqual([10, 3, 25, 1])
})

test('[P73] after that only the sums that were altered are told, and one that came to nothing as empty', async () => {
  const server = await serverFixture()
  const [east, office] = [await server.enrol('collaborator', aLuoi1), await server.enrol('province', hue, { organisation: server.newId() })]
  const [kept, moved] = [server.newId(), server.newId()]
  await east.sync([east.set('session', kept, session({ date: '2026-10-01' })), east.set('session', moved, session({ date: '2026-11-20' }))])
  const { cursor } = await office.sync()
  await east.push(east.set('session', moved, { date: '2026-11-14' }))
  const news = await office.sync([], { cursor })
  expect(shorn(news)).toEqual({
    changes: [],
    fresh: false,
    rows: [
      { unit: aLuoi1, date: '2026-11-01', organisation: someBody, values: expect.objectContaining({ sessions: 1 }) },
      { unit: aLuoi1, date: '2026-11-15', organisation: someBody, values: {} },
    ],
    lastSessions: [{ unit: aLuoi1, date: '2026-11-14' }],
  })
  await east.sync([east.remove('session', moved), east.remove('session', kept)])
  const last = await office.sync([], { cursor: news.cursor })
  expect(last.summaries?.lastSessions).toEqual([{ unit: aLuoi1, date: null }])
  expect(last.summaries?.rows.map(({ values }) => values)).toEqual([{}, {}])
  expect(shorn(await office.sync([], { cursor: last.cursor }))).toEqual({ changes: [], fresh: false, rows: [], lastSessions: [] })
})

test('[P73] page by page each sum comes once, and those of one change together', async () => {
  const server = await serverFixture()
  const [east, office] = [await server.enrol('collaborator', aLuoi1), await server.enrol('province', hue, { organisation: server.newId() })]
  const statuses = [1, 2, 3, 4, 5, 6].map((month) => ({ status: month % 2 === 1 ? 'active' : 'paused', from: `2026-0${month}-01` }))
  const club = { name: 'Câu lạc bộ', type: 'prevention-club', depth: 'intensive', unit: aLuoi1, organisation: someBody, statuses }
  await east.sync([
    ...[1, 2, 3].map((month) => east.set('session', server.newId(), session({ date: `2026-0${month}-20` }))),
    east.set('site', server.newId(), club),
    ...[4, 5].map((month) => east.set('session', server.newId(), session({ date: `2026-0${month}-20` }))),
  ])
  await office.sync([office.set('organisation', server.newId(), { name: 'Công an', type: 'police', unit: hue })])
  const pages = await readAll(office, null, 2)
  expect(pages.map(({ summaries }) => summaries?.rows.length)).toEqual([2, 1, 6, 2])
  expect(pages.map(({ summaries }) => summaries?.fresh)).toEqual([true, false, false, false])
  expect(pages.flatMap(({ changes }) => changes.map(({ kind }) => kind))).toEqual(['organisation'])
  const whole = await office.sync([], { want: 500 })
  expect(pages.flatMap(({ summaries }) => summaries?.rows)).toEqual(whole.summaries?.rows)
  expect(pages.flatMap(({ summaries }) => summaries?.lastSessions)).toEqual(whole.summaries?.lastSessions)
})

test('[P73] a device that reads columns is told the same sums in them, ten for each row that it wants', async () => {
  const server = await serverFixture()
  const [east, office] = [await server.enrol('collaborator', aLuoi1), await server.enrol('province', hue, { organisation: server.newId() })]
  const days = Array.from({ length: 12 }, (_, place) => addDays('2025-07-20', 31 * place))
  await east.sync(days.map((date) => east.set('session', server.newId(), session({ date }))))
  const first = await office.sync([], { want: 1, sums: 'columns' })
  expect([first.more, first.summaries?.rows, first.summaries?.columns && fromColumns(first.summaries.columns)?.rows.length]).toEqual([true, [], 10])
  const whole = await office.sync([], { sums: 'columns' })
  const { rows, lastSessions } = (await office.sync()).summaries ?? expect.unreachable('an office is told sums')
  expect(fromColumns(whole.summaries?.columns)).toEqual({ rows, lastSessions })
})

test('[P74] once the server has made its summaries anew, they are read from the start', async () => {
  const server = await serverFixture()
  const [east, office] = [await server.enrol('collaborator', aLuoi1), await server.enrol('province', hue, { organisation: server.newId() })]
  await east.push(east.set('session', server.newId(), session()))
  const before = await office.sync()
  await server.database.write(async (sql) => {
    for (const { id } of await listFeeds(sql)) await rebuildSummaries(sql, id)
  })
  const [forEast, forOffice] = [await east.sync([], { cursor: before.cursor }), await office.sync([], { cursor: before.cursor })]
  expect(forOffice.summaries).toEqual(before.summaries)
  expect(forOffice.summaries?.fresh).toBe(true)
  expect(forOffice.cursor).not.toBe(before.cursor)
  expect(forEast).not.toHaveProperty('summaries')
})
