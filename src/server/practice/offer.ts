// Fresh invitations for the accounts of a practice province that anybody at this machine may try.

import type { Database } from '../database/database.ts'
import { listOffered } from '../database/query/account.ts'
import { invite, type MadeInvitation } from '../invitation.ts'
import type { Server } from '../parts.ts'

export interface Offer extends MadeInvitation {
  name: string
}

export const makeOffers = (database: Database, edges: Pick<Server, 'now' | 'random' | 'newId'>): Promise<Offer[]> =>
  database.write(async (sql) => {
    const offers: Offer[] = []
    for (const { account, name } of await listOffered(sql)) offers.push({ name, ...(await invite(sql, account, edges)) })
    return offers
  })
