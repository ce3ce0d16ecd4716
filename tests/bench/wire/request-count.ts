// Counts the HTTP/1.1 requests on one connection from the bytes that pass: each head counts, bodies are skipped by their
// Content-Length or chunk by chunk.

export interface RequestCount {
  read(piece: Uint8Array): void
  /** Heads seen whole. */
  requests(): number
}

type Awaited = 'head' | 'chunk' | 'trailer'

const LINE = '\r\n'
const HEAD_END = '\r\n\r\n'

export function requestCount(): RequestCount {
  let seen = 0
  let awaited: Awaited = 'head'
  let toSkip = 0
  let rest: Buffer = Buffer.alloc(0)

  /** What comes before the mark, taken off; undefined while the mark is not there yet. */
  const take = (mark: string): string | undefined => {
    const end = rest.indexOf(mark)
    if (end < 0) return undefined
    const text = rest.toString('latin1', 0, end)
    rest = rest.subarray(end + mark.length)
    return text
  }
  const skip = (): void => {
    const skipped = Math.min(toSkip, rest.length)
    toSkip -= skipped
    rest = rest.subarray(skipped)
  }
  const step = (): boolean => {
    const text = take(awaited === 'head' ? HEAD_END : LINE)
    if (text === undefined) return false
    if (awaited === 'head') {
      seen += 1
      toSkip = lengthIn(text)
      awaited = isChunked(text) ? 'chunk' : 'head'
    } else if (awaited === 'chunk') {
      const size = Number.parseInt(text, 16)
      toSkip = size === 0 ? 0 : size + LINE.length
      awaited = size === 0 ? 'trailer' : 'chunk'
    } else if (text === '') awaited = 'head'
    return true
  }
  return {
    read(piece) {
      rest = Buffer.concat([rest, piece])
      do skip()
      while (toSkip === 0 && step())
    },
    requests: () => seen,
  }
}

const lengthIn = (head: string): number => Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
const isChunked = (head: string): boolean => /\r\ntransfer-encoding: *chunked/i.test(head)
