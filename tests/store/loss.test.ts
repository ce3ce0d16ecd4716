// What is remembered outside the database against what is in it: a loss is told once, never greeted as a newcomer, and
// nothing is deleted for it.

import { expect, test } from 'vitest'
import { storeEnrolment } from '../../src/client/store/enrolment.ts'
import { findLoss, readTip, readToldLoss, settleLoss } from '../../src/client/store/loss.ts'
import { putMeta } from '../../src/client/store/meta.ts'
import { listSessions } from '../../src/client/store/read.ts'
import type { Witness } from '../../src/client/store/witness.ts'
import type { Phone } from '../fixture/phone.ts'
import { EVENING, enrolmentOf, scopeOf, village } from '../fixture/village.ts'

const enrolment = enrolmentOf(scopeOf('cộng tác viên'))

/** What a browser would remember, on paper. */
function paperNote(): Witness & { kept: { device: string; n: number } | undefined } {
  let known = false
  const paper: ReturnType<typeof paperNote> = {
    kept: undefined,
    leave: () => (known = true),
    remembers: () => known || paper.kept !== undefined,
    note: (device, n) => (paper.kept = { device, n: Math.max(n, paper.noted(device)) }),
    noted: (device) => (paper.kept?.device === device ? paper.kept.n : 0),
    settle: (device, n) => (paper.kept = { device, n }),
  }
  return paper
}

/** What follows the store while the app is open. */
async function noteTip({ store }: Phone, witness: Witness): Promise<void> {
  const tip = await readTip(store)
  if (tip) witness.note(tip.device, tip.n)
}

/** The disk forgets every change after the first `kept`, as a log that is cut off does. */
async function cutShort({ store }: Phone, kept: number): Promise<void> {
  const entries = await store.outbox.orderBy('[device+n]').toArray()
  const last = entries[kept - 1]
  if (!last) throw new Error(`There are not ${kept} changes`)
  const lost = entries.slice(kept)
  await store.outbox.bulkDelete(lost.map(({ id }) => id))
  await store.records.bulkDelete(lost.map(({ record }) => record))
  await putMeta(store, 'tip', { n: last.n, id: last.id })
}

test('a phone that has all it saved is told of no loss, nor is a newcomer', async () => {
  const note = paperNote()
  const { phone } = await village()
  await phone.store.meta.delete('identity')
  expect(await findLoss(phone.store, note)).toBeUndefined()
  await storeEnrolment(phone.store, enrolment, phone.environment, note)
  await phone.save()
  await noteTip(phone, note)
  expect(await findLoss((await phone.restart()).store, note)).toBeUndefined()
})

test('a code that was not accepted leaves no trace of an account', async () => {
  const note = paperNote()
  const { phone } = await village()
  await phone.store.meta.delete('identity')
  await noteTip(phone, note)
  expect(await findLoss(phone.store, note)).toBeUndefined()
})

test('a phone that knew an account and finds an empty database says so', async () => {
  const note = paperNote()
  const { phone } = await village()
  await storeEnrolment(phone.store, enrolment, phone.environment, note)
  await phone.store.meta.clear()
  expect(await findLoss(phone.store, note)).toEqual({ code: 'vanished' })
})

test('saved changes that are missing are counted, told once, and remembered; what is there stays', async () => {
  const note = paperNote()
  const { phone } = await village()
  for (const place of ['Sân đình', 'Chợ', 'Trường']) await phone.save({ place })
  await noteTip(phone, note)
  await cutShort(phone, 1)
  const again = await phone.restart()
  const loss = await findLoss(again.store, note)
  expect(loss).toMatchObject({ code: 'cut-short', missing: 2 })
  if (!loss) return
  expect((await settleLoss(again.store, note, loss, EVENING)).ok).toBe(true)
  expect(await findLoss(again.store, note)).toBeUndefined()
  expect(await readToldLoss(again.store)).toEqual({ at: EVENING, missing: 2 })
  expect((await listSessions(again.store)).map(({ data }) => data.place)).toEqual(['Sân đình'])
  expect((await again.save({ place: 'Chợ' })).state).toBe('waiting')
})

test('a loss whose note cannot be written is told again at the next start', async () => {
  const note = paperNote()
  const { phone } = await village()
  for (const place of ['Sân đình', 'Chợ']) await phone.save({ place })
  await noteTip(phone, note)
  await cutShort(phone, 1)
  const loss = await findLoss(phone.store, note)
  phone.store.breaker.trip('full')
  if (loss) expect((await settleLoss(phone.store, note, loss, EVENING)).ok).toBe(false)
  expect(await findLoss((await phone.restart()).store, note)).toMatchObject({ code: 'cut-short', missing: 1 })
})

test('a phone that goes on under a new identity is not measured by the old one', async () => {
  const note = paperNote()
  const { phone } = await village()
  for (const place of ['Sân đình', 'Chợ']) await phone.save({ place })
  await noteTip(phone, note)
  await storeEnrolment(phone.store, { ...enrolment, device: phone.environment.newId() }, phone.environment, note)
  await phone.store.meta.delete('tip')
  expect(await findLoss(phone.store, note)).toBeUndefined()
})
