// Letters and light: what is chosen shows at once on the whole page, in the browser's bar too, and is there again next time.

import { screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { followLooks } from '../../src/client/ui/looks.ts'
import { readPreferences } from '../../src/client/ui/preference.ts'
import { heading, seatOf, tap } from '../fixture/screen.tsx'

beforeEach(() => {
  document.head.innerHTML = '<meta name="theme-color" data-theme="light" content="#fff" /><meta name="theme-color" data-theme="dark" content="#000" />'
})

afterEach(() => localStorage.clear())

const root = (): DOMStringMap => document.documentElement.dataset
const bars = (): (string | null)[] => [...document.querySelectorAll('meta[name="theme-color"]')].map((bar) => bar.getAttribute('media'))

test('light, dark, or as the phone does; the bar of the browser goes along', () => {
  const { theme } = readPreferences(localStorage)
  followLooks(readPreferences(undefined))
  expect(root()['theme']).toBe('auto')
  expect(bars()).toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)'])
  theme.value = 'dark'
  followLooks(readPreferences(localStorage))
  expect(root()['theme']).toBe('dark')
  expect(bars()).toEqual(['not all', 'all'])
})

test('three sizes of letters, named A, A+ and A++, kept for the next time', async () => {
  const seat = await seatOf()
  followLooks(seat.app.preferences)
  seat.open('/more')
  await heading('Thêm')
  const sizes = screen.getAllByRole('button', { name: /^A(\+|\+\+)? · / }).map(({ textContent }) => textContent)
  expect(sizes).toEqual(['A · vừa', 'A+ · to', 'A++ · rất to'])
  await tap(/^A\+\+/)
  expect(root()['text']).toBe('largest')
  await tap(/^A\+ /)
  expect(root()['text']).toBe('larger')
})

test('what is kept is there again, what is not understood is as if nothing were kept', () => {
  const first = readPreferences(localStorage)
  first.textSize.value = 'larger'
  first.theme.value = 'light'
  first.myVillages.value = ['a', 'b']
  const next = readPreferences(localStorage)
  expect([next.textSize.value, next.theme.value, next.myVillages.value]).toEqual(['larger', 'light', ['a', 'b']])
  next.myVillages.value = []
  localStorage.setItem('lan-toa.theme', 'sepia')
  const last = readPreferences(localStorage)
  expect([last.theme.value, last.myVillages.value]).toEqual(['auto', []])
})
