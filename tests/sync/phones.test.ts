import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listSessions } from '../../src/client/store/read.ts'
import { removeRecord, resolveConflict } from '../../src/client/store/save.ts'
import type { Fields } from '../../src/model/record.ts'
import { DAY_MS } from '../fixture/clock.ts'
import { type FieldPhone, fieldPhone, unitsOn } from '../fixture/field-phone.ts'
import { aLuoi1, aLuoi2 } from '../fixture/land.ts'
import { session } from '../fixture/sample.ts'
import { type ServerFixture, serverFixture } from '../fixture/server.ts'

/** Two phones of one account that know the same session. */
async function twoPhones() {
  const server = await serverFixture()
  const hers = await fieldPhone(server, 'collaborator', aLuoi1)
  const spare = await fieldPhone(server, 'collaborator', aLuoi1, { account: hers.account })
  const { id } = await hers.save({ place: 'Sân đình' })
  for (const phone of [hers, spare]) await phone.sync()
  return { server, hers, spare, id }
}

const decide = async (phone: FieldPhone, id: string, fields: Fields) => resolveConflict(phone.store, phone.environment, await unitsOn(phone), id, fields)

const places = async ({ store }: FieldPhone) => (await listSessions(store)).map(({ data }) => data.place).sort()

/** How often each change stands in the server's history. */
const history = (server: ServerFixture) => server.database.read((sql) => sql.all('SELECT id FROM change ORDER BY seq'))

test('a day of five sessions reaches the office in exactly one request', async () => {
  const server = await serverFixture()
  const phone = await fieldPhone(server, 'collaborator', aLuoi1)
  phone.network.isOnline = false
  for (const place of ['Sân đình', 'Chợ', 'Trường', 'Bến đò', 'Nhà văn hoá']) await phone.save({ place })
  phone.network.isOnline = true
  expect(await phone.sync()).toEqual({ at: 'idle', sent: 5, toSend: 0 })
  expect(phone.network.sent).toBe(1)
  expect((await listSessions(phone.store)).map(({ state, version }) => [state, version])).toEqual(Array(5).fill(['sent', 1]))
})

test('what one phone of the commune saved is read on the other, and not in the next commune', async () => {
  const server = await serverFixture()
  const [first, second, next] = [
    await fieldPhone(server, 'collaborator', aLuoi1),
    await fieldPhone(server, 'official', aLuoi1),
    await fieldPhone(server, 'official', aLuoi2),
  ]
  const { id } = await first.save({ place: 'Sân đình' })
  for (const phone of [first, second, next]) await phone.sync()
  expect(await second.get(id)).toMatchObject({ mine: false, state: 'sent', version: 1, data: { place: 'Sân đình' } })
  expect(await places(next)).toEqual([])
})

test('[P109] a record is told by when she did it, also once the office and others have it; her clock is put right', async () => {
  const server = await serverFixture()
  const [hers, reader] = [await fieldPhone(server, 'collaborator', aLuoi1), await fieldPhone(server, 'official', aLuoi1)]
  const made = server.clock.now()
  // Her clock is two hours late.
  hers.clock.now -= 7_200_000
  const { id } = await hers.save({ place: 'Sân đình' })
  for (const clock of [hers.clock, reader.clock]) clock.now += 3 * DAY_MS
  server.clock.advance(3 * DAY_MS)
  for (const phone of [hers, reader]) await phone.sync()
  for (const phone of [hers, reader]) expect(await phone.get(id)).toMatchObject({ state: 'sent', madeAt: made, editedAt: made, createdAt: made + 3 * DAY_MS })
  await hers.save({ id, place: 'Chợ' })
  expect(await hers.get(id)).toMatchObject({ state: 'waiting', madeAt: made, editedAt: hers.clock.now })
  for (const phone of [hers, reader]) await phone.sync()
  for (const phone of [hers, reader]) expect(await phone.get(id)).toMatchObject({ madeAt: made, editedAt: made + 3 * DAY_MS, changedAt: made + 3 * DAY_MS })
})

