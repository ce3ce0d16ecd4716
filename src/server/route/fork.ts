// POST /api/fork: a copied profile is admitted under an id of its own. The first one keeps its token; this one's cookie
// carries a new one. Repeating it with the same id is harmless.

import { problem } from '../../model/problem.ts'
import { forkAnswer, forkRequest } from '../../protocol/fork.ts'
import { PROTOCOL } from '../../protocol/sync.ts'
import { failure, jsonAnswer } from '../answer.ts'
import { deviceCookie } from '../cookie.ts'
import { addAudit } from '../database/query/audit.ts'
import { admitDevice, findDevice } from '../database/query/device.ts'
import { noteFork } from '../database/query/lineage.ts'
import { sha256 } from '../hash.ts'
import type { Server } from '../parts.ts'
import { makeSecret } from '../secret.ts'
import { signIn } from '../sign-in.ts'

export async function fork(server: Server, request: Request): Promise<Response> {
  const signed = await signIn(server, request, forkRequest)
  if (!signed.ok) return failure(signed.problem)
  const { account, device: from, fresh, after } = signed.value.asked
  const token = makeSecret(server.random)
  const now = server.now()
  const isAdmitted = await server.database.write(async (sql) => {
    const known = await findDevice(sql, account, fresh)
    // The id of another device is not taken over, and one that was shut out comes back only by an invitation.
    if (known && (known.forkedFrom !== from || known.revokedAt !== undefined)) return false
    await admitDevice(sql, { account, id: fresh, tokenHash: sha256(token), name: undefined }, now)
    if (!known) await noteFork(sql, { account, device: fresh, from, after })
    await addAudit(sql, { id: server.newId(), at: now, event: 'forked', account, device: fresh, detail: { from, after } })
    return true
  })
  if (!isAdmitted) return failure(problem('signed-out'))
  return jsonAnswer(request, forkAnswer.parse({ protocol: PROTOCOL, device: fresh }), { 'Set-Cookie': deviceCookie(account, token) })
}
