import { expect, test } from 'vitest'
import { putDraft } from '../../src/client/store/draft.ts'
import { readEarlierDevices } from '../../src/client/store/earlier-devices.ts'
import { getDeviceId, storeEnrolment } from '../../src/client/store/enrolment.ts'
import { putMeta } from '../../src/client/store/meta.ts'
import { getIdentity } from '../../src/client/store/read.ts'
import type { Witness } from '../../src/client/store/witness.ts'
import { EVENING, enrolmentOf, scopeOf, village } from '../fixture/village.ts'

const official = enrolmentOf(scopeOf('cán bộ', 'official'))

const paperNote = (): Pick<Witness, 'leave' | 'remembers'> => {
  let left = false
  return { leave: () => (left = true), remembers: () => left }
}

test('[P18] the device keeps its id, so an enrolment whose answer was lost is recognised', async () => {
  const { phone } = await village()
  await phone.store.meta.delete('device')
  const first = await getDeviceId(phone.store, phone.environment)
  expect(await getDeviceId((await phone.restart()).store, phone.environment)).toBe(first)
})

test('enrolling the same account again keeps what is not sent', async () => {
  const { phone } = await village()
  const { id } = await phone.save({ place: 'Sân đình' })
  const again = await storeEnrolment(phone.store, enrolmentOf(scopeOf('cộng tác viên')), phone.environment, paperNote())
  expect(again.ok).toBe(true)
  expect(await phone.get(id)).toMatchObject({ state: 'waiting', data: { place: 'Sân đình' } })
  await phone.save({ place: 'Chợ' })
  expect((await phone.store.outbox.toArray()).map(({ n }) => n).sort()).toEqual([1, 2])
})

test.each(['a waiting change', 'a refused change', 'a draft'])('another account is not let in over %s of the first', async (work) => {
  const { phone, server } = await village()
  if (work === 'a draft') await putDraft(phone.store, 'session:new', { place: 'Sâ' }, EVENING)
  else await phone.save()
  server.refuse = () => [{ code: 'ended-unit', path: ['unit'] }]
  if (work === 'a refused change') await phone.sync()
  expect(await storeEnrolment(phone.store, official, phone.environment, paperNote())).toMatchObject({ ok: false, problem: { code: 'not-allowed' } })
  expect((await getIdentity(phone.store))?.account).toBe(scopeOf('cộng tác viên').account)
  expect([await phone.store.outbox.count(), await phone.store.drafts.count()]).toEqual(work === 'a draft' ? [0, 1] : [1, 0])
})

test("when all is sent another account may come, and finds nothing of the first's", async () => {
  const { phone } = await village()
  const { id } = await phone.save()
  await phone.sync()
  expect(await storeEnrolment(phone.store, official, phone.environment, paperNote())).toMatchObject({ ok: true, value: { account: official.scope.account } })
  expect(await phone.get(id)).toBeUndefined()
  expect(await phone.store.meta.get('cursor')).toBeUndefined()
})

const earlier = { name: 'Android · Chrome', contactAt: EVENING, received: 12, isThis: false }

test.each([
  ['another device', [earlier], [earlier]],
  ['only itself', [{ ...earlier, isThis: true }], undefined],
  ['none', [], undefined],
  ['nothing, by an older server', undefined, undefined],
] as const)('[P76] a phone that held nothing and is told of %s', async (_, devices, kept) => {
  const { phone } = await village()
  await phone.store.meta.clear()
  const answer = { ...enrolmentOf(scopeOf('cộng tác viên')), ...(devices ? { devices: [...devices] } : {}) }
  await storeEnrolment(phone.store, answer, phone.environment, paperNote())
  expect(await readEarlierDevices((await phone.restart()).store)).toEqual(kept)
})

test('[P76] a phone that held an account, or was told already that its data is gone, is not told of earlier devices', async () => {
  const { phone } = await village()
  const answer = { ...enrolmentOf(scopeOf('cộng tác viên')), devices: [earlier] }
  await storeEnrolment(phone.store, answer, phone.environment, paperNote())
  expect(await readEarlierDevices(phone.store)).toBeUndefined()
  await phone.store.meta.clear()
  await putMeta(phone.store, 'loss', { at: EVENING })
  await storeEnrolment(phone.store, answer, phone.environment, paperNote())
  expect(await readEarlierDevices(phone.store)).toBeUndefined()
})
