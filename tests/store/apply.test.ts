import { expect, test } from 'vitest'
import { applyAnswer } from '../../src/client/store/apply.ts'
import { pendingChanges } from '../../src/client/store/outbox.ts'
import { storePort } from '../../src/client/store/port.ts'
import { getIdentity, listRecords, listSessions } from '../../src/client/store/read.ts'
import { sumOfRecord, sumText } from '../../src/protocol/check.ts'
import { type Change, type ChangeResult, PROTOCOL, type Row, type SyncRequest } from '../../src/protocol/sync.ts'
import { idNamed } from '../fixture/id-named.ts'
import { type Phone, pending, takingIn } from '../fixture/phone.ts'
import { session } from '../fixture/sample.ts'
import { EVENING, scopeOf, village } from '../fixture/village.ts'

const scope = scopeOf('cộng tác viên')
const nonce = '0123456789abcdef'

const requestOf = (changes: Change[], cursor: string | null = null): SyncRequest => ({
  protocol: PROTOCOL,
  account: scope.account,
  device: idNamed('máy'),
  epoch: idNamed('epoch'),
  nonce,
  sentAt: EVENING,
  model: 1,
  cursor,
  changes,
  want: 500,
})

interface Told {
  results?: ChangeResult[]
  rows?: unknown[]
  cursor?: string
  epoch?: string
  received?: number
  last?: string
  more?: boolean
  fresh?: boolean
  left?: string[]
  check?: string
}

async function answer(
  { store }: Phone,
  request: SyncRequest,
  { results = [], rows = [], cursor = '1', epoch = idNamed('epoch'), received = 0, more = false, fresh = false, left = [], ...rest }: Told,
): Promise<{ more: boolean }> {
  const applied = await applyAnswer(
    store,
    request,
    { protocol: PROTOCOL, epoch, nonce, serverTime: EVENING + 1_000, scope, results, changes: rows, cursor, more, received, last: null, fresh, left, ...rest },
    EVENING,
  )
  if (!applied.ok) throw new Error(applied.problem.code)
  return applied.value
}

const row = (id: string, version: number, more: Partial<Row> = {}): Row => ({
  id,
  kind: 'session',
  version,
  removed: false,
  author: scope.account,
  authorName: 'Cộng tác viên',
  createdAt: 5,
  changedAt: 6,
  marks: [],
  model: 1,
  data: session(),
  ...more,
})

const applied = ({ id }: Change, version: number): ChangeResult => ({ id, answer: 'applied', version })

test('[P65] an acknowledged edit does not flicker back while the row that has it is still to come', async () => {
  const { phone } = await village()
  const { id } = await phone.save({ place: 'Sân đình' })
  await phone.save({ id, place: 'Chợ' })
  const [made, edited] = await pending(phone)
  if (!made || !edited) throw new Error('Two changes were made')
  await answer(phone, requestOf([made, edited]), { results: [applied(made, 1), applied(edited, 2)], rows: [] })
  expect(await phone.get(id)).toMatchObject({ state: 'sent', version: 2, data: { place: 'Chợ' } })
  await answer(phone, requestOf([], '1'), { rows: [row(id, 1, { data: session({ place: 'Sân đình' }) })], cursor: '2' })
  expect(await phone.get(id)).toMatchObject({ state: 'sent', version: 2, data: { place: 'Chợ' } })
  await answer(phone, requestOf([], '2'), { rows: [row(id, 3, { data: session({ place: 'Trường' }) })], cursor: '3' })
  expect(await phone.get(id)).toMatchObject({ state: 'sent', version: 3, data: { place: 'Trường' } })
  expect((await phone.store.outbox.toArray()).map(({ state }) => state)).toEqual(['done', 'done'])
})

test('[P65] a pulled row is shown under what this phone has not sent yet', async () => {
  const { phone } = await village()
  const id = idNamed('buổi')
  await answer(phone, requestOf([]), { rows: [row(id, 4, { data: session({ place: 'Sân đình' }) })] })
  await phone.save({ id, place: 'Chợ' })
  await answer(phone, requestOf([], '1'), { rows: [row(id, 5, { data: session({ place: 'Sân đình', campaign: 'Ngày 30/7' }) })], cursor: '2' })
  expect(await phone.get(id)).toMatchObject({ state: 'waiting', version: 5, data: { place: 'Chợ', campaign: 'Ngày 30/7' } })
  expect((await pending(phone))[0]?.base).toEqual({ epoch: idNamed('epoch'), version: 4 })
})

