import { expect, test } from 'vitest'
import type { Fields } from '../../src/model/record.ts'
import { aLuoi1, hue } from '../fixture/land.ts'
import { session, someBody, village } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'

const submission = (more: Fields = {}): Fields => ({
  unit: aLuoi1,
  organisation: someBody,
  period: { from: '2026-10-01', to: '2026-11-14' },
  state: 'submitted',
  asOf: '2026-11-20',
  figures: { sessions: 1, attendance: 40 },
  ...more,
})

/** One period of A Lưới 1, sent up and locked. */
async function lockedPeriod() {
  const server = await serverFixture()
  const [official, province, phone] = [await server.enrol('official', aLuoi1), await server.enrol('province', hue), await server.enrol('collaborator', aLuoi1)]
  const id = server.newId()
  const on = (version: number) => ({ base: { epoch: official.epoch, version } })
  await official.push(official.set('submission', id, submission()))
  await province.push(province.set('submission', id, { state: 'locked' }, on(1)))
  return { server, official, province, phone, id, on }
}

test('[P93] who knew of the lock says why; who did not is taken as she is', async () => {
  const { server, phone, id } = await lockedPeriod()
  const late = () => ['session', server.newId(), session({ date: '2026-11-02' })] as const
  const withoutReason = phone.set(...late(), { lock: id })
  expect(await phone.push(withoutReason)).toMatchObject({ answer: 'rejected', problems: [{ code: 'reason-needed', path: [] }] })
  expect(await phone.push(phone.set(...late(), { lock: id, reason: 'Ghi sót' }))).toMatchObject({ answer: 'applied' })
  expect(await phone.push(phone.set(...late()))).toMatchObject({ answer: 'applied' })
  expect(await phone.push(phone.set('session', server.newId(), session({ date: '2026-11-20' }), { lock: id }))).toMatchObject({ answer: 'applied' })
})

test('[P93] a village that stands among those of the locked period is asked for, one that begins later is not', async () => {
  const { server, official, id } = await lockedPeriod()
  const early = () => ['unit', server.newId(), village()] as const
  expect(await official.push(official.set(...early(), { lock: id }))).toMatchObject({ answer: 'rejected', problems: [{ code: 'reason-needed' }] })
  expect(await official.push(official.set(...early(), { lock: id, reason: 'Ghi sót' }))).toMatchObject({ answer: 'applied' })
  expect(await official.push(official.set('unit', server.newId(), village({ validFrom: '2026-11-15' }), { lock: id }))).toMatchObject({ answer: 'applied' })
})

test('[P93] what moves no figure needs no reason, and what is taken away does', async () => {
  const { server, phone, id } = await lockedPeriod()
  const record = server.newId()
  await phone.push(phone.set('session', record, session({ date: '2026-11-02' })))
  expect(await phone.push(phone.set('session', record, { place: 'Chợ' }, { lock: id }))).toMatchObject({ answer: 'applied' })
  expect(await phone.push(phone.remove('session', record, { lock: id }))).toMatchObject({ answer: 'rejected', problems: [{ code: 'reason-needed' }] })
  expect(await phone.push(phone.remove('session', record, { lock: id, reason: 'Ghi hai lần' }))).toMatchObject({ answer: 'applied' })
})

test('[P93] a lock that was reopened meanwhile asks for nothing, and one that is none neither', async () => {
  const { server, phone, province, id, on } = await lockedPeriod()
  await province.push(province.set('submission', id, { state: 'reopened' }, on(2)))
  for (const lock of [id, server.newId()]) {
    expect(await phone.push(phone.set('session', server.newId(), session({ date: '2026-11-02' }), { lock }))).toMatchObject({ answer: 'applied' })
  }
})

test('[P92] an official who has seen the lock can’t send over it; one who has not is kept beside it', async () => {
  const { official, id, on } = await lockedPeriod()
  const again = { state: 'submitted', figures: { sessions: 2, attendance: 90 } }
  expect(await official.push(official.set('submission', id, again, on(2)))).toMatchObject({
    answer: 'rejected',
    problems: [{ code: 'not-allowed', path: ['state'] }],
  })
  expect(await official.push(official.set('submission', id, again, on(1)))).toMatchObject({ answer: 'conflict' })
  const [row] = (await official.sync()).changes.filter(({ kind }) => kind === 'submission')
  expect(row).toMatchObject({ data: again, conflicts: [{ fields: { state: 'locked', figures: { sessions: 1, attendance: 40 } } }] })
})

test('[P92] the office decides for its lock, with the figures that were locked', async () => {
  const { official, province, id, on } = await lockedPeriod()
  await official.push(official.set('submission', id, { state: 'submitted', figures: { sessions: 2 } }, on(1)))
  const decided = { ...province.set('submission', id, {}, on(3)), set: undefined, resolve: { state: 'locked', figures: { sessions: 1, attendance: 40 } } }
  expect(await province.push(JSON.parse(JSON.stringify(decided)))).toMatchObject({ answer: 'applied' })
  const [row] = (await province.sync()).changes.filter(({ kind }) => kind === 'submission')
  expect(row).toMatchObject({ data: { state: 'locked', figures: { sessions: 1 } }, marks: [] })
})

test('[P45] [P50] a collaborator reads what her commune has sent, without the remark; nobody else’s commune', async () => {
  const { province, phone, id, on } = await lockedPeriod()
  await province.push(province.set('submission', id, { state: 'reopened' }, on(2)))
  await province.push(province.set('submission', id, { remark: 'Xem lại' }, on(3)))
  const [row] = (await phone.sync()).changes.filter(({ kind }) => kind === 'submission')
  expect(row?.data).toMatchObject({ state: 'reopened' })
  expect(row?.data).not.toHaveProperty('remark')
})
