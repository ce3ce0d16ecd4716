// SHA-256 of a text's UTF-8 bytes, as hex (FIPS 180-4), as the server has it of Node. Written out: the browser's own is not there
// where the address is not a safe one.

const BLOCK_BYTES = 64

/** The first 32 bits of what follows the point in the square (cube) roots of the first primes. */
const primes = firstPrimes(64)
const starts = primes.slice(0, 8).map((prime) => fraction(prime ** (1 / 2)))
const rounds = primes.map((prime) => fraction(Math.cbrt(prime)))

function fraction(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) | 0
}

function firstPrimes(count: number): number[] {
  const found: number[] = []
  for (let number = 2; found.length < count; number++) if (found.every((prime) => number % prime !== 0)) found.push(number)
  return found
}

export function sha256(text: string): string {
  const bytes = padded(new TextEncoder().encode(text))
  const view = new DataView(bytes.buffer)
  const state = Int32Array.from(starts)
  const words = new Int32Array(64)
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
    for (let place = 0; place < 16; place++) words[place] = view.getInt32(at + place * 4)
    mix(state, words)
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** A one, zeros, and the length in bits at the end of the last block. */
function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK_BYTES) * BLOCK_BYTES)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  const view = new DataView(whole.buffer)
  view.setUint32(whole.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(whole.length - 4, bytes.length * 8)
  return whole
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** `words` holds a block in its first sixteen places; the rest is worked out here. */
function mix(state: Int32Array, words: Int32Array): void {
  const word = (place: number): number => words[place] ?? 0
  for (let place = 16; place < 64; place++) {
    const [early, late] = [word(place - 15), word(place - 2)]
    const low = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)
    const high = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10)
    words[place] = word(place - 16) + low + word(place - 7) + high
  }
  // The standard calls them a to h.
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let place = 0; place < 64; place++) {
    const chosen = (e & f) ^ (~e & g)
    const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + (rounds[place] ?? 0) + word(place)) | 0
    const most = (a & b) ^ (a & c) ^ (b & c)
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  }
  for (const [place, value] of [a, b, c, d, e, f, g, h].entries()) state[place] = (state[place] ?? 0) + value
}
