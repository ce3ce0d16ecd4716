// GET /api/health: whether the server and its database answer.

import { PROTOCOL } from '../../protocol/sync.ts'
import { jsonAnswer } from '../answer.ts'
import { getIdentity } from '../database/query/identity.ts'
import type { Server } from '../parts.ts'

export async function health({ database, now }: Server, request: Request): Promise<Response> {
  const { practice } = await database.read(getIdentity)
  return jsonAnswer(request, { ok: true, protocol: PROTOCOL, practice, serverTime: now() })
}
