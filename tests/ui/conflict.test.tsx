// Chọn bản đúng: two people have said different things of one record, and one who may decides.

import { fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { resolveConflict } from '../../src/client/store/save.ts'
import type { Conflict } from '../../src/model/merge.ts'
import type { Fields } from '../../src/model/record.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { session, someBody, village } from '../fixture/sample.ts'
import { heading, type Seat, seatOf, shown, tap, type } from '../fixture/screen.tsx'
import { EVENING } from '../fixture/village.ts'

const MINUTE = 60_000

const said = (fields: Fields, more: Partial<Conflict> = {}): Conflict => ({
  change: idNamed('sửa'),
  account: idNamed('người khác'),
  name: 'Cán bộ xã',
  at: EVENING - 30 * MINUTE,
  fields,
  ...more,
})

const wantedGone = ({ fields: _, ...more }: Conflict): Conflict => ({ ...more, removal: true })

/** Her session, as the office tells it with what others said. */
const hers = (seat: Seat, conflicts: Conflict[], more: Fields = {}) =>
  seat.tell('session', 'buổi', session({ unit: seat.village('Tây'), place: 'Sân đình', ...more }), { author: 'collaborator', authorName: 'Chị Lý', conflicts })

const question = (name: string | RegExp) => screen.findByRole('group', { name })

/** What a version says, under whose it is. */
async function version(group: HTMLElement, name: string): Promise<string> {
  const radio = await within(group).findByRole('radio', { name })
  return (radio.closest('label')?.textContent ?? '').replace(/\s+/g, ' ')
}

const pick = async (group: HTMLElement, name: string) => fireEvent.click(await within(group).findByRole('radio', { name }))

const sentBy = async (seat: Seat) => (await seat.phone.store.outbox.toArray()).at(-1)?.change

const counts = (total: number, female: number, more: Fields = {}) => ({ total, female, male: total - female, method: 'counted', ...more })

test('[P81] from her session she gets to both versions of the counts, keeps the other, and it is said and sent', async () => {
  const seat = await seatOf()
  const id = await hers(seat, [said({ counts: counts(42, 27) })], { counts: counts(40, 25) })
  seat.open(`/session/${id}`)
  await screen.findByText('Cán bộ xã đã sửa Số người lúc 20:30, khác với bản đang có.')
  await tap('Chọn bản đúng', 'link')
  await heading('Chọn bản đúng')
  const people = await question('Số người')
  expect(await version(people, 'Giữ bản đang có')).toContain('Tổng số người 40Nữ 25')
  expect(await version(people, 'Giữ bản của Cán bộ xã')).toBe('Giữ bản của Cán bộ xãTới nơi nhận lúc 20:30Tổng số người 42Nữ 27')
  expect(people.textContent).toContain('Giống nhau ở các bản: Nam 15 · Cách đếm Đếm được')
  await pick(people, 'Giữ bản của Cán bộ xã')
  await tap('Lưu lựa chọn')
  await heading('Thôn Tây')
  await screen.findByText('Đã chọn. Đã lưu trên máy này.')
  expect(await sentBy(seat)).toMatchObject({ record: id, resolve: { counts: counts(42, 27) } })
  expect(await seat.phone.get(id)).toMatchObject({ conflicts: [], data: { counts: { total: 42 } } })
})

test('where her own edit stands it is called the version on this phone, with its time', async () => {
  const seat = await seatOf()
  const { id } = await seat.phone.save({ unit: seat.village('Tây'), place: 'Sân đình' })
  await seat.phone.sync()
  const [own] = await seat.phone.store.outbox.toArray()
  const row = seat.server.rows.get(id)
  if (!own || !row) throw new Error('The session was sent')
  seat.server.tell({ ...row, version: 2, marks: ['conflict'], conflicts: [said({ place: 'Chợ' }, { change: own.id })] })
  await seat.phone.sync()
  seat.open(`/decide/${id}`)
  const where = await question('Nơi tổ chức')
  expect(await version(where, 'Giữ bản trên máy này')).toBe('Giữ bản trên máy nàyLưu lúc 21:00 Sân đình')
})

test('several things are chosen one by one, mixed; fields that say one thing together go together', async () => {
  const seat = await seatOf()
  const [west, east] = [seat.village('Tây'), seat.village('Đông')]
  const id = await hers(seat, [said({ unit: east, place: null, form: 'film' })], { form: 'rally' })
  seat.open(`/decide/${id}`)
  const [where, form] = [await question('Thôn, Nơi tổ chức'), await question('Hình thức')]
  expect(await version(where, 'Giữ bản của Cán bộ xã')).toContain('Thôn Thôn ĐôngNơi tổ chức để trống')
  await pick(where, 'Giữ bản của Cán bộ xã')
  await pick(form, 'Giữ bản đang có')
  await tap('Lưu lựa chọn')
  await heading('Thôn Đông')
  expect(await sentBy(seat)).toMatchObject({ resolve: { unit: east, place: null, form: 'rally' } })
  expect(west).not.toBe(east)
})

test('nothing is decided while something is left open: it says so there, and leads to it', async () => {
  const seat = await seatOf()
  const id = await hers(seat, [said({ place: 'Chợ', form: 'film' })])
  seat.open(`/decide/${id}`)
  await pick(await question('Hình thức'), 'Giữ bản của Cán bộ xã')
  await tap('Lưu lựa chọn')
  const where = await question('Nơi tổ chức')
  await within(where).findByText('Hãy chọn một bản.')
  expect(document.activeElement).toBe(where)
  expect(await sentBy(seat)).toBeUndefined()
})

test('three who said three things stand with their names, newest first, and who said the same as another only once', async () => {
  const seat = await seatOf()
  const id = await hers(seat, [
    said({ place: 'Chợ' }, { at: EVENING - 60 * MINUTE }),
    said({ place: 'Trường' }, { change: idNamed('sửa 2'), account: idNamed('cán bộ'), name: 'Cán bộ Mai', at: EVENING - 5 * MINUTE }),
    said({ place: 'Chợ' }, { change: idNamed('sửa 3'), account: idNamed('một người nữa'), name: 'Anh Núi', at: EVENING - 50 * MINUTE }),
  ])
  seat.open(`/decide/${id}`)
  const where = await question('Nơi tổ chức')
  const names = within(where)
    .getAllByRole('radio')
    .map((one) => document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent)
  expect(names).toEqual(['Giữ bản đang có', 'Giữ bản của Cán bộ Mai', 'Giữ bản của Anh Núi'])
})

test('what another wanted to delete while it was edited is kept, or deleted', async () => {
  const seat = await seatOf()
  const id = await hers(seat, [wantedGone(said({}))])
  seat.open(`/decide/${id}`)
  const fate = await question('Cán bộ xã muốn xoá mục này khi người khác đang sửa')
  await tap('Lưu lựa chọn')
  await within(fate).findByText('Hãy chọn một bản.')
  await pick(fate, 'Giữ lại')
  await tap('Lưu lựa chọn')
  await heading('Thôn Tây')
  expect(await sentBy(seat)).toMatchObject({ record: id, resolve: {} })
  expect(await seat.phone.get(id)).toMatchObject({ removed: false, conflicts: [] })

  const other = await seatOf()
  const gone = await hers(other, [wantedGone(said({})), said({ place: 'Chợ' })])
  other.open(`/decide/${gone}`)
  await question('Nơi tổ chức')
  await pick(await question(/muốn xoá mục này/), 'Xoá')
  expect(screen.queryByRole('group', { name: 'Nơi tổ chức' })).toBeNull()
  await tap('Lưu lựa chọn')
  await screen.findByText('Mục này đã xoá.')
  expect(await sentBy(other)).toMatchObject({ record: gone, remove: true })
})

test("an official gives a reason where the session is another's", async () => {
  const official = await seatOf({ role: 'official' })
  const id = await official.tell('session', 'buổi', session({ unit: official.village('Tây'), place: 'Sân đình' }), { conflicts: [said({ place: 'Chợ' })] })
  official.open(`/decide/${id}`)
  await pick(await question('Nơi tổ chức'), 'Giữ bản của Cán bộ xã')
  await tap('Lưu lựa chọn')
  await screen.findByText('Bản ghi của người khác, hoặc kỳ đã chốt: hãy cho biết lý do.')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Lý do')))
  await type('Lý do', 'Hỏi lại trưởng thôn')
  await tap('Lưu lựa chọn')
  await heading('Thôn Tây')
  expect(await sentBy(official)).toMatchObject({ resolve: { place: 'Chợ' }, reason: 'Hỏi lại trưởng thôn' })
})

test('her own session in a locked period asks for the reason, too, and what is chosen then becomes an adjustment', async () => {
  const seat = await seatOf()
  const lock = await seat.tell('submission', 'kỳ', {
    unit: aLuoi1,
    organisation: someBody,
    period: { from: '2025-12-15', to: '2026-12-14' },
    state: 'locked',
    asOf: '2026-11-20',
    figures: { sessions: 1 },
  })
  const id = await hers(seat, [said({ counts: counts(42, 27) })], { counts: counts(40, 25) })
  seat.open(`/decide/${id}`)
  await pick(await question('Số người'), 'Giữ bản của Cán bộ xã')
  await screen.findByLabelText('Lý do')
  await tap('Lưu lựa chọn')
  await screen.findByText('Bản ghi của người khác, hoặc kỳ đã chốt: hãy cho biết lý do.')
  expect(await sentBy(seat)).toBeUndefined()
  await type('Lý do', 'Đếm lại theo giấy')
  await tap('Lưu lựa chọn')
  await heading('Thôn Tây')
  expect(await sentBy(seat)).toMatchObject({ lock, reason: 'Đếm lại theo giấy' })
})

test('a mixture that does not hold says why, and nothing is decided', async () => {
  const official = await seatOf({ role: 'official' })
  const ended = await official.tell('unit', 'thôn cũ', village({ name: 'Cũ', validTo: '2026-10-31' }))
  const id = await official.tell('session', 'buổi', session({ unit: official.village('Tây') }), {
    author: 'official',
    conflicts: [said({ unit: ended, date: '2026-10-20' })],
  })
  official.open(`/decide/${id}`)
  await pick(await question('Thôn'), 'Giữ bản của Cán bộ xã')
  await pick(await question('Ngày'), 'Giữ bản đang có')
  await tap('Lưu lựa chọn')
  expect((await screen.findByRole('alert')).textContent).toContain('Thôn: Thôn này không còn hoặc chưa có vào ngày đó.')
  expect(await sentBy(official)).toBeUndefined()
})

test('where none is right she edits by hand with both before her, and that decides', async () => {
  const seat = await seatOf()
  const id = await hers(seat, [said({ place: 'Chợ', form: 'film' })])
  seat.open(`/decide/${id}`)
  await tap('Không bản nào đúng? Sửa bằng tay', 'link')
  await heading('Sửa buổi')
  expect(await screen.findAllByText('Bản của Cán bộ xã')).toHaveLength(2)
  fireEvent.click(await screen.findByText('Thêm chi tiết'))
  await type(/^Nơi tổ chức/, 'Nhà chị Lý')
  await tap('Lưu trên máy này')
  await heading('Thôn Tây')
  await screen.findByText('Đã chọn. Đã lưu trên máy này.')
  expect(await sentBy(seat)).toMatchObject({ record: id, resolve: { place: 'Nhà chị Lý', form: 'direct-talk' } })
  expect(await seat.phone.get(id)).toMatchObject({ conflicts: [], data: { place: 'Nhà chị Lý' } })
})

test('an ordinary edit decides nothing: both versions stay', async () => {
  const seat = await seatOf()
  const id = await hers(seat, [said({ place: 'Chợ' })])
  seat.open(`/session/${id}/edit`)
  await type('Nữ', '26')
  await tap('Lưu trên máy này')
  await heading('Thôn Tây')
  expect(await sentBy(seat)).toHaveProperty('set')
  expect((await seat.phone.get(id))?.conflicts).toHaveLength(1)
})

test('who may not edit it reads both versions, and whom to ask; nothing can be chosen', async () => {
  const seat = await seatOf()
  const id = await seat.tell('session', 'buổi', session({ unit: seat.village('Tây'), place: 'Sân đình' }), { conflicts: [said({ place: 'Chợ' })] })
  seat.open(`/session/${id}`)
  await tap('Xem cả hai bản', 'link')
  await heading('Chọn bản đúng')
  await screen.findByText(/^Người ghi \(Cộng tác viên khác\) hoặc cán bộ xã sẽ chọn\./)
  expect((await question('Nơi tổ chức')).textContent).toBe('Nơi tổ chứcBản đang có Sân đìnhBản của Cán bộ xãTới nơi nhận lúc 20:30 Chợ')
  expect(screen.queryByRole('radio')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Lưu lựa chọn' })).toBeNull()
})

test('what has been decided meanwhile, and what is not here, has nothing to choose', async () => {
  const seat = await seatOf()
  const id = await hers(seat, [said({ place: 'Chợ' })])
  seat.open(`/decide/${id}`)
  await question('Nơi tổ chức')
  await resolveConflict(seat.phone.store, seat.phone.environment, seat.app.units.value.lookup, id, { place: 'Chợ' })
  await screen.findByText('Không còn gì phải chọn ở mục này.')
  await tap('Mở mục này', 'link')
  await heading('Thôn Tây')
  seat.open(`/decide/${idNamed('nowhere')}`)
  await heading('Không tìm thấy')
})

test('a village that two officials named differently is decided in the same way, from its form', async () => {
  const official = await seatOf({ role: 'official', villages: [] })
  const id = await official.tell('unit', 'thôn', village({ name: 'Thôn Nhâm' }), { author: 'official', conflicts: [said({ name: 'Thôn Nhâm 1' })] })
  official.open(`/village/${id}/edit`)
  await tap('Chọn bản đúng', 'link')
  const name = await question('Tên thôn')
  expect(await version(name, 'Giữ bản của Cán bộ xã')).toContain('Thôn Nhâm 1')
  await pick(name, 'Giữ bản của Cán bộ xã')
  await tap('Lưu lựa chọn')
  await screen.findByText('Đã chọn. Đã lưu trên máy này.')
  expect((await official.phone.get(id))?.data).toMatchObject({ name: 'Thôn Nhâm 1' })
})

test('in English, too, without a raw key', async () => {
  const seat = await seatOf()
  seat.app.preferences.language.value = 'en'
  const id = await hers(seat, [said({ place: 'Chợ' }), wantedGone(said({}))])
  seat.open(`/decide/${id}`)
  await heading('Choose the right version')
  await screen.findByRole('radio', { name: "Keep Cán bộ xã's version" })
  expect(shown()).not.toMatch(/\b(decide|undecided|history|form)\.[a-z-]+/)
})
