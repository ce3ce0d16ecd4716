import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { createJsonGauge } from '../../src/server/json-gauge.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const told = (text: string): string | undefined => createJsonGauge()(bytes(text))?.code

test('[P4] 200,000 values may be sent, and not one more', () => {
  const list = (count: number): string => `[${Array.from({ length: count - 1 }, () => 0).join(',')}]`
  expect([told(list(200_000)), told(list(200_001))]).toEqual([undefined, 'too-large'])
})

test('[P6] 40 lists in each other may be sent, and not one more', () => {
  const nested = (depth: number): string => `${'[{"a":'.repeat(depth / 2)}0${'}]'.repeat(depth / 2)}`
  expect([told(nested(40)), told(`[${nested(40)}]`)]).toEqual([undefined, 'not-protocol'])
  expect(told(`[${'[],'.repeat(100)}0]`)).toBeUndefined()
})

test('what people wrote counts as one value, whatever signs are in it', () => {
  const words = JSON.stringify({ note: `${'[{,'.repeat(300_000)}"\\` })
  expect(told(words)).toBeUndefined()
  expect(told(`[${words},${'['.repeat(50)}`)).toBe('not-protocol')
})

const deepest = (value: unknown): number => (value !== null && typeof value === 'object' ? 1 + Math.max(0, ...Object.values(value).map(deepest)) : 0)

const json = fc.tuple(fc.json(), fc.nat(45)).map(([text, depth]) => '['.repeat(depth) + text + ']'.repeat(depth))

property.prop([json, fc.nat(5)], { numRuns: 200 })('any JSON is judged by its depth alone, in whatever pieces it comes', (text, size) => {
  const gauge = createJsonGauge()
  const all = bytes(text)
  const found = []
  for (let from = 0; from < all.length; from += size + 1) found.push(gauge(all.subarray(from, from + size + 1))?.code)
  expect(found.find((code) => code !== undefined)).toBe(deepest(JSON.parse(text)) > 40 ? 'not-protocol' : undefined)
})
