import { Dexie } from 'dexie'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyAnswer } from '../../src/client/store/apply.ts'
import { openDatabase, type Store } from '../../src/client/store/database.ts'
import { storeEnrolment } from '../../src/client/store/enrolment.ts'
import { readCells, readFigures, readLastSessions } from '../../src/client/store/figures.ts'
import { readMeta } from '../../src/client/store/meta.ts'
import { listRecords, listSessions } from '../../src/client/store/read.ts'
import { rejectChange } from '../../src/client/store/reject.ts'
import { dropRejected, removeRecord, restoreRecord } from '../../src/client/store/save.ts'
import { fits } from '../../src/client/store/shown.ts'
import { loadUnitBook, saveUnits } from '../../src/client/store/units.ts'
import { problem } from '../../src/model/problem.ts'
import { isKindName } from '../../src/model/registry.ts'
import type { Cell } from '../../src/programme/cell.ts'
import { contributions } from '../../src/programme/contribution.ts'
import { summarise, summaryBytes } from '../../src/programme/summary.ts'
import { SUMMARY_FORM } from '../../src/programme/summary-form.ts'
import { toColumns } from '../../src/protocol/summary-columns.ts'
import { PROTOCOL, type Row, type SummaryNews } from '../../src/protocol/sync.ts'
import { histories, type Step, villages } from '../fixture/history.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, aLuoi2, hue } from '../fixture/land.ts'
import { type OfficeServer, officeServer } from '../fixture/office-server.ts'
import { ownGround, type Phone, pending, phone as phoneOf } from '../fixture/phone.ts'
import { session, village as villageData } from '../fixture/sample.ts'
import { EVENING, enrolmentOf, scopeOf, village } from '../fixture/village.ts'

const HISTORIES = 1000

/** The cells of what this phone shows, made from its records by none of the store's own ways of making them. */
async function cellsShown(store: Store): Promise<Cell[]> {
  const records = await store.records.toArray()
  return records.flatMap(({ kind, data, removed }) => (!removed && isKindName(kind) && fits(kind, data) ? contributions(kind, data) : []))
}

async function expectRight({ store }: Phone): Promise<void> {
  const kept = await store.localSummaries.toArray()
  expect(kept.filter(({ values }) => Object.keys(values).length === 0)).toEqual([])
  expect(summaryBytes(kept)).toEqual(summaryBytes(summarise(await cellsShown(store))))
}

/** An official's phone in a commune with its villages; what the office takes and refuses, a test says. */
async function office(): Promise<{ phone: Phone; server: OfficeServer }> {
  const scope = scopeOf('cán bộ', 'official')
  const server = officeServer(scope, { now: EVENING })
  const phone = await phoneOf(server, { enrolment: enrolmentOf(scope), clock: { now: EVENING } })
  for (const [place, id] of villages.entries()) await phone.trySave({ kind: 'unit', id, ...villageData({ name: `Thôn ${place + 1}` }) })
  await phone.sync()
  return { phone, server }
}

type Move = Step | { do: 'sync' } | { do: 'too large' } | { do: 'refuse'; every: number } | { do: 'drop'; record: string } | { do: 'elsewhere'; record: string }

async function take({ phone, server }: { phone: Phone; server: OfficeServer }, move: Move): Promise<boolean> {
  const { store, environment } = phone
  if (move.do === 'sync') await phone.sync()
  else if (move.do === 'refuse') server.refuse = ({ n }) => (n % move.every === 0 ? [problem('not-valid')] : undefined)
  else if (move.do === 'too large') {
    const [first] = await pending({ store })
    if (first) await rejectChange(store, first.id, problem('too-large'))
  } else if (move.do === 'drop') await dropRejected(store, move.record)
  else if (move.do === 'elsewhere') {
    if (server.rows.get(move.record)?.kind === 'session') server.edit(move.record, { date: '2026-03-01' })
  } else if (move.do === 'put') return (await phone.trySave({ kind: move.kind, id: move.record, ...move.data })).ok
  else if (move.do === 'remove') return (await removeRecord(store, environment, (await loadUnitBook(store)).lookup, move.record)).ok
  else return (await restoreRecord(store, environment, (await loadUnitBook(store)).lookup, move.record)).ok
  return true
}

