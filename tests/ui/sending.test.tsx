// Hộp gửi: what the phone says of its sending, and what it offers where the person has to do something.

import { screen, waitFor, within } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listSessions } from '../../src/client/store/read.ts'
import type { Conflict } from '../../src/model/merge.ts'
import { PROTOCOL } from '../../src/protocol/sync.ts'
import { idNamed } from '../fixture/id-named.ts'
import { session } from '../fixture/sample.ts'
import { heading, type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'
import { EVENING } from '../fixture/village.ts'

const HOUR = 3_600_000

const otherPlace: Conflict = { change: idNamed('sửa'), account: idNamed('người khác'), name: 'Cán bộ xã', at: EVENING, fields: { place: 'Chợ' } }

/** The card under a heading. */
async function card(name: string): Promise<HTMLElement> {
  const found = (await screen.findByRole('heading', { name })).closest('section')
  if (!found) throw new Error(`No card is headed ${name}`)
  return found
}

const refuseEverything = (code: 'signed-out' | 'too-old', status: number) => () =>
  Response.json({ protocol: PROTOCOL, problem: { code, path: [] } }, { status })

async function twoOnThePhone(): Promise<Seat> {
  const her = await seatOf()
  await her.phone.save({ unit: her.village('Tây') })
  her.phone.clock.now += 1_000
  await her.phone.save({ unit: her.village('Đông') })
  return her
}

test('a phone from which nothing was ever sent says what will stand here', async () => {
  const her = await seatOf()
  her.open('/sending')
  await card('Chưa có gì để gửi')
  expect(shown()).toContain('Anh/chị lưu gì cũng tự gửi khi có mạng, rồi hiện ở đây.')
  expect(shown()).toContain('Chưa gửi lần nào.')
})

test('where everything is sent it reassures, and lists what was sent with its time, five at once', async () => {
  const her = await seatOf()
  for (const day of ['12', '13', '14', '15', '16', '17', '18']) await her.phone.save({ unit: her.village('Tây'), date: `2026-11-${day}` })
  await her.phone.sync()
  her.open('/sending')
  const calm = await card('Đã gửi hết')
  expect(calm.textContent).toContain('Anh/chị không phải làm gì thêm.')
  const lately = await card('Đã gửi gần đây')
  expect(within(lately).getAllByRole('link')).toHaveLength(5)
  expect(within(lately).getByRole('link', { name: /^Thôn Tây · T4 18\/11/ }).textContent).toContain('Ghi mới. Đã gửi lúc 21:00.')
  await tap('Thêm 2…')
  expect(within(lately).getAllByRole('link')).toHaveLength(7)
})

test('what was sent last and what was received last are two times', async () => {
  const her = await twoOnThePhone()
  await her.phone.sync()
  her.phone.clock.now += 5 * 60_000
  await her.phone.sync()
  her.open('/sending')
  await screen.findByText('Lần gửi được gần nhất: 21:00')
  await screen.findByText('Nhận số liệu về lần cuối: 21:05')
})

test('while it sends it says how many of how many, with a bar', async () => {
  const her = await twoOnThePhone()
  let letGo: (value?: unknown) => void = () => undefined
  const answer = new Promise((resolve) => (letGo = resolve))
  her.phone.network.onTheWay = () => answer
  her.open('/sending')
  await tap('Gửi ngay')
  const bar = await screen.findByRole('progressbar', { name: 'Đang gửi 0/2' })
  expect(bar).toMatchObject({ value: 0, max: 2 })
  expect(screen.getByRole('button', { name: 'Gửi ngay' }).getAttribute('aria-disabled')).toBe('true')
  letGo()
  await card('Đã gửi hết')
  expect(screen.queryByRole('progressbar')).toBeNull()
})

test('without a network it says that work goes on and that it sends by itself; each record stands with when it was saved', async () => {
  const her = await twoOnThePhone()
  her.phone.network.isOnline = false
  her.open('/sending')
  const now = await card('Không có mạng. Vẫn ghi được.')
  expect(now.textContent).toContain('2 mục chưa gửi, vẫn còn nguyên trên máy này.')
  const waiting = await card('Còn trên máy này')
  expect(
    within(waiting)
      .getAllByRole('link')
      .map(({ textContent }) => textContent),
  ).toEqual(['Thôn Đông · T6 20/11Lưu lúc 21:00', 'Thôn Tây · T6 20/11Lưu lúc 21:00'])
  await tap('Gửi ngay')
  await within(screen.getByRole('status')).findByText('Chưa có mạng nên chưa gửi được. Mọi thứ vẫn còn trên máy này, có mạng là tự gửi.')
})

test('after a failure it says when it tries again by itself', async () => {
  const her = await twoOnThePhone()
  her.phone.network.next = 'request lost'
  await her.phone.sync()
  her.open('/sending')
  expect((await card('Chưa gửi được')).textContent).toMatch(/Máy sẽ tự thử lại lúc 21:00\./)
})

test('a phone that has to sign in again says that the unsent is safe, and leads there', async () => {
  const her = await twoOnThePhone()
  her.server.intercept = refuseEverything('signed-out', 401)
  await her.phone.sync()
  her.open('/sending')
  expect((await card('Máy này cần vào lại')).textContent).toContain('2 mục chưa gửi, vẫn còn nguyên trên máy này.')
  expect(screen.queryByRole('button', { name: 'Gửi ngay' })).toBeNull()
  await tap('Vào lại bằng mã mới', 'link')
  await heading('Vào Lan Tỏa')
})

test('an app that is too old says what is unsent, and takes the new version on a tap', async () => {
  const her = await twoOnThePhone()
  her.server.intercept = refuseEverything('too-old', 426)
  await her.phone.sync()
  const taken = new Promise<void>((resolve) => (her.app.update.value = resolve))
  her.open('/sending')
  expect((await card('Ứng dụng cần cập nhật')).textContent).toContain('2 mục chưa gửi')
  await tap('Cập nhật')
  await taken
})

test('a phone that can write no more says so, here and in the pill', async () => {
  const her = await twoOnThePhone()
  her.phone.store.breaker.trip(new Error('QuotaExceededError'))
  await her.phone.sync()
  her.open('/sending')
  expect((await card('Máy này chưa lưu được')).textContent).toContain('2 mục chưa gửi, vẫn còn nguyên trên máy này.')
  expect(screen.queryByRole('button', { name: 'Gửi ngay' })).toBeNull()
  her.open('/')
  await screen.findByRole('link', { name: 'Chưa lưu được' })
})

test('a refused record stands with its reason, and with the way to mend it or to take what the office has', async () => {
  const her = await seatOf()
  const { id } = await her.phone.save({ unit: her.village('Tây'), place: 'Sân đình' })
  await her.phone.sync()
  her.server.refuse = ({ n }) => (n === 2 ? [{ code: 'too-long', path: ['place'] }] : undefined)
  await her.phone.save({ id, place: 'Chợ' })
  await her.phone.sync()
  her.open('/sending')
  const now = await card('Có 1 mục cần anh/chị xem')
  expect(now.textContent).toContain('Ngoài ra đã gửi hết.')
  await screen.findByText('Nơi tổ chức: Đoạn chữ này dài quá.')
  expect(screen.getByRole('link', { name: 'Sửa rồi gửi lại' }).getAttribute('href')).toBe(`/session/${id}/edit`)
  await tap('Bỏ chỗ vừa sửa, lấy bản đã gửi')
  await card('Đã gửi hết')
  expect((await her.phone.get(id))?.data).toMatchObject({ place: 'Sân đình' })
  await tap('Hoàn tác')
  await waitFor(async () => expect((await her.phone.get(id))?.data).toMatchObject({ place: 'Chợ' }))
})

test('whose own value gave way reads of herself, not of somebody with her name', async () => {
  const her = await seatOf({ role: 'official' })
  const mine = { account: her.app.identity.value?.scope.account ?? '', name: 'Cán bộ xã A Lưới 1' }
  const conflicts = [
    { ...otherPlace, ...mine },
    { ...otherPlace, ...mine, change: idNamed('xoá'), fields: undefined, removal: true as const },
  ]
  await her.tell('session', 'buổi', session({ unit: her.village('Tây') }), { conflicts: JSON.parse(JSON.stringify(conflicts)) as Conflict[] })
  her.open('/sending')
  await screen.findByText('Anh/chị đã sửa Nơi tổ chức lúc 21:00, khác với bản đang có.')
  await screen.findByText('Anh/chị muốn xoá mục này lúc 21:00.')
  expect(shown()).not.toContain('Cán bộ xã A Lưới 1 đã sửa')
})

test('a place that is not hers, or hers no more: one sentence fits both, says that nothing is lost, and whom to ask', async () => {
  const her = await seatOf()
  her.server.refuse = () => [{ code: 'out-of-scope', path: [] }]
  await her.phone.save({ unit: her.village('Tây') })
  await her.phone.sync()
  her.open('/sending')
  await screen.findByText(/Nơi này không thuộc, hoặc không còn thuộc, phần việc của anh\/chị\. Phần đã ghi vẫn giữ trên máy này\. Hãy hỏi cán bộ xã hoặc tỉnh/)
})

test('a reason that is about no field has no field’s name before it', async () => {
  const her = await seatOf()
  her.server.refuse = () => [{ code: 'id-taken', path: ['id'] }]
  await her.phone.save({ unit: her.village('Tây') })
  await her.phone.sync()
  her.open('/sending')
  expect((await screen.findByText(/trùng mã với một mục khác/)).textContent).toBe('Mục này trùng mã với một mục khác.')
})

test('where two have said different things of her session it leads to the choice, and the pill counts it', async () => {
  const her = await seatOf()
  const id = await her.tell('session', 'buổi', session({ unit: her.village('Tây') }), { author: 'collaborator', conflicts: [otherPlace] })
  her.open('/')
  await tap('1 cần xem', 'link')
  await card('Có 1 mục cần anh/chị xem')
  await screen.findByText('Cán bộ xã đã sửa Nơi tổ chức lúc 21:00, khác với bản đang có.')
  expect(screen.getByRole('link', { name: 'Chọn bản đúng' }).getAttribute('href')).toBe(`/decide/${id}`)
})

test("where two have said different things of another's session nothing is asked of her", async () => {
  const her = await seatOf()
  const id = await her.tell('session', 'buổi', session({ unit: her.village('Tây') }), { conflicts: [otherPlace] })
  her.open('/sending')
  await card('Chưa có gì để gửi')
  expect(screen.queryByRole('link', { name: 'Chọn bản đúng' })).toBeNull()
  her.open(`/session/${id}`)
  await screen.findByText('Cán bộ xã đã sửa Nơi tổ chức lúc 21:00, khác với bản đang có.')
  expect(shown()).toContain('Người ghi (Cộng tác viên khác) hoặc cán bộ xã sẽ chọn.')
  await screen.findByText('Đã gửi')
})

test('[P83] what is held says what it waits for; after three days she is asked to see to it', async () => {
  const official = await seatOf({ role: 'official' })
  const { id } = await official.phone.save({ unit: official.village('Tây') })
  official.server.hold = ({ record }) => (record === id ? official.village('Tây') : undefined)
  await official.phone.sync()
  official.open('/sending')
  const held = await card('Đã tới nơi, đang chờ bản khác')
  await within(held).findByText('Đang chờ Thôn Tây, từ 21:00')
  await card('Đã gửi hết')
  official.phone.clock.now += 72 * HOUR
  await official.phone.sync()
  await card('Có 1 mục cần anh/chị xem')
  await screen.findByText(/^Đã chờ hơn 3 ngày mà Thôn Tây chưa tới nơi nhận\./)
  expect(screen.getByRole('link', { name: 'Sửa bản này' }).getAttribute('href')).toBe(`/session/${id}/edit`)
  expect(screen.queryByText('Đã tới nơi, đang chờ bản khác')).toBeNull()
})

test('a session of hers with two versions stands first on home, under what is not done', async () => {
  const her = await seatOf()
  await her.tell('session', 'buổi', session({ unit: her.village('Tây') }), { author: 'collaborator', conflicts: [otherPlace] })
  her.open('/')
  const open = await card('Chưa xong')
  await within(open).findByText('Cần xem')
  expect(await listSessions(her.phone.store)).toHaveLength(1)
})

test('a session that a newer app wrote is read, and its card says that an update is needed to edit it', async () => {
  const her = await seatOf()
  const id = await her.tell('session', 'buổi', session({ unit: her.village('Tây') }), { author: 'collaborator', model: 99 })
  her.open(`/session/${id}`)
  await screen.findByRole('heading', { name: 'Cần cập nhật ứng dụng để sửa' })
  expect(screen.queryByRole('link', { name: 'Sửa' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Xoá' })).toBeNull()
})

test('all of it speaks English, too, without a raw key', async () => {
  const her = await twoOnThePhone()
  her.server.refuse = ({ n }) => (n === 1 ? [{ code: 'ended-unit', path: ['unit'] }] : undefined)
  await her.phone.sync()
  await her.phone.save({ unit: her.village('Bãi') })
  her.open('/sending')
  await tap('English')
  await heading('Outbox')
  await card('Sent lately')
  expect(shown()).not.toMatch(/\b(sending|attention|did|state|net)\.[a-z-]+/)
})
