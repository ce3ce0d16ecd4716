// POST /api/fork: a copied profile asks for an id of its own. The new token comes as a cookie that no script sees.

import type { Problem } from '../../model/problem.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { type ForkRequest, forkAnswer } from '../../protocol/fork.ts'
import type { Timer } from './ports.ts'
import { neverLate, notOurs, postFor } from './post.ts'

export async function sendFork(fetch: typeof globalThis.fetch, request: ForkRequest, timer: Timer = neverLate): Promise<Result<true, Problem>> {
  const answered = await postFor(fetch, '/api/fork', request, forkAnswer, timer)
  if (!answered.ok) return answered
  return answered.value.device === request.fresh ? ok(true) : failed(notOurs)
}
