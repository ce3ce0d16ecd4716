// A whole file taken over as records: all of them or none, ended half-way, taken back as a whole, and what can't be taken back.

import { describe, expect, test } from 'vitest'
import { importAll, judgeOfNew, listImports, undoImport } from '../../src/client/store/imports.ts'
import { getRecord, listRecords, listSessions } from '../../src/client/store/read.ts'
import { removeRecord, save } from '../../src/client/store/save.ts'
import type { Fields } from '../../src/model/record.ts'
import { type FieldPhone, fieldPhone, unitsOn } from '../fixture/field-phone.ts'
import { aLuoi1, aLuoi2, hue } from '../fixture/land.ts'
import { pending } from '../fixture/phone.ts'
import { session, someBody } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'

async function office() {
  const server = await serverFixture({ today: '2026-11-21' })
  const official = await fieldPhone(server, 'official', aLuoi1)
  return { server, official }
}

const rowsOf = (count: number, more: Fields = {}) =>
  Array.from({ length: count }, (_, place) => ({ fields: session({ place: `Nhà văn hoá ${place}`, ...more }) }))

const take = async (phone: FieldPhone, rows: Parameters<typeof importAll>[3]['rows'], more: { reason?: string; goesOn?: (done: number) => boolean } = {}) =>
  importAll(phone.store, phone.environment, await unitsOn(phone), { kind: 'session', file: 'buoi.xlsx', rows, reason: more.reason }, more.goesOn)

const undo = async (phone: FieldPhone) => {
  const [made] = await listImports(phone.store, 'session')
  if (!made) throw new Error('Nothing was imported')
  return undoImport(phone.store, phone.environment, await unitsOn(phone), made)
}

const count = async ({ store }: FieldPhone): Promise<number> => (await listSessions(store)).length

test('every row is an ordinary session, in the file’s order, waits to be sent as any other, and is counted', async () => {
  const { official } = await office()
  const made = await take(official, rowsOf(450))
  expect(made).toMatchObject({ ok: true, value: { kind: 'session', file: 'buoi.xlsx' } })
  const changes = await pending(official)
  expect(changes.map(({ n }) => n)).toEqual(changes.map((_, place) => place + 1))
  expect(changes.map((change) => ('set' in change ? change.set['place'] : ''))).toEqual(rowsOf(450).map(({ fields }) => fields['place']))
  expect(changes.every(({ prev }, place) => prev === (place === 0 ? null : changes[place - 1]?.id))).toBe(true)
  const sums = await official.store.localSummaries.toArray()
  expect(sums.map(({ values }) => values['sessions'] ?? 0).reduce((sum, value) => sum + value, 0)).toBe(450)
  await official.sync()
  expect((await listSessions(official.store)).every(({ state }) => state === 'sent')).toBe(true)
})

test('one row that can not be kept keeps all of them out', async () => {
  const { official } = await office()
  const rows = [...rowsOf(300), { fields: session({ unit: aLuoi2 }) }]
  expect(await take(official, rows)).toMatchObject({ ok: false, problem: { place: 300, problems: [{ code: 'out-of-scope' }] } })
  expect(await count(official)).toBe(0)
  expect(await official.store.outbox.count()).toBe(0)
  expect(await listImports(official.store, 'session')).toEqual([])
})

test('ended half-way nothing is left of it, the phone goes on writing, and its changes have no gap', async () => {
  const { official } = await office()
  const told: number[] = []
  const goesOn = (done: number): boolean => {
    told.push(done)
    return done < 600
  }
  expect(await take(official, rowsOf(1000), { goesOn })).toEqual({ ok: false, problem: { place: 0, problems: [] } })
  expect(told).toEqual([100, 200, 300, 400, 500, 600])
  expect([await count(official), await official.store.outbox.count(), await official.store.localSummaries.count()]).toEqual([0, 0, 0])
  expect(official.store.breaker.isTripped()).toBe(false)
  expect((await take(official, rowsOf(3))).ok).toBe(true)
  expect((await pending(official)).map(({ n }) => n)).toEqual([1, 2, 3])
})

