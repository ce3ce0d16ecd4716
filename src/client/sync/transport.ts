// POST /api/sync (docs/protocol.md).

import type { SyncRequest } from '../../protocol/sync.ts'
import type { Timer, Transport } from './ports.ts'
import { neverLate, postJson } from './post.ts'
import { readAnswer, readHandedIn } from './received.ts'

/** What the server said is wrong, or no-connection for everything that is not provably its answer to this request. */
export async function sendSync(fetch: typeof globalThis.fetch, request: SyncRequest, timer: Timer = neverLate): ReturnType<Transport> {
  const answered = await postJson(fetch, '/api/sync', request, timer)
  if (answered.ok) return readAnswer(answered.value, request)
  const handedIn = answered.problem.code === 'too-old' ? readHandedIn(answered.said, request) : undefined
  return { ok: false, problem: answered.problem, ...(handedIn ? { handedIn } : {}) }
}
