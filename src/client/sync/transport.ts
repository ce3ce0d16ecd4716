// POST /api/sync (docs/protocol.md).

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import type { SyncRequest } from '../../protocol/sync.ts'
import type { ReceivedAnswer, Timer } from './ports.ts'
import { neverLate, postJson } from './post.ts'
import { readAnswer } from './received.ts'

/** What the server said is wrong, or no-connection for everything that is not provably its answer to this request. */
export async function sendSync(fetch: typeof globalThis.fetch, request: SyncRequest, timer: Timer = neverLate): Promise<Result<ReceivedAnswer, Problem>> {
  const answered = await postJson(fetch, '/api/sync', request, timer)
  return answered.ok ? readAnswer(answered.value, request) : answered
}
