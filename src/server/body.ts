// Reads the JSON of a request, plain or gzip, and stops reading as soon as it is more than anybody may send.

import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type Problem, problem } from '../model/problem.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { MOST_PACKED, MOST_UNPACKED } from '../protocol/sync.ts'
import { createQueue } from './database/queue.ts'
import { createJsonGauge } from './json-gauge.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Finding = (chunk: Bytes) => Problem | undefined

/** Bodies are unpacked one at a time: a crowd of those that unpack to the most would fill the memory together. */
const unpackInTurn = createQueue()

export async function readJson(request: Request): Promise<Result<unknown, Problem>> {
  const encoding = (request.headers.get('content-encoding') ?? 'identity').trim().toLowerCase()
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')
  if (!isJson || (encoding !== 'gzip' && encoding !== 'identity')) return failed(problem('wrong-type'))
  if (Number(request.headers.get('content-length') ?? 0) > MOST_PACKED) return failed(problem('too-large'))
  const isPacked = encoding === 'gzip'
  const sent = await collect(request.body, atMost(MOST_PACKED), ...(isPacked ? [] : [createJsonGauge()]))
  if (!sent.ok) return sent
  return isPacked ? unpackInTurn(() => unpack(sent.value)) : parsed(sent.value)
}

async function unpack(bytes: Bytes): Promise<Result<unknown, Problem>> {
  try {
    const plain = await promisify(gunzip)(bytes, { maxOutputLength: MOST_UNPACKED })
    const found = createJsonGauge()(plain)
    return found ? failed(found) : parsed(plain)
  } catch (error) {
    return failed(problem(isTooLarge(error) ? 'too-large' : 'not-json'))
  }
}

const isTooLarge = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

/** All of it, or what was found in it first. */
async function collect(stream: ReadableStream<Bytes> | null, ...findings: Finding[]): Promise<Result<Bytes, Problem>> {
  const chunks: Bytes[] = []
  try {
    for await (const chunk of stream ?? []) {
      for (const find of findings) {
        const found = find(chunk)
        if (found) return failed(found)
      }
      chunks.push(chunk)
    }
  } catch {
    // It was cut off.
    return failed(problem('not-json'))
  }
  return ok(Buffer.concat(chunks))
}

function atMost(most: number): Finding {
  let seen = 0
  return ({ byteLength }) => {
    seen += byteLength
    return seen > most ? problem('too-large') : undefined
  }
}

function parsed(bytes: Uint8Array): Result<unknown, Problem> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return failed(problem('not-json'))
  }
}