test('an answer lost after the server took the changes costs nothing: sent again, they are there once', async () => {
  const server = await serverFixture()
  const phone = await fieldPhone(server, 'collaborator', aLuoi1)
  const { id } = await phone.save({ place: 'Sân đình' })
  phone.network.next = 'answer lost'
  expect(await phone.sync()).toMatchObject({ at: 'waiting', toSend: 1, lastProblem: { code: 'no-connection' } })
  expect(await phone.get(id)).toMatchObject({ state: 'waiting' })
  expect(await phone.sync()).toMatchObject({ at: 'idle', toSend: 0 })
  expect(await phone.get(id)).toMatchObject({ state: 'sent', version: 1 })
  expect(await history(server)).toHaveLength(1)
})

test('an edit made while a push is in flight survives the pull and goes with the same run', async () => {
  const server = await serverFixture()
  const phone = await fieldPhone(server, 'collaborator', aLuoi1)
  const { id } = await phone.save({ place: 'Nhà văn hoá thôn' })
  let edited = false
  phone.network.onTheWay = async () => {
    if (!edited) await phone.save({ id, place: 'Trường tiểu học' })
    edited = true
  }
  expect(await phone.sync()).toMatchObject({ at: 'idle', sent: 2, toSend: 0 })
  expect(await phone.get(id)).toMatchObject({ state: 'sent', version: 2, data: { place: 'Trường tiểu học' } })
})

test('[P80] [P81] two phones give one session two places: both are kept, her decision ends it, and both phones agree', async () => {
  const { hers, spare, id } = await twoPhones()
  await spare.save({ id, place: 'Chợ' })
  await spare.sync()
  await hers.save({ id, place: 'Trường' })
  expect(await hers.sync()).toMatchObject({ at: 'attention', toSend: 0 })
  expect(await hers.get(id)).toMatchObject({ state: 'sent', marks: ['conflict'], data: { place: 'Trường' }, conflicts: [{ fields: { place: 'Chợ' } }] })
  expect((await decide(hers, id, { place: 'Trường tiểu học' })).ok).toBe(true)
  expect(await hers.get(id)).toMatchObject({ state: 'waiting', marks: [], conflicts: [] })
  expect(await hers.sync()).toMatchObject({ at: 'idle' })
  await spare.sync()
  for (const phone of [hers, spare]) expect(await phone.get(id)).toMatchObject({ version: 4, conflicts: [], data: { place: 'Trường tiểu học' } })
})

test('[P37] two phones edit different things of one session: both stand, and nobody is asked', async () => {
  const { hers, spare, id } = await twoPhones()
  await spare.save({ id, place: 'Chợ' })
  await hers.save({ id, note: 'Đông vui' })
  for (const phone of [spare, hers, spare]) expect(await phone.sync()).toMatchObject({ at: 'idle' })
  for (const phone of [hers, spare]) expect(await phone.get(id)).toMatchObject({ version: 3, data: { place: 'Chợ', note: 'Đông vui' } })
})

test('a session in a village that the same phone has just entered goes with it', async () => {
  const server = await serverFixture()
  const phone = await fieldPhone(server, 'official', aLuoi1)
  const village = await phone.save({ kind: 'unit', name: 'Thôn Đông', type: 'thon', parent: aLuoi1, validFrom: '2025-07-01' })
  const held = await phone.save({ unit: village.id })
  expect(await phone.sync()).toMatchObject({ at: 'idle', sent: 2 })
  expect((await phone.get(held.id))?.state).toBe('sent')
})