const sessions = ['buổi một', 'buổi hai'].map(idNamed)
const around: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ do: 'sync' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'too large' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refuse' as const), every: fc.constantFrom(2, 3, 1000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drop' as const), record: fc.constantFrom(...sessions) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('elsewhere' as const), record: fc.constantFrom(...sessions) }) },
)

test(`after ${HISTORIES} random histories the phone's summaries are, to the byte, those of what it shows`, { timeout: 300_000 }, async () => {
  const { phone, server } = await office()
  let [done, all] = [0, 0]
  const moves = fc
    .tuple(histories(6), fc.array(around, { maxLength: 3 }))
    .chain(([steps, others]) => fc.shuffledSubarray<Move>([...steps, ...others], { minLength: steps.length + others.length }))
  await fc.assert(
    fc.asyncProperty(moves, async (some) => {
      await startOver(phone, server)
      for (const move of some) {
        all += 1
        if (await take({ phone, server }, move)) done += 1
      }
      await expectRight(phone)
    }),
    { numRuns: HISTORIES },
  )
  expect(done / all).toBeGreaterThan(0.6)
  expect(phone.errors).toEqual([])
})

/** Takes everything away but the villages, here and at the office, so that a history begins with nothing. */
async function startOver({ store }: Phone, server: OfficeServer): Promise<void> {
  await store.outbox.clear()
  await store.records.filter(({ kind }) => kind !== 'unit').delete()
  await store.localSummaries.clear()
  for (const [id, { kind }] of server.rows) if (kind !== 'unit') server.rows.delete(id)
  server.refuse = () => undefined
}

const byPlace = (cells: readonly Cell[]) => cells.map(({ unit, date, values }) => [unit, date, values['sessions'], values['attendance']])

test("a commune's phone counts what it shows: what is unsent and what was refused, and nothing that was removed", async () => {
  const { phone, server } = await village()
  await phone.save({ date: '2026-11-13' })
  const { id } = await phone.save({ date: '2026-11-15' })
  await phone.sync()
  await phone.save({ date: '2026-11-14' })
  server.refuse = () => [problem('not-valid')]
  await phone.sync()
  await phone.save({ date: '2026-11-12' })
  await removeRecord(phone.store, phone.environment, (await loadUnitBook(phone.store)).lookup, id)
  expect(byPlace(await readCells(phone.store))).toEqual([[aLuoi1, '2026-11-01', 3, 120]])
  expect(await readLastSessions(phone.store)).toEqual(new Map([[aLuoi1, '2026-11-14']]))
})

test('figures that were read are kept until something is written, in this tab or in another one', async () => {
  const ground = ownGround()
  const { phone } = await village({ ground })
  await phone.save({ date: '2026-11-14' })
  const asked = { area: aLuoi1, asOf: 0 }
  const first = await readFigures(phone.store, asked)
  expect((await readFigures(phone.store, asked)).cells).toBe(first.cells)
  const other = await openDatabase(ground.name, ground.opening)
  if (!other.ok) return expect.unreachable(other.problem.code)
  const { id } = (await listSessions(other.value))[0] ?? expect.unreachable('it lies there')
  const lookup = (await loadUnitBook(other.value)).lookup
  expect(await removeRecord(other.value, phone.environment, lookup, id)).toMatchObject({ ok: true })
  expect((await readFigures(phone.store, asked)).cells).toEqual([])
  expect(await readLastSessions(phone.store)).toEqual(new Map())
  const { units } = await readFigures(phone.store, asked)
  await saveUnits(phone.store, [{ id: 'mới', level: 'commune', type: 'xa', name: 'Mới', parent: hue, validFrom: '2026-11-01' }])
  expect((await readFigures(phone.store, asked)).units.length).toBe(units.length + 1)
})

