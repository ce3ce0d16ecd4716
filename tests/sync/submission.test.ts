// A period's way between a commune and its province, with phones that are without a network for a while: sent, returned, sent
// again, locked, and what comes after the lock.

import { expect, test } from 'vitest'
import { readLocks } from '../../src/client/store/locks.ts'
import { getRecord, listRecords, listSessions } from '../../src/client/store/read.ts'
import { removeRecord, save } from '../../src/client/store/save.ts'
import type { Shown } from '../../src/client/store/shown.ts'
import { keptFigures } from '../../src/client/ui/kept-figures.ts'
import { readPeriods } from '../../src/client/ui/report-periods.ts'
import type { Fields } from '../../src/model/record.ts'
import { adjustment, type KeptFigures } from '../../src/programme/adjustment.ts'
import { adoptPack } from '../../src/programme/adopt-pack.ts'
import { type FieldPhone, fieldPhone, unitsOn } from '../fixture/field-phone.ts'
import { aLuoi1, hue } from '../fixture/land.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { session, someBody, village } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'

const PERIOD = { from: '2025-12-15', to: '2026-06-14' }

/** A commune with two villages, its collaborator and its official, and the province, which adopted a plan with half-years. */
async function commune() {
  const server = await serverFixture({ today: '2026-06-08' })
  const [collaborator, official, province] = [
    await fieldPhone(server, 'collaborator', aLuoi1),
    await fieldPhone(server, 'official', aLuoi1),
    await fieldPhone(server, 'province', hue),
  ]
  const plan = shippedPacks.find(({ id }) => id === '000-hai-duong')
  if (!plan) throw new Error('The plan with half-years is gone.')
  const moved = { ...plan, period: { ...plan.period, from: '2026-01-01', to: '2026-12-31' } }
  const programme = await kept(province, 'programme', adoptPack(moved, { unit: hue, adoptedOn: '2025-12-01' }))
  const villages = await Promise.all(['Đông', 'Tây'].map((name) => kept(official, 'unit', village({ name, validFrom: '2025-07-01' }))))
  for (const phone of [province, official, collaborator]) await phone.sync()
  return { server, collaborator, official, province, programme, villages, all: [collaborator, official, province] }
}

const kept = async (phone: FieldPhone, kind: Shown['kind'], fields: Fields, id?: string): Promise<string> =>
  (await phone.save({ kind, ...(id === undefined ? {} : { id }), ...fields })).id

const held = (total: number, more: Fields): Fields => session({ counts: { total, female: total, male: 0, method: 'counted' }, ...more })

const nowOn = async (phone: FieldPhone, programme: string): Promise<KeptFigures> =>
  (await keptFigures(phone.store, { commune: aLuoi1, programme, ...PERIOD }, 0)) ?? {}

/** Sessions, attendance and reached villages, counted by hand from the records that the official's phone holds. */
async function byHand(phone: FieldPhone): Promise<KeptFigures> {
  const sessions = await listSessions(phone.store, PERIOD)
  return {
    sessions: sessions.length,
    attendance: sessions.reduce((sum, { data }) => sum + data.counts.total, 0),
    'indicator.VC1.numerator': new Set(sessions.map(({ data }) => data.unit)).size,
  }
}

const told = (figures: KeptFigures): KeptFigures =>
  Object.fromEntries(['sessions', 'attendance', 'indicator.VC1.numerator'].flatMap((name) => (name in figures ? [[name, figures[name] ?? 0]] : [])))

async function submit(phone: FieldPhone, programme: string, id?: string): Promise<string> {
  const { remark: _answered, ...before }: Fields = id === undefined ? {} : ((await getRecord(phone.store, id))?.data ?? {})
  const made = { unit: aLuoi1, organisation: someBody, programme, period: PERIOD }
  const figures = await nowOn(phone, programme)
  const request = { kind: 'submission' as const, fields: { ...made, ...before, state: 'submitted', asOf: '2026-06-08', figures } }
  const saved = await save(phone.store, phone.environment, await unitsOn(phone), { ...request, ...(id === undefined ? {} : { id }) })
  if (!saved.ok) throw new Error(JSON.stringify(saved.problem))
  return saved.value.id
}

async function answer(phone: FieldPhone, id: string, more: Fields) {
  const before = (await getRecord(phone.store, id))?.data
  return save(phone.store, phone.environment, await unitsOn(phone), { kind: 'submission', id, fields: { ...before, ...more } })
}

const submissionOn = async (phone: FieldPhone): Promise<Shown<'submission'> | undefined> => (await listRecords(phone.store, 'submission'))[0]

