// POST /api/history: what happened to one record, asked while somebody looks at it. Nothing of it is kept on the phone.

import type { Problem } from '../../model/problem.ts'
import { ok, type Result } from '../../model/result.ts'
import { type HistoryRequest, historyAnswer, type PastChange } from '../../protocol/history.ts'
import type { Timer } from './ports.ts'
import { neverLate, postFor } from './post.ts'

/** Oldest first. */
export async function askHistory(fetch: typeof globalThis.fetch, request: HistoryRequest, timer: Timer = neverLate): Promise<Result<PastChange[], Problem>> {
  const answered = await postFor(fetch, '/api/history', request, historyAnswer, timer)
  return answered.ok ? ok(answered.value.changes) : answered
}
