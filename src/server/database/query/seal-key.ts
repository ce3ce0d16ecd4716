// The server's key pair for what phones seal to it: both halves as JWK, in the one row that says which server this is.

import { type OpeningKey, openingKey, type SealingKey, sealingKey } from '../../../protocol/seal-key.ts'
import { sha256 } from '../../hash.ts'
import type { Sql } from '../database.ts'
import { textOrNone } from '../row.ts'

/** The public half, as phones are told it, with the id by which a sealed file names it. */
export async function getSealKey(sql: Sql): Promise<{ id: string; jwk: SealingKey }> {
  const row = await sql.get('SELECT seal_public FROM server')
  const kept = row && textOrNone(row, 'seal_public')
  if (!kept) throw new Error('This server has no key to seal to.')
  const jwk = sealingKey.parse(JSON.parse(kept))
  const point = Buffer.concat([Buffer.of(4), Buffer.from(jwk.x, 'base64url'), Buffer.from(jwk.y, 'base64url')])
  return { id: sha256(point).slice(0, 16), jwk }
}

/** The private half; none where the server has no pair yet. */
export async function findOpeningKey(sql: Sql): Promise<OpeningKey | undefined> {
  const row = await sql.get('SELECT seal_private FROM server')
  const kept = row && textOrNone(row, 'seal_private')
  return kept ? openingKey.parse(JSON.parse(kept)) : undefined
}

export async function putKeyPair(sql: Sql, { d, ...rest }: OpeningKey): Promise<void> {
  await sql.run('UPDATE server SET seal_public = ?, seal_private = ?', JSON.stringify(rest), JSON.stringify({ ...rest, d }))
}
