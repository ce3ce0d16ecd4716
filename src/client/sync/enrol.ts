// POST /api/enrol: swaps an invitation for this device's place in an account. The token comes as a cookie that no script
// sees. Repeating it with the same device is harmless.

import type { Problem } from '../../model/problem.ts'
import { failed, type Result } from '../../model/result.ts'
import { type EnrolAnswer, type EnrolRequest, enrolAnswer } from '../../protocol/enrol.ts'
import type { Timer } from './ports.ts'
import { neverLate, notOurs, postFor } from './post.ts'

export async function enrol(fetch: typeof globalThis.fetch, request: EnrolRequest, timer: Timer = neverLate): Promise<Result<EnrolAnswer, Problem>> {
  const answered = await postFor(fetch, '/api/enrol', request, enrolAnswer, timer)
  return answered.ok && answered.value.device !== request.device ? failed(notOurs) : answered
}