test("[P45] editing another's session asks for a reason on the phone, and the server takes it with one", async () => {
  const server = await serverFixture()
  const [collaborator, official] = [await fieldPhone(server, 'collaborator', aLuoi1), await fieldPhone(server, 'official', aLuoi1)]
  const { id } = await collaborator.save({ place: 'Sân đình' })
  await collaborator.sync()
  await official.sync()
  expect(await official.trySave({ ...session({ place: 'Chợ' }), id })).toMatchObject({ ok: false, problem: [{ code: 'reason-needed' }] })
  expect((await official.trySave({ ...session({ place: 'Chợ' }), id }, 'Ghi nhầm nơi')).ok).toBe(true)
  await official.sync()
  await collaborator.sync()
  expect(await collaborator.get(id)).toMatchObject({ version: 2, data: { place: 'Chợ' } })
})

test("the phone's judgement is the server's: what passes the form is not refused at the office", async () => {
  const server = await serverFixture()
  const phone = await fieldPhone(server, 'collaborator', aLuoi1)
  const { id } = await phone.save({ place: 'Sân đình', note: 'Đông vui' })
  await phone.sync()
  await phone.save({ id, note: 'Rất đông' })
  await removeRecord(phone.store, phone.environment, await unitsOn(phone), id)
  await phone.sync()
  expect(await phone.get(id)).toMatchObject({ state: 'sent', removed: true, version: 3 })
})

/** What phones do and what happens to them, in any order. */
const step = fc.oneof(
  fc.record({ do: fc.constant('save' as const), phone: fc.nat(2), place: fc.constantFrom('Sân đình', 'Chợ', 'Trường', 'Bến đò') }),
  fc.record({ do: fc.constant('edit' as const), phone: fc.nat(2), which: fc.nat(5), place: fc.constantFrom('Đồi', 'Suối', 'Rẫy') }),
  fc.record({ do: fc.constant('sync' as const), phone: fc.nat(2), next: fc.constantFrom(undefined, 'request lost' as const, 'answer lost' as const) }),
  fc.record({ do: fc.constant('restart' as const), phone: fc.nat(2) }),
)

test('whatever is lost on the way: every change is in the history once or before its person, and all phones agree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const server = await serverFixture()
      const phones = [
        await fieldPhone(server, 'collaborator', aLuoi1),
        await fieldPhone(server, 'collaborator', aLuoi1),
        await fieldPhone(server, 'official', aLuoi1),
      ]
      for (const one of steps) await take(phones, one)
      for (const phone of [...phones, ...phones]) {
        phone.network.next = undefined
        expect(await phone.sync()).toMatchObject({ at: 'idle', toSend: 0 })
      }
      await expectNothingLost(server, phones)
    }),
    { numRuns: 30 },
  )
}, 240_000)

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

async function take(phones: FieldPhone[], one: Step): Promise<void> {
  const phone = phones[one.phone]
  if (!phone) return
  if (one.do === 'save') await phone.save({ place: one.place })
  if (one.do === 'restart') phones[one.phone] = { ...(await phone.restart()), account: phone.account }
  if (one.do === 'sync') {
    phone.network.next = one.next
    await phone.sync()
  }
  if (one.do !== 'edit') return
  const seen = (await listSessions(phone.store)).filter(({ mine }) => mine)
  const chosen = seen[one.which % Math.max(1, seen.length)]
  if (chosen) await phone.save({ id: chosen.id, place: one.place })
}

async function expectNothingLost(server: ServerFixture, phones: FieldPhone[]): Promise<void> {
  const held = (await history(server)).map((row) => String(row['id']))
  expect(new Set(held).size).toBe(held.length)
  const made = (await Promise.all(phones.map(({ store }) => store.outbox.toArray()))).flat()
  for (const { id, state } of made) expect([id, held.includes(id) ? 'done' : 'rejected']).toEqual([id, state])
  const [first, ...others] = await Promise.all(
    phones.map(async ({ store }) =>
      (await store.records.toArray()).filter(({ state }) => state === 'sent').map(({ id, version, data }) => [id, version, data]),
    ),
  )
  for (const other of others) expect(other).toEqual(first)
}