const officeScope = scopeOf('văn phòng', 'province', hue)

const officePhone = async (): Promise<Phone> =>
  phoneOf(officeServer(officeScope, { now: EVENING }), { enrolment: enrolmentOf(officeScope), clock: { now: EVENING } })

interface Told {
  rows?: Row[]
  summaries?: SummaryNews
  /** Where the request read on, and where its answer ended. */
  cursor: [string | null, string]
  epoch?: string
  results?: boolean
}

/** An answer as the server gives it; with `results` it takes everything that waits. */
async function told({ store }: Phone, { rows = [], summaries, cursor: [from, to], epoch = idNamed('epoch'), results = false }: Told): Promise<void> {
  const changes = results ? await pending({ store }) : []
  const { account } = officeScope
  const request = {
    protocol: PROTOCOL,
    account,
    device: idNamed('máy'),
    epoch,
    nonce: '0123456789abcdef',
    sentAt: EVENING,
    model: 1,
    cursor: from,
    changes,
    want: 500,
  } as const
  const answer = {
    protocol: PROTOCOL,
    epoch,
    nonce: request.nonce,
    serverTime: EVENING,
    scope: officeScope,
    results: changes.map(({ id }) => ({ id, answer: 'applied' as const, version: 1 })),
    changes: rows,
    cursor: to,
    more: false,
    received: 0,
    last: null,
    fresh: false,
    left: [] as string[],
    ...(summaries ? { summaries } : {}),
  } as const
  expect(await applyAnswer(store, request, answer, EVENING)).toMatchObject({ ok: true })
}

const sum = (unit: string, date: string, sessions: number, organisation = ''): Cell => ({
  unit,
  date,
  organisation,
  values: sessions === 0 ? {} : { sessions, attendance: 40 * sessions },
})

const news = (rows: Cell[], more: Partial<SummaryNews> = {}): SummaryNews => ({ fresh: false, rows, lastSessions: [], ...more })

test('[P75] an office counts with what the server told, and its own unsent session stands beside it until it comes back', async () => {
  const phone = await officePhone()
  const { organisation } = officeScope
  await told(phone, {
    cursor: [null, '1'],
    summaries: news([sum(aLuoi1, '2026-11-15', 2), sum(aLuoi2, '2026-11-15', 1)], { fresh: true, lastSessions: [{ unit: aLuoi2, date: '2026-11-18' }] }),
  })
  const held = await phone.save({ date: '2026-11-20', unit: hue, organisation })
  const all = [
    [aLuoi2, '2026-11-15', 1, 40],
    [aLuoi1, '2026-11-15', 2, 80],
    [hue, '2026-11-15', 1, 40],
  ]
  expect(byPlace(await readCells(phone.store))).toEqual(all)
  expect(await readLastSessions(phone.store)).toEqual(
    new Map([
      [aLuoi2, '2026-11-18'],
      [hue, '2026-11-20'],
    ]),
  )
  await told(phone, { cursor: ['0', '1'], results: true })
  expect(byPlace(await readCells(phone.store))).toEqual(all)
  const row: Row = {
    id: held.id,
    kind: 'session',
    version: 1,
    removed: false,
    author: held.author,
    authorName: '',
    createdAt: 1,
    changedAt: 1,
    marks: [],
    model: 1,
    data: { ...held.data },
  }
  await told(phone, { cursor: ['1', '2'], rows: [row], summaries: news(summarise(contributions('session', { ...held.data }))) })
  expect(byPlace(await readCells(phone.store))).toEqual(all)
  await phone.save({ id: held.id, date: '2026-11-14' })
  expect(byPlace(await readCells(phone.store))).toEqual([...all.slice(0, 2), [hue, '2026-11-01', 1, 40]])
})

