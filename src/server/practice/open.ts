// Fills an empty server with a practice province (diễn tập), through the same checks and history as real work. All or
// nothing, so that a start that was cut off leaves no half of it.

import type { Database } from '../database/database.ts'
import { addAccount } from '../database/query/account.ts'
import { addFeed, lockFeed } from '../database/query/feed.ts'
import { getIdentity } from '../database/query/identity.ts'
import { addOwnRecord } from '../own-record.ts'
import type { Server } from '../parts.ts'
import type { PracticeData } from './data.ts'

/** `province` is the unit whose feed it becomes. */
export async function openPractice(
  database: Database,
  { accounts, records }: PracticeData,
  province: string,
  { places, now, newId }: Pick<Server, 'places' | 'now' | 'newId'>,
): Promise<void> {
  await database.write(async (sql) => {
    const feed = newId()
    const { epoch } = await getIdentity(sql)
    await addFeed(sql, feed, province)
    await lockFeed(sql, feed)
    for (const { id, ...account } of accounts) await addAccount(sql, { ...account, account: id, feed }, now())
    const feeding = { sql, feed, epoch, places: await places.open(sql, feed), newId }
    for (const { then = [], ...record } of records) {
      await addOwnRecord(feeding, record)
      for (const { author, at, set } of then) await addOwnRecord(feeding, { ...record, author, at, data: set })
    }
  })
}
