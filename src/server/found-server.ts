// Gives a new database its identity and the key pair that phones seal to. What it was founded as, real or practice, it
// stays. A database from before there were key pairs gets one.

import { openingKey } from '../protocol/seal-key.ts'
import { CannotStart } from './cannot-start.ts'
import type { Database } from './database/database.ts'
import { addIdentity, findIdentity, type Identity } from './database/query/identity.ts'
import { findOpeningKey, putKeyPair } from './database/query/seal-key.ts'

interface Founding {
  /** What it becomes if it is new. */
  practice: boolean
  newId: () => string
  now: number
  subtle: SubtleCrypto
}

export async function foundServer(database: Database, { practice, newId, now, subtle }: Founding): Promise<Identity> {
  // Made beforehand, because nothing else may be waited for inside a transaction.
  const pair = (await database.read(findOpeningKey)) ?? (await makeKeyPair(subtle))
  return database.write(async (sql) => {
    const found = await findIdentity(sql)
    const identity = found ?? { epoch: newId(), practice }
    if (!found) await addIdentity(sql, identity, now)
    if (!(await findOpeningKey(sql))) await putKeyPair(sql, pair)
    return identity
  })
}

async function makeKeyPair(subtle: SubtleCrypto) {
  const { privateKey } = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  return openingKey.parse(await subtle.exportKey('jwk', privateKey))
}

/** Real work must never land among invented records. */
export function refuseMixing(identity: Identity, wantsEmpty: boolean, folder: string): void {
  if (identity.practice && wantsEmpty) throw new CannotStart(`The folder ${folder} holds a practice province. Give --empty another folder: --data DIR`)
}
