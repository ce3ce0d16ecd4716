import { beforeEach, expect, test } from 'vitest'
import { browserWitness } from '../../src/client/store/witness.ts'

const one = '01900000-0000-7000-8000-00000000000a'
const other = '01900000-0000-7000-8000-00000000000b'

const dropCookie = () => {
  // biome-ignore lint/suspicious/noDocumentCookie: cleared as a browser clears it
  document.cookie = 'lan-toa-known=; Max-Age=0; Path=/'
}

beforeEach(() => {
  localStorage.clear()
  dropCookie()
})

test('a phone that was nobody’s remembers nothing', () => {
  expect([browserWitness().remembers(), browserWitness().noted(one)]).toEqual([false, 0])
})

test.each([
  ['localStorage', () => localStorage.clear()],
  ['the cookie', dropCookie],
] as const)('what was noted outlives %s being cleared, and is in both places again with the next save', (_, clear) => {
  browserWitness().leave()
  browserWitness().note(one, 7)
  clear()
  expect([browserWitness().remembers(), browserWitness().noted(one)]).toEqual([true, 7])
  browserWitness().note(one, 8)
  expect([localStorage.getItem('lan-toa-known'), document.cookie]).toEqual(['0000000a.8', 'lan-toa-known=0000000a.8'])
})

test('an older number changes nothing, until a loss has been told', () => {
  browserWitness().note(one, 7)
  browserWitness().note(one, 5)
  expect(browserWitness().noted(one)).toBe(7)
  browserWitness().settle(one, 5)
  expect(browserWitness().noted(one)).toBe(5)
})

test('another device on the same phone begins anew, and an account without a device is known all the same', () => {
  browserWitness().leave()
  expect([browserWitness().remembers(), browserWitness().noted(one)]).toEqual([true, 0])
  browserWitness().note(one, 7)
  browserWitness().leave()
  expect([browserWitness().noted(one), browserWitness().noted(other)]).toEqual([7, 0])
})