describe('an import is taken back as a whole', () => {
  test('before it was sent, and after', async () => {
    const { official } = await office()
    await take(official, rowsOf(250))
    expect(await undo(official)).toEqual({ ok: true, value: true })
    expect(await count(official)).toBe(0)
    await take(official, rowsOf(3))
    await official.sync()
    expect(await undo(official)).toEqual({ ok: true, value: true })
    await official.sync()
    expect((await listSessions(official.store, { removed: true })).filter(({ removed }) => !removed)).toEqual([])
    expect(await listImports(official.store, 'session')).toMatchObject([{ undone: true }, { undone: true }])
  })

  test('not where one of its records was changed since, here or by somebody else; what was removed by hand is no hindrance', async () => {
    const { server, official } = await office()
    const made = await take(official, rowsOf(3))
    const [first = '', second = ''] = made.ok ? made.value.records : []
    await removeRecord(official.store, official.environment, await unitsOn(official), first)
    const edited = await save(official.store, official.environment, await unitsOn(official), { kind: 'session', id: second, fields: session({ place: 'Chợ' }) })
    expect(edited.ok).toBe(true)
    expect(await undo(official)).toEqual({ ok: false, problem: 'changed' })
    expect(await count(official)).toBe(2)
    await take(official, rowsOf(2))
    await official.sync()
    const colleague = await fieldPhone(server, 'official', aLuoi1)
    await colleague.sync()
    const [newest] = await listImports(official.store, 'session')
    const its = newest?.records[1] ?? ''
    const there = (await getRecord(colleague.store, its))?.data ?? {}
    const request = { kind: 'session' as const, id: its, fields: { ...there, place: 'Sân đình' }, reason: 'Ghi nhầm nơi' }
    expect((await save(colleague.store, colleague.environment, await unitsOn(colleague), request)).ok).toBe(true)
    await colleague.sync()
    await official.sync()
    expect(await undo(official)).toEqual({ ok: false, problem: 'changed' })
    expect(await count(official)).toBe(4)
  })

  test('not where it lies in a period that was locked since', async () => {
    const { server, official } = await office()
    await take(official, rowsOf(2))
    await lock(server, official)
    expect(await undo(official)).toEqual({ ok: false, problem: 'locked' })
    expect(await count(official)).toBe(2)
  })
})

/** The province locks November. */
async function lock(server: Awaited<ReturnType<typeof office>>['server'], official: FieldPhone): Promise<void> {
  const period = { from: '2026-11-01', to: '2026-11-30' }
  const submission = { unit: aLuoi1, organisation: someBody, period, state: 'submitted', asOf: '2026-11-21', figures: { sessions: 2 } }
  const { id } = await official.save({ kind: 'submission', ...submission })
  await official.sync()
  const province = await fieldPhone(server, 'province', hue)
  await province.sync()
  const [sent] = await listRecords(province.store, 'submission')
  const request = { kind: 'submission' as const, id, fields: { ...sent?.data, state: 'locked' } }
  expect((await save(province.store, province.environment, await unitsOn(province), request)).ok).toBe(true)
  await province.sync()
  await official.sync()
}

test('what lies in a locked period is told apart, needs a reason, and carries it; the rest does not', async () => {
  const { server, official } = await office()
  await lock(server, official)
  const judge = await judgeOfNew(official.store, official.environment, await unitsOn(official), 'session')
  const fields = [session(), session({ date: '2026-10-05' })]
  const judged = fields.map((one) => judge?.(one))
  expect(judged).toMatchObject([
    { ok: true, value: { late: true } },
    { ok: true, value: { late: false } },
  ])
  const rows = judged.flatMap((one) => (one?.ok ? [{ fields: one.value.fields, ...(one.value.late ? { late: true as const } : {}) }] : []))
  expect(await take(official, rows)).toMatchObject({ ok: false, problem: { place: 0, problems: [{ code: 'reason-needed' }] } })
  expect((await take(official, rows, { reason: 'Sổ cũ mới tìm thấy' })).ok).toBe(true)
  const changes = (await pending(official)).filter(({ kind }) => kind === 'session')
  expect(changes.map(({ reason, lock: moved }) => [reason, moved !== undefined])).toEqual([
    ['Sổ cũ mới tìm thấy', true],
    [undefined, false],
  ])
  await official.sync()
  expect((await listSessions(official.store)).map(({ state }) => state)).toEqual(['sent', 'sent'])
})

test('a new record is judged as saving it would, and nothing is written', async () => {
  const { official } = await office()
  const judge = await judgeOfNew(official.store, official.environment, await unitsOn(official), 'session')
  const codes = (fields: Fields) => {
    const judged = judge?.(fields)
    return judged?.ok ? [] : judged?.problem.map(({ code }) => code)
  }
  expect(codes(session())).toEqual([])
  expect(codes(session({ unit: aLuoi2 }))).toEqual(['out-of-scope'])
  expect(codes(session({ date: '2026-11-22' }))).toEqual(['future-date'])
  expect(codes(session({ date: '2025-06-30' }))).toEqual(['ended-unit'])
  expect(codes(session({ form: 'dance' }))).toEqual(['not-in-list'])
  expect(await official.store.outbox.count()).toBe(0)
})
