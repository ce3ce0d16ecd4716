// The three steps of a phone that was just given to someone: taken once, passed over with a tap, and never in the way.

import { screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { putDraft } from '../../src/client/store/draft.ts'
import { storeEnrolment } from '../../src/client/store/enrolment.ts'
import { putMeta } from '../../src/client/store/meta.ts'
import { getIdentity } from '../../src/client/store/read.ts'
import { heading, type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'
import { EVENING, enrolmentOf, scopeOf } from '../fixture/village.ts'

async function newPhone(options: Parameters<typeof seatOf>[0] = {}): Promise<Seat> {
  const seat = await seatOf({ ...options, isNew: true })
  seat.open('/')
  return seat
}

const isNew = async ({ phone }: Seat): Promise<boolean> => (await getIdentity(phone.store))?.isNew === true

const pressed = (name: string | RegExp): string | null => screen.getByRole('button', { name }).getAttribute('aria-pressed')

test('three steps lead from the enrolment to the home screen, and are never shown again', async () => {
  const seat = await newPhone()
  await heading('Máy này của ai')
  expect(shown()).toContain('Bước 1/3')
  expect(shown()).toContain('Cộng tác viên xã A Lưới 1')
  expect(shown()).toContain('Không có tên người dự, không có nạn nhân.')
  await tap('Tiếp')
  await heading('Chữ và màu')
  await tap(/^A\+\+/)
  await tap(/^Tối/)
  await tap('Tiếp')
  await heading('Sắp xong')
  expect(shown()).toContain('Trên máy đã lưu chắc trên máy này; có mạng thì tự gửi.')
  expect(shown()).toContain('Đã gửi đã tới nơi nhận.')
  await tap('Thôn Tây')
  expect(shown()).toContain('Đã chọn 1/3 thôn.')
  await tap('Xong, vào trang chủ')
  await heading('Chào anh/chị')
  await waitFor(async () => expect(await isNew(seat)).toBe(false))
  const { textSize, theme, myVillages } = seat.app.preferences
  expect([textSize.value, theme.value, myVillages.value]).toEqual(['largest', 'dark', [seat.village('Tây')]])
  seat.open('/')
  await heading('Chào anh/chị')
})

test('one tap passes over all of them, from any step but the last, and changes nothing', async () => {
  const seat = await newPhone()
  await tap('Tiếp')
  await heading('Chữ và màu')
  await tap('Bỏ qua')
  await heading('Chào anh/chị')
  await waitFor(async () => expect(await isNew(seat)).toBe(false))
  expect([seat.app.preferences.textSize.value, seat.app.preferences.myVillages.value]).toEqual(['normal', []])
})

test('all three speak English where English was chosen', async () => {
  const seat = await newPhone()
  seat.app.preferences.language.value = 'en'
  for (const [title, next] of [
    ['Whose phone this is', 'Next'],
    ['Letters and light', 'Next'],
    ['Nearly done', 'Done, go to home'],
  ] as const) {
    await heading(title)
    expect(shown()).not.toMatch(/begin\.|Máy này|Bước/)
    await tap(next)
  }
})

test('the way back leads to the step before', async () => {
  await newPhone()
  await tap('Tiếp')
  await heading('Chữ và màu')
  await tap('Quay lại', 'link')
  await heading('Máy này của ai')
})

test('a phone that was switched off in between begins again with what was chosen', async () => {
  const seat = await newPhone()
  await tap('Tiếp')
  await tap(/^A\+ /)
  seat.open('/?step=2')
  await heading('Chữ và màu')
  expect(pressed(/^A\+ /)).toBe('true')
})

test('what is read before everything else still is: the account was used on another device', async () => {
  const seat = await seatOf({ isNew: true })
  await putMeta(seat.phone.store, 'earlier-devices', [{ contactAt: EVENING, received: 3, isThis: false }])
  await waitFor(() => expect(seat.app.earlierDevices.value).toHaveLength(1))
  seat.open('/')
  await tap('Tôi đã hiểu, dùng tiếp')
  await heading('Máy này của ai')
})

test('whoever has begun a form sees her draft instead, and is not asked later either', async () => {
  const seat = await seatOf({ isNew: true })
  await putDraft(seat.phone.store, 'session:new', { fields: {} }, EVENING)
  seat.open('/')
  await heading('Chào anh/chị')
  expect(await screen.findByText(/tự lưu lúc .* Ghi tiếp\?/)).toBeTruthy()
  await waitFor(async () => expect(await isNew(seat)).toBe(false))
})

test('her draft goes before also where the phone takes nothing down any more', async () => {
  const seat = await seatOf({ isNew: true })
  await putDraft(seat.phone.store, 'session:new', { fields: {} }, EVENING)
  seat.phone.store.breaker.trip(new Error('full'))
  seat.open('/')
  await heading('Chào anh/chị')
})

test('a form that was opened by its address is not stopped', async () => {
  const seat = await seatOf({ isNew: true })
  seat.open('/session/new')
  await heading('Ghi buổi')
})

test('on a phone that can write no more it ends all the same', async () => {
  const seat = await newPhone()
  await heading('Máy này của ai')
  seat.phone.store.breaker.trip(new Error('full'))
  await tap('Bỏ qua')
  await heading('Chào anh/chị')
})

test('an official and the province office are asked for no villages', async () => {
  for (const role of ['official', 'province'] as const) {
    const seat = await seatOf({ role, isNew: true })
    seat.open('/?step=3')
    await heading('Sắp xong')
    expect(shown()).not.toContain('Thôn của tôi')
  }
})

test('where the list of villages has not come, it says where to choose them later', async () => {
  await newPhone({ villages: [] })
  await tap('Tiếp')
  await tap('Tiếp')
  await heading('Sắp xong')
  expect(shown()).toContain('Danh sách thôn chưa về máy này. Khi có, chọn ở mục Thêm.')
})

test('the same account let in again is not new; another one is', async () => {
  const seat = await seatOf()
  const { store, environment } = seat.phone
  const witness = { leave: () => undefined, remembers: () => false }
  await storeEnrolment(store, enrolmentOf(scopeOf('collaborator')), environment, witness)
  expect(await isNew(seat)).toBe(false)
  await storeEnrolment(store, enrolmentOf(scopeOf('người khác')), environment, witness)
  expect(await isNew(seat)).toBe(true)
})

test('an answer of the office that comes meanwhile does not end it', async () => {
  const seat = await newPhone()
  await heading('Máy này của ai')
  await seat.phone.sync()
  expect(await isNew(seat)).toBe(true)
})

test('her villages can be changed under More; one that has ended is forgotten with the next choice', async () => {
  const seat = await seatOf()
  const { myVillages } = seat.app.preferences
  myVillages.value = [seat.village('Đông'), 'of-another-commune']
  seat.open('/more')
  await heading('Thêm')
  expect(shown()).toContain('Đã chọn 1/3 thôn.')
  await tap('Thôn Bãi')
  expect(myVillages.value).toEqual([seat.village('Đông'), seat.village('Bãi')])
  await tap('Thôn Đông')
  expect(myVillages.value).toEqual([seat.village('Bãi')])
})
