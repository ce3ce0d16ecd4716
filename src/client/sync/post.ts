// One request to our own server, believed only as far as its answer proves itself. A captive portal's page with status
// 200, a proxy's error, a redirect, a cut body: all of them are "no connection".

import * as z from 'zod/mini'
import { isProblemCode, type Problem, problem, problemTraits } from '../../model/problem.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { Timer } from './ports.ts'

/** Long enough for a day's work over 20 kbit/s; a request that takes longer is asked again smaller. */
export const LONGEST_REQUEST_MS = 60_000

/** Bodies from this size on are packed, where the browser can. */
const PACK_FROM_BYTES = 1_000

/** `why` is for whoever looks for the fault, never for a person's screen. */
export const noConnection = (why: string): Problem => problem('no-connection', [], { why })

export const neverLate: Timer = () => () => undefined

/** `said`: what came with a failure, as it came. */
type Answered = Result<unknown, Problem> & { said?: unknown }

/** Sends JSON and gives back the JSON that came with a success. */
export async function postJson(fetch: typeof globalThis.fetch, path: string, body: unknown, timer: Timer): Promise<Answered> {
  const packed = await pack(JSON.stringify(body))
  return askJson(fetch, path, { method: 'POST', ...packed }, timer)
}

/** The same, where the answer has a shape of its own. */
export async function postFor<T>(
  fetch: typeof globalThis.fetch,
  path: string,
  body: unknown,
  answer: z.ZodMiniType<T>,
  timer: Timer,
): Promise<Result<T, Problem>> {
  const answered = await postJson(fetch, path, body, timer)
  if (!answered.ok) return failed(answered.problem)
  const parsed = answer.safeParse(answered.value)
  return parsed.success ? ok(parsed.data) : failed(notOurs)
}

export const notOurs: Problem = noConnection('not the protocol')

export async function askJson(fetch: typeof globalThis.fetch, path: string, init: RequestInit, timer: Timer): Promise<Answered> {
  const late = new AbortController()
  const callOff = timer(() => late.abort(), LONGEST_REQUEST_MS)
  try {
    const response = await fetch(path, { ...init, credentials: 'same-origin', redirect: 'error', cache: 'no-store', signal: late.signal })
    return await readResponse(response)
  } catch (error) {
    return failed(noConnection(late.signal.aborted ? 'too slow' : error instanceof Error ? error.name : 'failed'))
  } finally {
    callOff()
  }
}

async function readResponse(response: Response): Promise<Answered> {
  const type = response.headers.get('content-type') ?? ''
  if (response.redirected || !/^application\/json\b/.test(type)) return failed(noConnection(`http ${response.status}, ${type || 'no type'}`))
  const json: unknown = await response.json()
  return response.ok ? ok(json) : { ...failed(failureOf(response, json)), said: json }
}

/** Codes of a newer server are read by their status. */
const told = z.object({
  problem: z.object({ code: z.string(), path: z.optional(z.array(z.string())), values: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))) }),
})

function failureOf(response: Response, json: unknown): Problem {
  const parsed = told.safeParse(json)
  if (!parsed.success) return noConnection(`http ${response.status}, not ours`)
  const { code, path = [], values } = parsed.data.problem
  const known = isProblemCode(code) ? code : codeOfStatus(response.status)
  if (problemTraits[known].status !== response.status) return noConnection(`http ${response.status}, ${code}`)
  const seconds = retryAfter(response)
  return problem(known, path, seconds === undefined ? values : { ...values, seconds })
}

const GENERAL = ['signed-out', 'too-large', 'too-old', 'too-often', 'busy', 'disk-full'] as const

const codeOfStatus = (status: number) => GENERAL.find((code) => problemTraits[code].status === status) ?? 'broken'

/** Whole seconds only: the date form would need a clock that agrees. */
function retryAfter(response: Response): number | undefined {
  const header = response.headers.get('retry-after')
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : undefined
}

async function pack(json: string): Promise<{ body: BodyInit; headers: Record<string, string> }> {
  const headers = { 'content-type': 'application/json' }
  if (json.length < PACK_FROM_BYTES || typeof CompressionStream === 'undefined') return { body: json, headers }
  const packed = new Response(new Blob([json]).stream().pipeThrough(new CompressionStream('gzip')))
  return { body: await packed.arrayBuffer(), headers: { ...headers, 'content-encoding': 'gzip' } }
}
