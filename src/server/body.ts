// Reads the JSON of a request, plain or gzip, and stops reading as soon as it is more than anybody may send.

import { createGunzip } from 'node:zlib'
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

/** Where bodies are unpacked to, one after the other: new room for each would pile up until it is collected. */
let room: Buffer | undefined

async function unpack(bytes: Bytes): Promise<Result<unknown, Problem>> {
  room ??= Buffer.allocUnsafeSlow(MOST_UNPACKED)
  const [tooMuch, strange] = [atMost(MOST_UNPACKED), createJsonGauge()]
  const unpacking = createGunzip({ chunkSize: 65_536 })
  unpacking.end(bytes)
  let size = 0
  try {
    for await (const chunk of unpacking as AsyncIterable<Buffer<ArrayBuffer>>) {
      // a stream without an encoding gives bytes
      const found = tooMuch(chunk) ?? strange(chunk)
      if (found) return failed(found)
      size += chunk.copy(room, size)
    }
  } catch {
    // It was cut off, or is no gzip.
    return failed(problem('not-json'))
  }
  return parsed(room.subarray(0, size))
}

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
