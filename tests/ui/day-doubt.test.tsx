// The day of a session where the phone's own day is not to be relied on.

import { screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { listDrafts } from '../../src/client/store/draft.ts'
import { heading, type Seat, seatOf, shown, tap } from '../fixture/screen.tsx'
import { EVENING } from '../fixture/village.ts'

const HOUR_MS = 3_600_000
const in2016 = Date.parse('2016-11-21T21:00:00+07:00')

/** Time passes, and the phone looks at its clock again as it does when it is taken up. */
function passing(her: Seat, ms: number): void {
  her.phone.clock.now += ms
  document.dispatchEvent(new Event('visibilitychange'))
}

/** As after the invitation was taken and before the first answer: nobody has told this phone the time. */
async function untold(her: Seat): Promise<void> {
  const { clockOffsetMs: _, lastServerTime: __, ...identity } = her.app.identity.value ?? {}
  await her.phone.store.meta.put({ key: 'identity', value: identity })
  await waitFor(() => expect(her.app.identity.value?.clockOffsetMs).toBeUndefined())
}

const savedDates = async (her: Seat) => (await her.phone.store.records.where('state').equals('waiting').toArray()).map(({ date }) => date)

test('over midnight the day stays the one that is shown, the screen says so, and that day is saved', async () => {
  const her = await seatOf()
  her.open('/session/new')
  await tap('Thôn Tây')
  await tap(/^Thêm một Nữ/)
  expect(shown()).not.toContain('Đã qua nửa đêm')
  passing(her, 4 * HOUR_MS)
  await screen.findByText('Đã qua nửa đêm. Ngày của buổi vẫn là 21/11/2026; nếu không đúng thì đổi.')
  expect(screen.getByRole('button', { name: /^Hôm qua, T7 21\/11/ }).getAttribute('aria-pressed')).toBe('true')
  await tap('Mít tinh')
  await tap('Thủ đoạn')
  await tap('Lưu trên máy này')
  await heading('Thôn Tây')
  expect(await savedDates(her)).toEqual(['2026-11-21'])
})

test('a day chosen by hand is not doubted, nor is a form that stays open within one day', async () => {
  const her = await seatOf()
  her.open('/session/new')
  await tap(/^Hôm qua, T6 20\/11/)
  passing(her, 2 * HOUR_MS)
  passing(her, 2 * HOUR_MS)
  await screen.findByRole('button', { name: /^Hôm nay, CN 22\/11/ })
  expect(shown()).not.toContain('Đã qua nửa đêm')
})

test('a phone of the year 2016 that nobody has told the time says so in the form, and keeps what is entered', async () => {
  const her = await seatOf({ now: in2016 })
  await untold(her)
  her.open('/session/new')
  await screen.findByText(/^Máy này đang ở năm 2016: ngày giờ của máy có thể sai/)
  await tap(/^Thêm một Nữ/)
  await waitFor(async () => expect((await listDrafts(her.phone.store))[0]?.value).toMatchObject({ fields: { counts: { female: 1 } } }))
})

test('once the office has answered, the same phone offers the right day, without a word in the form', async () => {
  const her = await seatOf({ now: in2016 })
  her.open('/session/new')
  await screen.findByRole('button', { name: /^Hôm nay, T7 21\/11/, pressed: true })
  expect([her.app.identity.value?.clockOffsetMs, shown().includes('Máy này đang ở năm')]).toEqual([EVENING - in2016, false])
})
