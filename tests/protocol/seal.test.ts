import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { open, type SealedContent, seal, sealingKeyId } from '../../src/protocol/seal.ts'
import { type OpeningKey, openingKey } from '../../src/protocol/seal-key.ts'
import { findOpeningKey, getSealKey } from '../../src/server/database/query/seal-key.ts'
import { idNamed } from '../fixture/id-named.ts'
import { serverFixture } from '../fixture/server.ts'

const { subtle } = crypto
const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count))

async function keyPair(): Promise<OpeningKey> {
  const { privateKey } = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  return openingKey.parse(await subtle.exportKey('jwk', privateKey))
}

const outbox = (count: number): SealedContent => ({
  account: idNamed('tài khoản'),
  device: idNamed('máy'),
  madeAt: 1_795_316_400_000,
  changes: Array.from({ length: count }, (_, place) => ({ id: idNamed(`thay đổi ${place}`), n: place + 1, set: { place: 'Nhà văn hoá thôn' } })),
})

test('what a phone sealed, the server opens, and nobody can read it on the way', async () => {
  const office = await keyPair()
  const text = await seal(subtle, random, office, outbox(200))
  expect(JSON.parse(text)).toMatchObject({ format: 'lan-toa-outbox', version: 1, key: await sealingKeyId(subtle, office) })
  expect(text).not.toContain('Nhà văn hoá')
  expect(text.length).toBeLessThan(JSON.stringify(outbox(200)).length)
  expect(await open(subtle, office, text)).toEqual({ ok: true, value: outbox(200) })
  expect(await open(subtle, office, `\uFEFF${text}\r\n`)).toMatchObject({ ok: true })
})

test('the same outbox is never sealed to the same file', async () => {
  const office = await keyPair()
  const [one, two] = [await seal(subtle, random, office, outbox(1)), await seal(subtle, random, office, outbox(1))]
  const parts = [one, two].map((text) => JSON.parse(text) as Record<string, string>)
  for (const part of ['from', 'iv', 'sealed']) expect(parts[0]?.[part]).not.toBe(parts[1]?.[part])
})

test('a browser that can’t pack seals it plain', async () => {
  const office = await keyPair()
  const { CompressionStream: packer } = globalThis
  Object.assign(globalThis, { CompressionStream: undefined })
  const text = await seal(subtle, random, office, outbox(2)).finally(() => Object.assign(globalThis, { CompressionStream: packer }))
  expect(await open(subtle, office, text)).toEqual({ ok: true, value: outbox(2) })
})

test('damage at any byte is found', async () => {
  const office = await keyPair()
  const text = await seal(subtle, random, office, outbox(1))
  const bytes = Buffer.from(text)
  const opened: number[] = []
  for (let place = 0; place < bytes.length; place++) {
    for (const bit of [1, 2, 32]) {
      const damaged = Buffer.from(bytes)
      damaged[place] = (damaged[place] ?? 0) ^ bit
      if ((await open(subtle, office, damaged.toString())).ok) opened.push(place)
    }
  }
  expect(bytes.length).toBeGreaterThan(300)
  expect(opened).toEqual([])
  for (let length = 0; length < text.length; length += 7) expect(await open(subtle, office, text.slice(0, length))).toEqual({ ok: false, problem: 'damaged' })
})

test('no part of one file fits into another', async () => {
  const office = await keyPair()
  const [one, two] = [JSON.parse(await seal(subtle, random, office, outbox(1))), JSON.parse(await seal(subtle, random, office, outbox(2)))] as [object, object]
  for (const part of ['from', 'iv', 'sealed'] as const) {
    const mixed = { ...one, [part]: (two as Record<string, unknown>)[part] }
    expect(await open(subtle, office, JSON.stringify(mixed)), part).toEqual({ ok: false, problem: 'damaged' })
  }
})

test('another server’s key opens nothing, and it says so', async () => {
  const [office, other] = [await keyPair(), await keyPair()]
  const text = await seal(subtle, random, office, outbox(1))
  expect(await open(subtle, other, text)).toEqual({ ok: false, problem: 'other-server' })
  const readdressed = JSON.stringify({ ...JSON.parse(text), key: await sealingKeyId(subtle, other) })
  expect(await open(subtle, other, readdressed)).toEqual({ ok: false, problem: 'damaged' })
})

test('a content that is no outbox, or unpacks without end, is refused', async () => {
  const office = await keyPair()
  const nonsense = { account: 'x' } as unknown as SealedContent // what another program might seal
  expect(await open(subtle, office, await seal(subtle, random, office, nonsense))).toEqual({ ok: false, problem: 'damaged' })
  const endless = { ...outbox(1), madeAt: 0, changes: [{ id: idNamed('x'), set: '0'.repeat(64_000_001) }] }
  const bomb = await seal(subtle, random, office, endless)
  expect(bomb.length).toBeLessThan(200_000)
  expect(await open(subtle, office, bomb)).toEqual({ ok: false, problem: 'damaged' })
})

test('a server has a key pair from its founding on, and names it as phones do', async () => {
  const { database } = await serverFixture()
  const { id, jwk } = await database.read(getSealKey)
  const own = await database.read(findOpeningKey)
  expect(id).toBe(await sealingKeyId(subtle, jwk))
  expect(JSON.stringify(jwk)).not.toContain('"d"')
  if (!own) throw new Error('There is no private half.')
  expect(await open(subtle, own, await seal(subtle, random, jwk, outbox(3)))).toEqual({ ok: true, value: outbox(3) })
})