test('[P64] an older row that overtook a newer one changes nothing', async () => {
  const { phone } = await village()
  const id = idNamed('buổi')
  await answer(phone, requestOf([]), { rows: [row(id, 5, { data: session({ place: 'Chợ' }) })] })
  await answer(phone, requestOf([]), { rows: [row(id, 4, { data: session({ place: 'Sân đình' }) })] })
  expect(await phone.get(id)).toMatchObject({ version: 5, data: { place: 'Chợ' } })
})

test('[P51] a removed row is kept as removed', async () => {
  const { phone } = await village()
  const id = idNamed('buổi')
  await answer(phone, requestOf([]), { rows: [row(id, 2, { removed: true })] })
  expect(await phone.get(id)).toMatchObject({ removed: true })
  expect(await listSessions(phone.store)).toEqual([])
  expect(await listRecords(phone.store, 'session', { removed: true })).toHaveLength(1)
})

test('[P58] what a newer server tells is kept as it came, and hides nothing else', async () => {
  const { phone } = await village()
  const survey = { ...row(idNamed('khảo sát'), 1), kind: 'survey', colour: 'red', data: { share: 0.4 } }
  const marked = { ...row(idNamed('đánh dấu'), 1), marks: ['future-date', 'looks-twice'], data: session({ weather: 'rain' }) }
  const strange = { ...row(idNamed('lạ'), 1), data: session({ form: 'hologram' }) }
  const known = row(idNamed('thường'), 1)
  await answer(phone, requestOf([]), { rows: [survey, 'no row', { id: 7 }, marked, strange, known], cursor: '6' })
  expect((await listSessions(phone.store)).map(({ id }) => id).sort()).toEqual([known.id, marked.id].sort())
  expect(await phone.get(marked.id)).toMatchObject({ marks: ['future-date'], data: { weather: 'rain' } })
  expect(await phone.get(strange.id)).toBeUndefined()
  expect(await phone.store.records.get(strange.id)).toMatchObject({ data: { form: 'hologram' } })
  expect(await phone.store.records.get(survey.id)).toMatchObject({ kind: 'survey', data: { share: 0.4 } })
  expect(await phone.store.meta.get('odd-rows')).toMatchObject({ value: ['no row', { id: 7 }] })
})

test("[P25] a newer build's field survives an edit by this one", async () => {
  const { phone } = await village()
  const id = idNamed('buổi')
  await answer(phone, requestOf([]), { rows: [row(id, 1, { data: session({ weather: 'rain' }) })] })
  expect((await phone.trySave({ ...session({ place: 'Chợ' }), id })).ok).toBe(true)
  expect(await pending(phone)).toMatchObject([{ set: { place: 'Chợ' } }])
  expect((await phone.get(id))?.data).toMatchObject({ weather: 'rain' })
})

test('[P64] the cursor moves only from where the request read on', async () => {
  const { phone } = await village()
  await answer(phone, requestOf([]), { cursor: '5' })
  await answer(phone, requestOf([]), { cursor: '3' })
  expect(await phone.store.meta.get('cursor')).toMatchObject({ value: '5' })
  await answer(phone, requestOf([], '5'), { cursor: '9' })
  expect(await phone.store.meta.get('cursor')).toMatchObject({ value: '9' })
})

test('[P67] a server restored from a backup gets again what it no longer has, and is read from its beginning', async () => {
  const { phone } = await village()
  const kept = await phone.save({ place: 'Sân đình' })
  const lost = await phone.save({ place: 'Chợ' })
  const changes = await pending(phone)
  await answer(phone, requestOf(changes), { results: changes.map((change) => applied(change, 1)), rows: [row(kept.id, 1), row(lost.id, 1)], received: 2 })
  expect(await phone.store.outbox.where('[state+n]').between(['done', 0], ['done', 99]).count()).toBe(2)
  const said = await answer(phone, requestOf([], '1'), {
    ...{ epoch: idNamed('khôi phục'), received: 1, last: changes[0]?.id ?? '', cursor: '40', fresh: true },
    rows: [row(kept.id, 1, { data: session({ place: 'Sân đình cũ' }) })],
  })
  expect(said.more).toBe(false)
  expect((await pending(phone)).map(({ record }) => record)).toEqual([lost.id])
  expect((await pendingChanges(phone.store, 9, false)).again).toMatchObject([{ epoch: idNamed('epoch'), version: 1 }])
  expect(await phone.get(kept.id)).toMatchObject({ version: 1, data: { place: 'Sân đình cũ' } })
  expect(await phone.get(lost.id)).toMatchObject({ state: 'waiting', data: { place: 'Chợ' } })
})

