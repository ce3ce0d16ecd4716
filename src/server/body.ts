// Reads the JSON of a request, plain or gzip, and stops reading as soon as it is more than anybody may send.

import { type Problem, problem } from '../model/problem.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { MOST_PACKED, MOST_UNPACKED } from '../protocol/sync.ts'

/** Deeper than any message of the protocol; what walks through a value below may rely on it. */
const DEEPEST = 40

export async function readJson(request: Request): Promise<Result<unknown, Problem>> {
  const encoding = (request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase()
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')
  if (!isJson || (encoding !== 'gzip' && encoding !== 'identity')) return failed(problem('wrong-type'))
  if (Number(request.headers.get('content-length') ?? 0) > MOST_PACKED) return failed(problem('too-large'))
  const bytes = await readBytes(request, encoding === 'gzip')
  return bytes.ok ? parse(bytes.value) : bytes
}

async function readBytes(request: Request, packed: boolean): Promise<Result<ArrayBuffer, Problem>> {
  if (!request.body) return ok(new ArrayBuffer(0))
  let tooLarge = false
  const atMost = (most: number): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> => {
    let seen = 0
    return new TransformStream({
      transform: (chunk, controller) => {
        seen += chunk.byteLength
        tooLarge ||= seen > most
        if (tooLarge) controller.error(new Error('The body is larger than anybody may send.'))
        else controller.enqueue(chunk)
      },
    })
  }
  const sent = request.body.pipeThrough(atMost(MOST_PACKED))
  const plain = packed ? sent.pipeThrough(new DecompressionStream('gzip')).pipeThrough(atMost(MOST_UNPACKED)) : sent
  try {
    return ok(await new Response(plain).arrayBuffer())
  } catch {
    // What else can go wrong here is a body that was cut off or is no gzip.
    return failed(problem(tooLarge ? 'too-large' : 'not-json'))
  }
}

function parse(bytes: ArrayBuffer): Result<unknown, Problem> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isDeeperThan(value, DEEPEST) ? failed(problem('not-protocol')) : ok(value)
  } catch {
    return failed(problem('not-json'))
  }
}

const isDeeperThan = (value: unknown, depth: number): boolean =>
  value !== null && typeof value === 'object' && (depth === 0 || Object.values(value).some((inner) => isDeeperThan(inner, depth - 1)))
