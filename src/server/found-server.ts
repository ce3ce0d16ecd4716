// Gives a new database its identity. What it was founded as, real or practice, it stays.

import { CannotStart } from './cannot-start.ts'
import type { Database } from './database/database.ts'
import { addIdentity, findIdentity, type Identity } from './database/query/identity.ts'

interface Founding {
  /** What it becomes if it is new. */
  practice: boolean
  newId: () => string
  now: number
}

export const foundServer = (database: Database, { practice, newId, now }: Founding): Promise<Identity & { isNew: boolean }> =>
  database.write(async (sql) => {
    const found = await findIdentity(sql)
    if (found) return { ...found, isNew: false }
    const identity = { epoch: newId(), practice }
    await addIdentity(sql, identity, now)
    return { ...identity, isNew: true }
  })

/** Real work must never land among invented records. */
export function refuseMixing(identity: Identity, wantsEmpty: boolean, folder: string): void {
  if (identity.practice && wantsEmpty) throw new CannotStart(`The folder ${folder} holds a practice province. Give --empty another folder: --data DIR`)
}
