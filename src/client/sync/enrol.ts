// POST /api/enrol: swaps an invitation for this device's place in an account. The token comes as a cookie that no script
// sees. Repeating it with the same device is harmless.

import type { Problem } from '../../model/problem.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { type EnrolAnswer, type EnrolRequest, enrolAnswer } from '../../protocol/enrol.ts'
import type { Timer } from './ports.ts'
import { neverLate, noConnection, postJson } from './post.ts'

export async function enrol(fetch: typeof globalThis.fetch, request: EnrolRequest, timer: Timer = neverLate): Promise<Result<EnrolAnswer, Problem>> {
  const answered = await postJson(fetch, '/api/enrol', request, timer)
  if (!answered.ok) return failed(answered.problem)
  const parsed = enrolAnswer.safeParse(answered.value)
  return parsed.success && parsed.data.device === request.device ? ok(parsed.data) : failed(noConnection('not the protocol'))
}
