// Proves a sync answer: the protocol, our nonce, and one result for each change we sent. What a newer server adds (kinds,
// marks, codes, roles) costs nothing else of the answer.

import * as z from 'zod/mini'
import { isProblemCode, type Problem, problem } from '../../model/problem.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import {
  type ChangeResult,
  type FirstResult,
  forkedResult,
  handedIn,
  heldResult,
  type Scope,
  type SyncRequest,
  scope,
  syncAnswer,
  takenResult,
} from '../../protocol/sync.ts'
import type { ReceivedAnswer, ReceivedResults } from './ports.ts'
import { noConnection } from './post.ts'

const anyProblem = z.object({ code: z.string(), path: z.array(z.string()), values: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))) })
const rejected = z.object({ id: z.string(), answer: z.literal('rejected'), problems: z.array(anyProblem) })
const first = z.union([takenResult, rejected])
const anyResult = z.union([first, z.object({ id: z.string(), answer: z.literal('duplicate'), first }), heldResult, forkedResult])

const received = z.object({
  ...syncAnswer.shape,
  scope: z.object({ ...scope.shape, roles: z.array(z.unknown()) }),
  results: z.array(anyResult),
  changes: z.array(z.unknown()),
})

export function readAnswer(json: unknown, request: SyncRequest): Result<ReceivedAnswer, Problem> {
  const parsed = received.safeParse(json)
  if (!parsed.success) return failed(noConnection('not the protocol'))
  const { data } = parsed
  if (data.nonce !== request.nonce) return failed(noConnection('another nonce'))
  if (!isOneForEach(data.results, request)) return failed(noConnection('other results'))
  const known = data.scope.roles.flatMap(knownRole)
  return ok({ ...data, scope: { ...data.scope, roles: known }, results: data.results.map(knownResult) })
}

const kept = z.object({ ...handedIn.shape, results: z.array(anyResult) })

/** What came beside `too-old`: undefined where it does not prove itself. */
export function readHandedIn(json: unknown, request: SyncRequest): ReceivedResults | undefined {
  const parsed = kept.safeParse(json)
  if (!parsed.success || parsed.data.nonce !== request.nonce || !isOneForEach(parsed.data.results, request)) return undefined
  return { ...parsed.data, results: parsed.data.results.map(knownResult) }
}

const isOneForEach = (results: readonly { id: string }[], { changes }: SyncRequest): boolean =>
  results.length === changes.length && results.every(({ id }, place) => id === changes[place]?.id)

const roleOn = scope.shape.roles.def.element

/** A role that this build doesn't know may do nothing in it. */
function knownRole(held: unknown): Scope['roles'] {
  const parsed = roleOn.safeParse(held)
  return parsed.success ? [parsed.data] : []
}

function knownResult(result: z.infer<typeof anyResult>): ChangeResult {
  if (result.answer === 'held' || result.answer === 'forked') return result
  return result.answer === 'duplicate' ? { ...result, first: knownFirst(result.first) } : knownFirst(result)
}

const knownFirst = (one: z.infer<typeof first>): FirstResult => (one.answer === 'rejected' ? { ...one, problems: one.problems.map(knownProblem) } : one)

const knownProblem = ({ code, path, values }: z.infer<typeof anyProblem>): Problem => problem(isProblemCode(code) ? code : 'not-valid', path, values)
