// Answers of the API: JSON or CSV, packed where the asker can unpack it, and failures as a problem with its status.

import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type Problem, problemTraits } from '../model/problem.ts'
import type { Failure } from '../protocol/sync.ts'

const WORTH_PACKING = 1000

const packers = {
  br: (plain: Buffer): Promise<Buffer> =>
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
  gzip: (plain: Buffer): Promise<Buffer> => promisify(gzip)(plain),
}

export const jsonAnswer = (request: Request, body: unknown, more: Record<string, string> = {}, status = 200): Promise<Response> =>
  textAnswer(request, JSON.stringify(body), { 'Content-Type': 'application/json', ...more }, status)

export async function textAnswer(request: Request, text: string, more: Record<string, string>, status = 200): Promise<Response> {
  const plain = Buffer.from(text)
  const headers = { Vary: 'Accept-Encoding', ...more }
  const packing = plain.length < WORTH_PACKING ? undefined : packingFor(request)
  if (!packing) return new Response(new Uint8Array(plain), { status, headers })
  return new Response(new Uint8Array(await packers[packing](plain)), { status, headers: { ...headers, 'Content-Encoding': packing } })
}

/** The whole request failed. `waitMs` says when another try may succeed. */
export function failure(problem: Problem, waitMs?: number): Response {
  const body: Failure = { problem }
  const headers: Record<string, string> = { 'Content-Type': 'application/json' }
  if (waitMs !== undefined) headers['Retry-After'] = String(Math.max(1, Math.ceil(waitMs / 1000)))
  return new Response(JSON.stringify(body), { status: problemTraits[problem.code].status, headers })
}

/** Brotli where it is welcome, else gzip. */
export function packingFor(request: Request): 'br' | 'gzip' | undefined {
  const welcome = (request.headers.get('accept-encoding') ?? '').split(',').flatMap((entry) => {
    const [name = '', quality = ''] = entry.split(';').map((part) => part.trim().toLowerCase())
    return /^q=0(\.0*)?$/.test(quality) ? [] : [name]
  })
  return (['br', 'gzip'] as const).find((name) => welcome.includes(name))
}
