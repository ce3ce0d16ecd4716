import { expect, test } from 'vitest'
import { requestCount } from './request-count.ts'

const get = 'GET /commune HTTP/1.1\r\nHost: office\r\n\r\n'
const post = (body: string): string => `POST /api/sync HTTP/1.1\r\nHost: office\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
const chunked = (...chunks: string[]): string =>
  `POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n${chunks.map((chunk) => `${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`).join('')}0\r\n\r\n`

const countOf = (...pieces: (string | Uint8Array)[]): number => {
  const count = requestCount()
  for (const piece of pieces) count.read(Buffer.from(piece))
  return count.requests()
}

test('each request on a kept connection counts once', () => {
  expect(countOf(get, post('{}'), get, chunked('thôn', 'bản'), post(''))).toBe(5)
})

test('a body that looks like a request is none', () => {
  expect(countOf(post(get + get), get)).toBe(2)
  expect(countOf(chunked(get, `\r\n\r\n${get}`), get)).toBe(2)
})

test('it makes no difference how the bytes are cut into pieces', () => {
  const all = Buffer.from(post('đường dài') + get + chunked('một', 'hai') + get)
  for (const length of [1, 2, 3, 7, 50]) {
    const pieces = Array.from({ length: Math.ceil(all.length / length) }, (_, place) => all.subarray(place * length, (place + 1) * length))
    expect(countOf(...pieces)).toBe(4)
  }
})

test('a head that is not whole does not count yet', () => {
  expect(countOf(get, get.slice(0, -1))).toBe(1)
})
