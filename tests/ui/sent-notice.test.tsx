// What is told to who can't see the state in the header turn: that everything is sent, once for all that waited.

import { screen, waitFor } from '@testing-library/preact'
import { expect, test } from 'vitest'
import { seatOf, tap } from '../fixture/screen.tsx'

const announced = (): string => screen.getByRole('status').textContent ?? ''

async function threeWaiting() {
  const her = await seatOf()
  for (const village of ['Tây', 'Đông', 'Tây']) await her.phone.save({ unit: her.village(village) })
  her.open('/sending')
  await screen.findByRole('heading', { name: 'Chờ gửi' })
  return her
}

test('three records that waited are announced as sent once', async () => {
  await threeWaiting()
  expect(announced()).toBe('')
  const said: string[] = []
  const heard = new MutationObserver((changes) => said.push(...changes.flatMap(({ addedNodes }) => [...addedNodes].map((node) => node.textContent ?? ''))))
  heard.observe(screen.getByRole('status'), { childList: true, subtree: true })
  await tap('Gửi ngay')
  await screen.findByRole('heading', { name: 'Đã gửi hết' })
  await waitFor(() => expect(said).toEqual(['Đã gửi']))
})

test('nothing is announced of a try that failed', async () => {
  const her = await threeWaiting()
  her.phone.network.isOnline = false
  await tap('Gửi ngay')
  await screen.findByText(/chưa gửi, vẫn còn nguyên/)
  expect(announced()).toBe('')
})
