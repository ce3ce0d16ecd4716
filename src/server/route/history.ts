// POST /api/history: what happened to one record, told to whoever may read it as it is now.

import { can, canReadSensitive } from '../../model/permission.ts'
import { problem } from '../../model/problem.ts'
import { withoutSensitive } from '../../model/record.ts'
import { type HistoryAnswer, historyRequest } from '../../protocol/history.ts'
import { PROTOCOL } from '../../protocol/sync.ts'
import { failure, jsonAnswer } from '../answer.ts'
import { subjectOf } from '../change/decide.ts'
import { getAccount } from '../database/query/account.ts'
import { listPast } from '../database/query/change.ts'
import { findRecord } from '../database/query/record.ts'
import type { Server } from '../parts.ts'
import { signIn } from '../sign-in.ts'

export async function history(server: Server, request: Request): Promise<Response> {
  const signed = await signIn(server, request, historyRequest)
  if (!signed.ok) return failure(signed.problem)
  const { device, asked } = signed.value
  const changes = await server.database.read(async (sql): Promise<HistoryAnswer['changes'] | undefined> => {
    const actor = await getAccount(sql, device.account)
    const record = await findRecord(sql, asked.record)
    if (!record || record.feed !== actor.feed) return undefined
    const places = await server.places.openCommitted(sql, actor.feed)
    const subject = subjectOf(record.kind, record.fields, record.author)
    const asking = { today: server.today(), lookup: places.lookup }
    // What one may not read, one is not told to be there.
    if (can(actor, 'read', subject, asking)) return undefined
    const past = await listPast(sql, record.id)
    return canReadSensitive(actor, subject, asking) ? past : past.map((one) => ({ ...one, set: withoutSensitive(record.kind, one.set) }))
  })
  if (!changes) return failure(problem('no-record'))
  return jsonAnswer(request, { protocol: PROTOCOL, changes } satisfies HistoryAnswer)
}
