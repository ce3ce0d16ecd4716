// POST /api/records: single records behind a sum, for who holds "open" in the permission table. None is told before the audit has it.

import { can } from '../../model/permission.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { withoutSensitive } from '../../model/record.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { ladder } from '../../model/upgrade.ts'
import { type OpenAnswer, type OpenedRecord, type OpenRequest, openRequest } from '../../protocol/opened.ts'
import { PROTOCOL } from '../../protocol/sync.ts'
import { failure, jsonAnswer } from '../answer.ts'
import { subjectOf } from '../change/decide.ts'
import type { Sql } from '../database/database.ts'
import { getAccount } from '../database/query/account.ts'
import { addAudit } from '../database/query/audit.ts'
import type { ReadRecord } from '../database/query/record.ts'
import type { Server } from '../parts.ts'
import { whenDone } from '../pull/page.ts'
import { signIn } from '../sign-in.ts'
import { openPage } from '../summary/opened.ts'

export async function records(server: Server, request: Request): Promise<Response> {
  const signed = await signIn(server, request, openRequest)
  if (!signed.ok) return failure(signed.problem)
  const { asked, device } = signed.value
  const opened = await server.database.read((sql) => openFor(server, sql, asked))
  const { unit, kind, from, to, after } = asked
  const told = opened.ok ? { count: opened.value.records.length } : { problem: opened.problem.code }
  await server.database.write((sql) =>
    addAudit(sql, {
      id: server.newId(),
      at: server.now(),
      event: opened.ok ? 'opened' : 'refused',
      account: device.account,
      device: device.id,
      detail: { unit, kind, from, to, after, ...told },
    }),
  )
  if (!opened.ok) return failure(opened.problem)
  return jsonAnswer(request, { protocol: PROTOCOL, serverTime: server.now(), ...opened.value } satisfies OpenAnswer)
}

async function openFor(server: Server, sql: Sql, asked: OpenRequest): Promise<Result<Pick<OpenAnswer, 'records' | 'next'>, Problem>> {
  const { account, unit, kind, from = '', to, after = 0, want } = asked
  const actor = await getAccount(sql, account)
  const { lookup } = await server.places.openCommitted(sql, actor.feed)
  const asking = { today: server.today(), lookup }
  // A unit of elsewhere and one that is not there are refused alike.
  const refusal = can(actor, 'open', { kind, unit, author: '' }, asking)
  if (refusal) return failed(problem(refusal.code))
  const page = await openPage(sql, { feed: actor.feed, unit, kind, period: { from, to }, after, want }, lookup)
  const told = page.records.filter((record) => can(actor, 'open', subjectOf(record.kind, record.fields, record.author), asking) === undefined)
  return ok({ records: told.map(toOpened), next: page.next })
}

/** Without sensitive fields, whoever asks: what she may read of them she was sent. */
const toOpened = ({ id, kind, version, author, authorName, createdAt, changedAt, madeAt, editedAt, fields }: ReadRecord): OpenedRecord => ({
  id,
  kind,
  version,
  author,
  authorName,
  createdAt,
  changedAt,
  ...whenDone({ madeAt, editedAt }),
  model: ladder.model,
  data: withoutSensitive(kind, fields),
})
