// The file in which a phone hands over what it can't send: its changes, sealed so that only the server can read them,
// whoever carries it. Phones seal, the server opens; both run this. Cryptography and randomness are given.
// ECDH on P-256 with a key pair made for the one file, HKDF-SHA-256, AES-256-GCM.

import * as z from 'zod/mini'
import { id } from '../model/id.ts'
import { failed, ok, type Result } from '../model/result.ts'
import type { OpeningKey, SealingKey } from './seal-key.ts'

const FORMAT = 'lan-toa-outbox'
const VERSION = 1
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const
const KEY_ID_LENGTH = 16
const IV_BYTES = 12

/** More than a phone could have unsent; a packed content that grows beyond is no backup. */
const MOST_BYTES = 64_000_000

/** The last moment that a date can be made of. */
const LATEST_MS = 8_640_000_000_000_000

const base64 = z.string().check(z.regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/))

/** Members in this order and no space between them. `key` says for whom it is sealed, `from` is the file's own public key. */
const sealedFile = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  key: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  from: base64,
  iv: base64,
  sealed: base64,
})
type SealedFile = z.infer<typeof sealedFile>

/** What is inside: JSON, plain or gzip. A change needs an id here; all else of it is judged when it is handed in. */
export const sealedContent = z.object({ account: id, device: id, madeAt: z.int().check(z.gte(0), z.lte(LATEST_MS)), changes: z.array(z.looseObject({ id })) })
export type SealedContent = z.infer<typeof sealedContent>

/** Why a file can't be opened: it is none or altered, or it is for another server. */
export type SealFault = 'damaged' | 'other-server'

type Bytes = Uint8Array<ArrayBuffer>

/** Gives the file's text. */
export async function seal(subtle: SubtleCrypto, random: (count: number) => Uint8Array, to: SealingKey, content: SealedContent): Promise<string> {
  const theirs = await publicHalf(subtle, to)
  const own = await subtle.generateKey(CURVE, false, ['deriveBits'])
  const from = new Uint8Array(await subtle.exportKey('raw', own.publicKey))
  const head = { format: FORMAT, version: VERSION, key: await sealingKeyId(subtle, to), from: toBase64(from) } as const
  const key = await sharedKey(subtle, own.privateKey, theirs, from, 'encrypt')
  const iv = new Uint8Array(random(IV_BYTES))
  const plain = await packed(new TextEncoder().encode(JSON.stringify(content)))
  const sealed = await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(head) }, key, plain)
  return JSON.stringify({ ...head, iv: toBase64(iv), sealed: toBase64(new Uint8Array(sealed)) })
}

/** Space around the text is passed over; any other difference makes it damaged. */
export async function open(subtle: SubtleCrypto, key: OpeningKey, text: string): Promise<Result<SealedContent, SealFault>> {
  const file = readFile(text.trim())
  if (!file) return failed('damaged')
  if (file.key !== (await sealingKeyId(subtle, key))) return failed('other-server')
  try {
    const from = fromBase64(file.from)
    const theirs = await subtle.importKey('raw', from, CURVE, false, [])
    const own = await subtle.importKey('jwk', key, CURVE, false, ['deriveBits'])
    const shared = await sharedKey(subtle, own, theirs, from, 'decrypt')
    const plain = await subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(file.iv), additionalData: bound(file) }, shared, fromBase64(file.sealed))
    return ok(sealedContent.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await unpacked(new Uint8Array(plain))))))
  } catch {
    // A point off the curve, a seal that does not fit, a content that is none: each means that it is not what a phone wrote.
    return failed('damaged')
  }
}

/** The first signs of the SHA-256 of the raw public point. */
export async function sealingKeyId(subtle: SubtleCrypto, key: SealingKey): Promise<string> {
  const raw = await subtle.exportKey('raw', await publicHalf(subtle, key))
  const digest = new Uint8Array(await subtle.digest('SHA-256', raw))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, KEY_ID_LENGTH)
}

const publicHalf = (subtle: SubtleCrypto, { kty, crv, x, y }: SealingKey): Promise<CryptoKey> => subtle.importKey('jwk', { kty, crv, x, y }, CURVE, true, [])

async function sharedKey(subtle: SubtleCrypto, own: CryptoKey, theirs: CryptoKey, salt: Bytes, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const secret = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256)
  const material = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(`${FORMAT} ${VERSION}`) }
  return subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, [use])
}

/** The head goes into the seal, so that none of it can be exchanged. */
const bound = ({ format, version, key, from }: Omit<SealedFile, 'iv' | 'sealed'>): Bytes => new TextEncoder().encode(`${format} ${version} ${key} ${from}`)

function readFile(text: string): SealedFile | undefined {
  try {
    const file = sealedFile.parse(JSON.parse(text))
    const isAsWritten = [file.from, file.iv, file.sealed].every((part) => toBase64(fromBase64(part)) === part) && JSON.stringify(file) === text
    return isAsWritten ? file : undefined
  } catch {
    return undefined
  }
}

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))

/** Packed where the browser can. */
async function packed(plain: Bytes): Promise<Bytes> {
  if (typeof CompressionStream === 'undefined') return plain
  return new Uint8Array(await new Response(new Blob([plain]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer())
}

async function unpacked(bytes: Bytes): Promise<Bytes> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  let size = 0
  const counting = new TransformStream<Bytes, Bytes>({
    transform: (chunk, controller) => {
      size += chunk.byteLength
      if (size > MOST_BYTES) controller.error(new Error('It unpacks to more than a phone can hold unsent.'))
      else controller.enqueue(chunk)
    },
  })
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).pipeThrough(counting)).arrayBuffer())
}
