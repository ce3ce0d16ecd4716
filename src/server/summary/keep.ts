// Brings a feed's summaries up to date with one change of one record, in the transaction that applies it, by the function
// that the phone uses. The feed must be locked.

import type { Cell } from '../../programme/cell.ts'
import { contributions } from '../../programme/contribution.ts'
import { applyTo, changesOf, lastOf } from '../../programme/summary.ts'
import type { Sql } from '../database/database.ts'
import { findLastSession, putLastSession } from '../database/query/last-session.ts'
import { type HeldRecord, sessionsOf } from '../database/query/record.ts'
import { findSums, putSummary } from '../database/query/summary.ts'

/** The record is `after` already; `before` is what it was, undefined for a new one. */
export async function keepSummaries(sql: Sql, before: HeldRecord | undefined, after: HeldRecord): Promise<void> {
  const { feed, seq } = after
  for (const { values, ...key } of changesOf(cellsOf(before), cellsOf(after))) {
    const commune = (key.unit === after.unit ? after : before)?.commune
    await putSummary(sql, feed, { ...key, commune, values: applyTo(await findSums(sql, feed, key), values), seq })
  }
  if (after.kind === 'session') await keepLastSessions(sql, before, after)
}

export const cellsOf = (record: HeldRecord | undefined): Cell[] => (record && !record.removed ? contributions(record.kind, record.fields) : [])

async function keepLastSessions(sql: Sql, before: HeldRecord | undefined, after: HeldRecord): Promise<void> {
  const [was, is] = [sessionOf(before), sessionOf(after)]
  if (was?.unit === is?.unit && was?.date === is?.date) return
  for (const unit of new Set([was?.unit, is?.unit])) {
    if (unit !== undefined) await keepLastSession(sql, after, unit, was?.unit === unit ? was.date : undefined, is?.unit === unit ? is.date : undefined)
  }
}

/** Only where the newest session itself went to an earlier day or away are the others asked. */
async function keepLastSession(sql: Sql, { feed, seq }: HeldRecord, unit: string, gone: string | undefined, come: string | undefined): Promise<void> {
  const held = await findLastSession(sql, feed, unit)
  const isLastGone = gone !== undefined && gone === held && (come === undefined || come < gone)
  const date = isLastGone ? lastOf((await sessionsOf(sql, feed, unit)).map((record) => sessionOf(record)?.date)) : lastOf([held, come])
  if (date !== held) await putLastSession(sql, feed, { unit, date }, seq)
}

/** Where and when a session was held, as long as it counts. */
export function sessionOf(record: HeldRecord | undefined): { unit: string; date: string } | undefined {
  const date = record?.fields['date']
  return record?.kind === 'session' && !record.removed && typeof date === 'string' ? { unit: record.unit, date } : undefined
}
