// Profiles that were copied: the copy goes on under an id of its own, and what both had done before is its work, too.

import type { Sql } from '../database.ts'
import { numberOrNone, textOrNone } from '../row.ts'

export interface Profile {
  account: string
  device: string
  /** Up to which of that device's numbers. */
  upTo: number
}

/** A chain of copies longer than this is no accident. */
const LONGEST = 20

/** The device itself and those that it was copied from. */
export async function lineageOf(sql: Sql, { account, device }: { account: string; device: string }): Promise<Profile[]> {
  const found: Profile[] = [{ account, device, upTo: Number.MAX_SAFE_INTEGER }]
  for (let id: string | undefined = device; id !== undefined && found.length < LONGEST; ) {
    const row = await sql.get('SELECT forked_from, forked_after FROM device WHERE account = ? AND id = ?', account, id)
    id = row && textOrNone(row, 'forked_from')
    if (id !== undefined) found.push({ account, device: id, upTo: (row && numberOrNone(row, 'forked_after')) ?? 0 })
  }
  return found
}

/** Gives a copied profile its own id: it goes on counting after `after`. */
export async function noteFork(sql: Sql, { account, device, from, after }: { account: string; device: string; from: string; after: number }): Promise<void> {
  await sql.run('UPDATE device SET forked_from = ?, forked_after = ?, received = ? WHERE account = ? AND id = ?', from, after, after, account, device)
}
