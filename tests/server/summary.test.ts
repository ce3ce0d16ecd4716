import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fields } from '../../src/model/record.ts'
import { isKindName, kindNamed } from '../../src/model/registry.ts'
import { contributions } from '../../src/programme/contribution.ts'
import { summarise, summaryKey, valuesText } from '../../src/programme/summary.ts'
import type { Database } from '../../src/server/database/database.ts'
import { listFeeds } from '../../src/server/database/query/feed.ts'
import { everyRecord } from '../../src/server/database/query/record.ts'
import type { Device } from '../fixture/device.ts'
import { histories, type Step, villages } from '../fixture/history.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { session, village } from '../fixture/sample.ts'
import { type ServerFixture, serverFixture } from '../fixture/server.ts'

const HISTORIES = 1000

interface Content {
  summaries: string[]
  lastSessions: string[]
}

/** The rows as they are stored, those that came to nothing left out. */
const kept = (database: Database): Promise<Content> =>
  database.read(async (sql) => {
    const rows = await sql.all("SELECT unit, half_month, organisation, sums FROM summary WHERE sums <> '{}'")
    const last = await sql.all('SELECT unit, date FROM last_session WHERE date IS NOT NULL')
    return {
      summaries: rows.map((row) => `${row['unit']} ${row['half_month']} ${row['organisation']} ${row['sums']}`).sort(),
      lastSessions: last.map((row) => `${row['unit']} ${row['date']}`).sort(),
    }
  })

/** The same, made from the records by none of the server's own ways of making it. */
async function made(database: Database): Promise<Content> {
  const rows = await database.read((sql) => sql.all('SELECT kind, unit, data FROM record WHERE removed = 0'))
  // Written by the server, which had validated it.
  const records = rows.map((row) => ({ kind: String(row['kind']), unit: row['unit'], data: JSON.parse(String(row['data'])) as Fields }))
  const summaries = summarise(records.flatMap(({ kind, data }) => (isKindName(kind) ? contributions(kind, data) : [])))
  const days = records.filter(({ kind }) => kind === 'session').map(({ unit, data }) => `${unit} ${data['date']}`)
  return {
    summaries: summaries.map((summary) => `${summaryKey(summary)} ${valuesText(summary.values)}`).sort(),
    lastSessions: [...new Set(days)].filter((day) => !days.some((other) => other > day && unitIn(other) === unitIn(day))).sort(),
  }
}

const unitIn = (day: string): string | undefined => day.split(' ')[0]

/** An official's phone, in a commune with its villages. */
async function office(): Promise<{ server: ServerFixture; phone: Device }> {
  const server = await serverFixture()
  const phone = await server.enrol('official', aLuoi1)
  await phone.sync(villages.map((id, place) => phone.set('unit', id, village({ name: `Thôn ${place + 1}` }))))
  return { server, phone }
}

/** A step as the wire says it: what the record had and shall not have any more is taken away by null. */
function changeOf(phone: Device, step: Step): object {
  if (step.do !== 'put') return phone[step.do](step.kind, step.record)
  const names = Object.entries(kindNamed(step.kind).fields).flatMap(([name, { fixed }]) => (fixed || step.data[name] !== undefined ? [] : [[name, null]]))
  return phone.set(step.kind, step.record, { ...Object.fromEntries(names), ...step.data })
}

test(`after ${HISTORIES} random histories the summaries kept are, to the byte, those made from the records`, { timeout: 300_000 }, async () => {
  const { server, phone } = await office()
  const taken = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(histories(9), async (steps) => {
      await startOver(server)
      const { results } = await phone.sync(steps.map((step) => changeOf(phone, step)))
      for (const { answer } of results) taken.set(answer, (taken.get(answer) ?? 0) + 1)
      expect(await kept(server.database)).toEqual(await made(server.database))
    }),
    { numRuns: HISTORIES },
  )
  // Most steps must really have happened; the others edit or bring back what is not there.
  expect(taken.get('applied') ?? 0).toBeGreaterThan(2 * (taken.get('rejected') ?? 0))
})

/** Takes everything away but the villages, and what is kept with it, so that a history begins with nothing. */
const startOver = ({ database }: ServerFixture): Promise<unknown> =>
  database.write(async (sql) => {
    await sql.run('DROP TRIGGER IF EXISTS change_never_deleted')
    for (const table of ['summary', 'last_session', 'quarantine', 'held', 'departure', 'digest']) await sql.run(`DELETE FROM ${table}`)
    for (const table of ['change', 'record']) await sql.run(`DELETE FROM ${table} WHERE kind <> 'unit'`)
  })

test('a change that is refused leaves the summaries as they were', async () => {
  const { server, phone } = await office()
  const id = server.newId()
  await phone.push(phone.set('session', id, session()))
  const before = await kept(server.database)
  const wrong = await phone.push(phone.set('session', id, { counts: { total: 3, female: 9, male: 9, method: 'counted' } }))
  expect(wrong.answer).toBe('rejected')
  expect(await kept(server.database)).toEqual(before)
  expect(before.summaries).toHaveLength(1)
})

test('a change that is sent twice counts once', async () => {
  const { server, phone } = await office()
  const change = phone.set('session', server.newId(), session())
  await phone.sync([change, change])
  await phone.sync([change])
  expect((await kept(server.database)).summaries).toEqual([expect.stringContaining('"sessions":1}')])
})

test('what fails half-way in the server leaves neither record nor summary', async () => {
  const { server, phone } = await office()
  await server.database.write((sql) => sql.run("CREATE TRIGGER no_summary BEFORE INSERT ON summary BEGIN SELECT RAISE(ABORT, 'no'); END"))
  const { results } = await phone.sync([phone.set('session', server.newId(), session())])
  expect(results).toMatchObject([{ answer: 'rejected', problems: [{ code: 'broken' }] }])
  expect(await server.database.read((sql) => sql.all("SELECT id FROM record WHERE kind = 'session'"))).toEqual([])
})

test('every session of a feed is read once and in order, however few are read at a time', async () => {
  const { server, phone } = await office()
  const ids = Array.from({ length: 5 }, () => server.newId())
  await phone.sync(ids.map((id) => phone.set('session', id, session())))
  const readBy = (atOnce: number) =>
    server.database.read(async (sql) => {
      const [feed] = await listFeeds(sql)
      const read: string[] = []
      for await (const { id } of everyRecord(sql, feed?.id ?? '', { kinds: ['session'] }, atOnce)) read.push(id)
      return read
    })
  for (const atOnce of [1, 2, 5, 9]) expect(await readBy(atOnce)).toEqual(ids)
})
