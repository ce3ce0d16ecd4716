// The offer to put the app on the home screen: after the second session, and never insisting.

import { screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, test } from 'vitest'
import { mayOffer, noteSavedSession, putOff, readOffer } from '../../src/client/ui/install-offer.ts'
import { heading, type Seat, seatOf, tap, type } from '../fixture/screen.tsx'

beforeEach(() => localStorage.clear())

test.each([
  [{ saved: 0 }, false],
  [{ saved: 1 }, false],
  [{ saved: 2 }, true],
  [{ saved: 40 }, true],
  [{ saved: 2, putOffAt: 2 }, false],
  [{ saved: 6, putOffAt: 2 }, false],
  [{ saved: 7, putOffAt: 2 }, true],
])('%j: offered %s', (offer, offered) => {
  expect(mayOffer(offer)).toBe(offered)
})

test('the count outlives the page, and what is no count is none', () => {
  noteSavedSession()
  noteSavedSession()
  putOff()
  noteSavedSession()
  expect(readOffer()).toEqual({ saved: 3, putOffAt: 2 })
  localStorage.setItem('lan-toa.install', 'x.y')
  expect(readOffer()).toEqual({ saved: 0 })
})

async function log(her: Seat): Promise<void> {
  her.open('/session/new')
  await tap('Thôn Tây')
  for (const name of ['Mít tinh', 'Thủ đoạn']) {
    const chip = screen.queryByRole('button', { name, pressed: false })
    if (chip) chip.click()
  }
  await type('Nữ', '17')
  await type('Nam', '6')
  await tap('Lưu trên máy này')
  await heading('Thôn Tây')
}

const isOffered = () => screen.queryByRole('heading', { name: 'Mở Lan Tỏa nhanh hơn' }) !== null

async function atHome(her: Seat): Promise<void> {
  her.open('/')
  await heading('Chào anh/chị')
  await screen.findByText('Đang trên máy này')
}

test('after the second session she is asked, and "later" is for five more', async () => {
  const her = await seatOf()
  let asked = 0
  her.app.install.value = () => (asked += 1)
  await log(her)
  await atHome(her)
  expect(isOffered()).toBe(false)
  await log(her)
  await atHome(her)
  await waitFor(() => expect(isOffered()).toBe(true))
  await tap('Để sau')
  await waitFor(() => expect(isOffered()).toBe(false))
  for (let more = 0; more < 4; more += 1) noteSavedSession()
  await atHome(her)
  expect(isOffered()).toBe(false)
  noteSavedSession()
  await atHome(her)
  await tap('Đưa Lan Tỏa ra màn hình chính')
  expect(asked).toBe(1)
  await waitFor(() => expect(isOffered()).toBe(false))
})

test('where the browser has nothing to install, nothing is offered; where one looks for it, it always is', async () => {
  const her = await seatOf()
  noteSavedSession()
  noteSavedSession()
  her.open('/more')
  await heading('Thêm')
  expect(isOffered()).toBe(false)
  localStorage.clear()
  her.app.install.value = () => undefined
  await waitFor(() => expect(isOffered()).toBe(true))
  expect(screen.queryByRole('button', { name: 'Để sau' })).toBeNull()
})