test('[P85] a reading from the start is kept beside what is shown, and takes its place when it is whole', async () => {
  const { phone } = await village()
  const [stays, gone] = [idNamed('còn'), idNamed('hết')]
  await answer(phone, requestOf([]), { rows: [row(stays, 1), row(gone, 1)], fresh: true })
  const mine = await phone.save({ place: 'Của tôi' })
  await answer(phone, requestOf([], '1'), { rows: [row(stays, 2, { data: session({ place: 'Mới' }) })], fresh: true, more: true, cursor: '5' })
  expect((await listSessions(phone.store)).map(({ id }) => id).sort()).toEqual([stays, gone, mine.id].sort())
  expect((await phone.get(stays))?.version).toBe(1)
  const late = idNamed('đến sau')
  await answer(phone, requestOf([], '5'), { rows: [row(late, 1)], cursor: '9' })
  expect((await listSessions(phone.store)).map(({ id }) => id).sort()).toEqual([stays, late, mine.id].sort())
  expect(await phone.get(stays)).toMatchObject({ version: 2, data: { place: 'Mới' } })
  expect(await phone.store.staged.count()).toBe(0)
})

test('[P86] a record that left is gone, unless something unsent hangs on it; then it goes with its answer', async () => {
  const { phone } = await village()
  const [left, edited] = [idNamed('đi'), idNamed('đang sửa')]
  await answer(phone, requestOf([]), { rows: [row(left, 1), row(edited, 1)], fresh: true })
  await phone.save({ id: edited, place: 'Chợ' })
  await answer(phone, requestOf([], '1'), { left: [left, edited], cursor: '2' })
  expect(await phone.get(left)).toBeUndefined()
  expect(await phone.get(edited)).toMatchObject({ state: 'waiting', data: { place: 'Chợ' } })
  const changes = await pending(phone)
  await answer(phone, requestOf(changes, '2'), { results: changes.map((change) => applied(change, 2)), cursor: '3' })
  expect(await phone.get(edited)).toBeUndefined()
})

test('[P87] where what lies here is not what the check says, everything is read anew, once a day at the most', async () => {
  const { phone } = await village()
  const id = idNamed('buổi')
  const right = sumText(sumOfRecord(id, 1))
  expect((await answer(phone, requestOf([]), { rows: [row(id, 1)], fresh: true, check: right })).more).toBe(false)
  expect((await answer(phone, requestOf([], '1'), { rows: [row(id, 2)], cursor: '2', check: right })).more).toBe(true)
  expect(await phone.store.meta.get('cursor')).toBeUndefined()
  expect(await storePort(phone.store, takingIn).sender()).toMatchObject({ cursor: null, mismatch: true })
  expect((await answer(phone, requestOf([]), { rows: [row(id, 2)], cursor: '3', fresh: true, check: right })).more).toBe(false)
  expect(await phone.store.meta.get('mismatch')).toMatchObject({ value: { times: 1 } })
})

test('the phone remembers when it last sent, last heard, and how its clock stands', async () => {
  const { phone } = await village()
  await answer(phone, requestOf([]), {})
  const heard = await getIdentity(phone.store)
  expect(heard).toMatchObject({ lastReceivedAt: EVENING, lastServerTime: EVENING + 1_000, clockOffsetMs: 1_000 })
  expect(heard).not.toHaveProperty('lastSentAt')
  await phone.save()
  const changes = await pending(phone)
  await answer(phone, requestOf(changes, '1'), { results: changes.map((change) => applied(change, 1)) })
  expect(await getIdentity(phone.store)).toMatchObject({ lastSentAt: EVENING })
})

test("an answer for another account than this phone's changes nothing", async () => {
  const { phone } = await village()
  await answer(phone, { ...requestOf([]), account: idNamed('người khác') }, { rows: [row(idNamed('buổi'), 1)] })
  expect(await phone.store.records.count()).toBe(0)
})