test('a half-year is sent without a network, returned, sent again, locked; what comes late is an adjustment on both sides', async () => {
  const { collaborator, official, province, programme, villages, all } = await commune()
  const [dong = '', tay = ''] = villages
  await collaborator.save(held(30, { unit: dong, date: '2026-03-02' }))
  await collaborator.sync()
  await official.sync()

  official.network.isOnline = false
  const id = await submit(official, programme)
  await official.sync()
  expect(await submissionOn(province)).toBeUndefined()
  official.network.isOnline = true
  for (const phone of [official, province]) await phone.sync()
  expect((await submissionOn(province))?.data).toMatchObject({ state: 'submitted', figures: { sessions: 1, attendance: 30 } })

  expect((await answer(province, id, { state: 'returned', remark: 'Thiếu thôn Tây' })).ok).toBe(true)
  for (const phone of [province, official, collaborator]) await phone.sync()
  expect((await submissionOn(official))?.data).toMatchObject({ state: 'returned', remark: 'Thiếu thôn Tây' })
  expect((await submissionOn(collaborator))?.data).not.toHaveProperty('remark')

  await collaborator.save(held(20, { unit: tay, date: '2026-05-05' }))
  await collaborator.sync()
  await official.sync()
  await submit(official, programme, id)
  for (const phone of [official, province]) await phone.sync()
  const again = (await submissionOn(province))?.data
  expect(again).toMatchObject({ state: 'submitted', figures: { sessions: 2, attendance: 50, 'indicator.VC1.numerator': 2, 'indicator.VC1.denominator': 2 } })
  expect(again).not.toHaveProperty('remark')
  expect(adjustment(again?.figures ?? {}, await nowOn(province, programme))).toEqual({})

  // The collaborator is on a hill while the province locks, and so knows of no lock.
  collaborator.network.isOnline = false
  const late = await collaborator.save(held(7, { unit: dong, date: '2026-06-07' }))
  expect((await answer(province, id, { state: 'locked' })).ok).toBe(true)
  for (const phone of [province, official]) await phone.sync()
  collaborator.network.isOnline = true
  await collaborator.sync()
  expect(await collaborator.get(late.id)).toMatchObject({ state: 'sent' })

  // Now she knows, and the official too: both are asked why.
  const { trySave } = collaborator
  expect(await trySave(held(5, { unit: tay, date: '2026-06-01' }))).toMatchObject({ ok: false, problem: [{ code: 'reason-needed' }] })
  expect(await trySave(held(5, { unit: tay, date: '2026-06-01' }), 'Ghi sót')).toMatchObject({ ok: true })
  expect(await trySave(held(5, { unit: tay, date: '2025-12-10' }))).toMatchObject({ ok: true })
  expect(await removeRecord(collaborator.store, collaborator.environment, await unitsOn(collaborator), late.id)).toMatchObject({ ok: false })
  const [first] = await listSessions(official.store, { from: '2026-03-02', to: '2026-03-02' })
  const edited = { ...first?.data, counts: { total: 33, female: 33, male: 0, method: 'counted' } }
  expect(await official.trySave({ ...edited, ...(first ? { id: first.id } : {}) }, 'Đếm lại')).toMatchObject({ ok: true })
  for (const phone of [...all, ...all]) await phone.sync()

  const locked = (await submissionOn(official))?.data.figures ?? {}
  expect(told(locked)).toEqual({ sessions: 2, attendance: 50, 'indicator.VC1.numerator': 2 })
  const expected = adjustment(told(locked), await byHand(official))
  expect(expected).toEqual({ sessions: 2, attendance: 15 })
  for (const phone of [official, province]) {
    expect((await submissionOn(phone))?.data).toMatchObject({ state: 'locked', figures: locked })
    expect(told(adjustment(locked, await nowOn(phone, programme)))).toEqual(expected)
    expect(phone.errors).toEqual([])
  }
  expect(adjustment(locked, await nowOn(official, programme))).toEqual(adjustment(locked, await nowOn(province, programme)))
})

test('[P93] a queue that was half sent when the lock was told is taken to its end', async () => {
  const { collaborator, official, province, programme, villages } = await commune()
  const id = await submit(official, programme)
  await official.sync()
  await province.sync()
  for (let day = 1; day <= 60; day++) {
    const date = `2026-0${3 + Math.floor((day - 1) / 30)}-${String(1 + ((day - 1) % 28)).padStart(2, '0')}`
    await collaborator.save(held(10, { unit: villages[0], date, place: `${day}` }))
  }
  await answer(province, id, { state: 'locked' })
  await province.sync()
  // The first fifty go, the lock is told with their answer, and the network is gone.
  let requests = 0
  collaborator.network.onTheWay = async () => {
    requests += 1
    if (requests === 1) collaborator.network.next = 'request lost'
  }
  await collaborator.sync()
  expect((await listSessions(collaborator.store)).filter(({ state }) => state === 'waiting').length).toBe(10)
  expect(await readLocks(collaborator.store)).toMatchObject([{ id }])
  collaborator.network.onTheWay = async () => undefined
  await collaborator.sync()
  const sessions = await listSessions(collaborator.store)
  expect(sessions).toHaveLength(60)
  expect(sessions.filter(({ state }) => state !== 'sent')).toEqual([])
})

test('an official who sends again while the province locks: both are kept, and the province decides', async () => {
  const { collaborator, official, province, programme, villages } = await commune()
  const id = await submit(official, programme)
  for (const phone of [official, province]) await phone.sync()
  official.network.isOnline = false
  await official.save(held(9, { unit: villages[0], date: '2026-04-04' }))
  await submit(official, programme, id)
  await answer(province, id, { state: 'locked' })
  await province.sync()
  official.network.isOnline = true
  for (const phone of [official, province, collaborator]) await phone.sync()
  const sent = await submissionOn(province)
  expect(sent).toMatchObject({ marks: ['conflict'], data: { state: 'submitted', figures: { sessions: 1 } } })
  expect(sent?.conflicts).toMatchObject([{ fields: { state: 'locked' } }])
})

test('the calendar of an adopted plan tells which periods are owed, and what was sent stands in them', async () => {
  const { official, province, programme } = await commune()
  const lookup = await unitsOn(official)
  const periods = () => readPeriods(official.store, { today: '2026-06-08', unit: aLuoi1, lookup })
  const half = async () => (await periods()).find(({ period }) => period.from === PERIOD.from)
  expect(await half()).toMatchObject({ before: '2026-06-10', programme, period: { kind: 'half', number: 1, year: 2026 }, submissions: [] })
  const id = await submit(official, programme)
  expect((await half())?.submissions.map((one) => one.id)).toEqual([id])
  for (const phone of [official, province]) await phone.sync()
  expect((await submissionOn(province))?.id).toBe(id)
})