test('[P73] [P55] sums in columns are the same sums, and columns that don’t fit each other change nothing', async () => {
  const phone = await officePhone()
  const plain = news([sum(aLuoi1, '2026-11-15', 2), sum(aLuoi2, '2026-11-15', 1)], { fresh: true, lastSessions: [{ unit: aLuoi2, date: '2026-11-18' }] })
  const columns = toColumns(plain)
  await told(phone, { cursor: [null, '1'], summaries: { fresh: true, rows: [], lastSessions: [], columns } })
  const all = byPlace(await readCells(phone.store))
  expect(all).toEqual([
    [aLuoi2, '2026-11-15', 1, 40],
    [aLuoi1, '2026-11-15', 2, 80],
  ])
  const broken = { fresh: true, rows: [], lastSessions: [], columns: { ...columns, shape: [] } }
  await expect(told(phone, { cursor: ['1', '2'], summaries: broken })).rejects.toThrow()
  expect(byPlace(await readCells(phone.store))).toEqual(all)
  expect(await readLastSessions(phone.store)).toEqual(new Map([[aLuoi2, '2026-11-18']]))
})

test('[P73] a sum that came to nothing is dropped, and so is a last session', async () => {
  const phone = await officePhone()
  await told(phone, {
    cursor: [null, '1'],
    summaries: news([sum(aLuoi1, '2026-11-15', 2), sum(aLuoi2, '2026-11-15', 1)], { fresh: true, lastSessions: [{ unit: aLuoi1, date: '2026-11-20' }] }),
  })
  await told(phone, { cursor: ['1', '2'], summaries: news([sum(aLuoi1, '2026-11-15', 0)], { lastSessions: [{ unit: aLuoi1, date: null }] }) })
  expect(byPlace(await readCells(phone.store))).toEqual([[aLuoi2, '2026-11-15', 1, 40]])
  expect(await readLastSessions(phone.store)).toEqual(new Map())
})

test('[P74] a reading from the start puts away everything that was told before', async () => {
  const phone = await officePhone()
  await told(phone, { cursor: [null, '1'], summaries: news([sum(aLuoi1, '2026-11-15', 2)], { fresh: true }) })
  await told(phone, { cursor: ['1', '9'], summaries: news([sum(aLuoi2, '2026-11-15', 1)], { fresh: true }) })
  expect(byPlace(await readCells(phone.store))).toEqual([[aLuoi2, '2026-11-15', 1, 40]])
})

test('[P64] sums of an answer that was overtaken by another are left aside', async () => {
  const phone = await officePhone()
  await told(phone, { cursor: [null, '1'], summaries: news([sum(aLuoi1, '2026-11-15', 1)], { fresh: true }) })
  await told(phone, { cursor: ['1', '3'], summaries: news([sum(aLuoi1, '2026-11-15', 3)]) })
  await told(phone, { cursor: ['1', '2'], summaries: news([sum(aLuoi1, '2026-11-15', 2)]) })
  expect(byPlace(await readCells(phone.store))).toEqual([[aLuoi1, '2026-11-15', 3, 120]])
})

test('[P75] an account that is told no sums any more counts its own records again', async () => {
  const phone = await officePhone()
  await told(phone, { cursor: [null, '1'], summaries: news([sum(aLuoi1, '2026-11-15', 2)], { fresh: true }) })
  await told(phone, { cursor: ['1', '2'] })
  await phone.save({ date: '2026-11-20', unit: hue, organisation: officeScope.organisation })
  expect(byPlace(await readCells(phone.store))).toEqual([[hue, '2026-11-15', 1, 40]])
  expect(await phone.store.summaries.count()).toBe(0)
})

