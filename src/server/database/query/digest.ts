// Sums of what lies somewhere, by kind, unit and organisation: what a phone's check is compared with.

import { isKindName, type KindName } from '../../../model/registry.ts'
import { CHECK_FORM, type Sum } from '../../../protocol/check.ts'
import type { Sql, SqlRow, SqlValue } from '../database.ts'
import { number, numberOrNone, text, textOrNone } from '../row.ts'
import type { Branch } from './record.ts'

export interface Spot {
  kind: KindName
  unit: string
  organisation: string | undefined
}

export interface Digest extends Spot {
  sum: Sum
}

export async function findDigest(sql: Sql, feed: string, { kind, unit, organisation }: Spot): Promise<Sum | undefined> {
  const row = await sql.get(
    'SELECT high, low, held FROM digest WHERE feed = ? AND kind = ? AND unit = ? AND organisation = ?',
    feed,
    kind,
    unit,
    organisation ?? '',
  )
  return row && toSum(row)
}

export async function putDigest(sql: Sql, feed: string, commune: string | undefined, { kind, unit, organisation, sum }: Digest): Promise<void> {
  await sql.run(
    `INSERT INTO digest (feed, kind, unit, organisation, commune, high, low, held) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (feed, kind, unit, organisation) DO UPDATE SET commune = excluded.commune, high = excluded.high, low = excluded.low, held = excluded.held`,
    feed,
    kind,
    unit,
    organisation ?? '',
    commune ?? null,
    sum.high,
    sum.low,
    sum.held,
  )
}

/** Those of one branch in which anything lies. */
export async function digestsOf(sql: Sql, feed: string, { kinds, where }: Branch): Promise<Digest[]> {
  const values: SqlValue[] = [feed, ...kinds]
  if (where) values.push(where.is)
  const rows = await sql.all(
    `SELECT kind, unit, organisation, high, low, held FROM digest
     WHERE feed = ? AND held > 0 AND kind IN (${kinds.map(() => '?').join(', ')}) ${where ? `AND ${where.column} = ?` : ''}`,
    ...values,
  )
  return rows.flatMap(toDigest)
}

export const allDigests = async (sql: Sql, feed: string): Promise<Digest[]> =>
  (await sql.all('SELECT kind, unit, organisation, high, low, held FROM digest WHERE feed = ? AND held > 0', feed)).flatMap(toDigest)

export async function deleteDigests(sql: Sql, feed: string): Promise<void> {
  await sql.run('DELETE FROM digest WHERE feed = ?', feed)
}

export async function digestForm(sql: Sql, feed: string): Promise<number> {
  const row = await sql.get('SELECT digest_form FROM feed WHERE id = ?', feed)
  return (row && numberOrNone(row, 'digest_form')) ?? 0
}

export async function noteDigestsBuilt(sql: Sql, feed: string): Promise<void> {
  await sql.run('UPDATE feed SET digest_form = ? WHERE id = ?', CHECK_FORM, feed)
}

const toSum = (row: SqlRow): Sum => ({ high: number(row, 'high'), low: number(row, 'low'), held: number(row, 'held') })

function toDigest(row: SqlRow): Digest[] {
  const kind = text(row, 'kind')
  return isKindName(kind) ? [{ kind, unit: text(row, 'unit'), organisation: textOrNone(row, 'organisation') || undefined, sum: toSum(row) }] : []
}
