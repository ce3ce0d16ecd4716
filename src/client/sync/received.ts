// Proves a sync answer: the protocol, our nonce, and one result for each change we sent. What a newer server adds (kinds,
// marks, codes, roles) costs nothing else of the answer.

import * as z from 'zod/mini'
import { isProblemCode, type Problem, problem } from '../../model/problem.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { type ChangeResult, type FirstResult, type Scope, type SyncRequest, scope, syncAnswer } from '../../protocol/sync.ts'
import type { ReceivedAnswer } from './ports.ts'
import { noConnection } from './post.ts'

const anyProblem = z.object({ code: z.string(), path: z.array(z.string()), values: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))) })
const applied = z.object({ id: z.string(), answer: z.literal('applied'), version: z.int().check(z.gte(0)) })
const rejected = z.object({ id: z.string(), answer: z.literal('rejected'), problems: z.array(anyProblem) })
const first = z.union([applied, rejected])
const anyResult = z.union([first, z.object({ id: z.string(), answer: z.literal('duplicate'), first })])

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
  const isOneForEach = data.results.length === request.changes.length && data.results.every(({ id }, index) => id === request.changes[index]?.id)
  if (!isOneForEach) return failed(noConnection('other results'))
  const known = data.scope.roles.flatMap(knownRole)
  return ok({ ...data, scope: { ...data.scope, roles: known }, results: data.results.map(knownResult) })
}

const roleOn = scope.shape.roles.def.element

/** A role that this build doesn't know may do nothing in it. */
function knownRole(held: unknown): Scope['roles'] {
  const parsed = roleOn.safeParse(held)
  return parsed.success ? [parsed.data] : []
}

function knownResult(result: z.infer<typeof anyResult>): ChangeResult {
  return result.answer === 'duplicate' ? { ...result, first: knownFirst(result.first) } : knownFirst(result)
}

const knownFirst = (one: z.infer<typeof first>): FirstResult => (one.answer === 'applied' ? one : { ...one, problems: one.problems.map(knownProblem) })

const knownProblem = ({ code, path, values }: z.infer<typeof anyProblem>): Problem => problem(isProblemCode(code) ? code : 'not-valid', path, values)