test('another account on the same phone finds no sums of the first', async () => {
  const phone = await officePhone()
  await told(phone, {
    cursor: [null, '1'],
    summaries: news([sum(aLuoi1, '2026-11-15', 2)], { fresh: true, lastSessions: [{ unit: aLuoi1, date: '2026-11-20' }] }),
  })
  const own = {
    id: idNamed('buổi'),
    kind: 'session',
    version: 1,
    removed: false,
    author: idNamed('ai'),
    authorName: '',
    createdAt: 1,
    changedAt: 1,
    marks: [],
    model: 1,
    data: session(),
  } as const
  await told(phone, { cursor: ['1', '2'], rows: [{ ...own, marks: [] }], summaries: news([]) })
  const next = await storeEnrolment(phone.store, enrolmentOf(scopeOf('người khác')), phone.environment, { leave: () => undefined, remembers: () => false })
  expect(next.ok).toBe(true)
  expect(await readCells(phone.store)).toEqual([])
  expect(await readLastSessions(phone.store)).toEqual(new Map())
})

/** The first version's tables, as phones have them. */
const FIRST_VERSION = {
  records: 'id, state, [kind+date], [kind+unit+date], [kind+author+createdAt]',
  outbox: 'id, &[device+n], [state+n], record',
  drafts: 'key, at',
  units: 'id, parent',
  meta: 'key',
}

test('a phone from before there were summaries loses nothing and has them after the first start', async () => {
  const ground = ownGround()
  const { phone: source } = await village()
  await source.save({ date: '2026-11-14', place: 'Chợ' })
  const gone = await source.save({ date: '2026-11-15' })
  await removeRecord(source.store, source.environment, (await loadUnitBook(source.store)).lookup, gone.id)
  const tables = ['records', 'outbox', 'drafts', 'units', 'meta'] as const
  const old = new Dexie(ground.name, ground.opening)
  old.version(1).stores(FIRST_VERSION)
  await old.open()
  for (const name of tables) await old.table(name).bulkPut(await source.store.table(name).toArray())
  await old.table('meta').delete('summary-form')
  old.close()
  const opened = await openDatabase(ground.name, ground.opening)
  if (!opened.ok) throw new Error(opened.problem.code)
  for (const name of tables.filter((one) => one !== 'meta')) expect(await opened.value.table(name).toArray()).toEqual(await source.store.table(name).toArray())
  expect(byPlace(await readCells(opened.value))).toEqual([[aLuoi1, '2026-11-01', 1, 40]])
  expect(await pending({ store: opened.value })).toEqual(await pending(source))
})

test('what an older build could not read is counted once a build that can has opened the database', async () => {
  const ground = ownGround()
  const { phone } = await village({ ground })
  await phone.save({ date: '2026-11-14' })
  const { id } = await phone.save({ date: '2026-11-20' })
  await phone.store.records.where('id').equals(id).modify({ odd: true })
  await phone.store.localSummaries.where('date').equals('2026-11-15').delete()
  await phone.store.meta.put({ key: 'summary-form', value: SUMMARY_FORM - 1 })
  const again = await phone.restart()
  expect(byPlace(await readCells(again.store))).toEqual([
    [aLuoi1, '2026-11-01', 1, 40],
    [aLuoi1, '2026-11-15', 1, 40],
  ])
  expect((await again.store.records.get(id))?.odd).toBeUndefined()
  expect(await readMeta(again.store, 'summary-form')).toBe(SUMMARY_FORM)
})

test('a record of a shape that this build does not know adds nothing, and hides nothing else', async () => {
  const { phone, server } = await village()
  const row = { kind: 'session', version: 1, removed: false, author: idNamed('ai'), authorName: '', createdAt: 1, changedAt: 1, marks: [], model: 1 }
  server.tell({ ...row, id: idNamed('lạ'), data: { ...session(), counts: 'many' } })
  server.tell({ ...row, id: idNamed('thường'), data: session() })
  await phone.sync()
  expect(phone.errors).toEqual([])
  expect(byPlace(await readCells(phone.store))).toEqual([[aLuoi1, '2026-11-15', 1, 40]])
  expect(await listRecords(phone.store, 'session')).toHaveLength(1)
})

test('another form of the summaries comes with another version of the database, so that no older tab writes beside it', async () => {
  const { phone } = await village()
  expect({ form: SUMMARY_FORM, version: phone.store.verno }).toEqual({ form: 1, version: 4 })
})
