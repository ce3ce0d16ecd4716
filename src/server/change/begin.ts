// What a push has to know before it takes the first change: who hands in, where it goes, what lies where. Locks the feed.

import type { Transaction } from '../database/database.ts'
import { getAccount } from '../database/query/account.ts'
import { findDevice } from '../database/query/device.ts'
import { epochLine } from '../database/query/epoch.ts'
import { lockFeed } from '../database/query/feed.ts'
import type { Server } from '../parts.ts'
import type { Pushing } from './attempt.ts'

type Around = Pick<Server, 'places' | 'now' | 'today' | 'newId' | 'log'>

/** `sentAt`: by the clock of the device, when it hands in itself. */
export async function beginPush(sql: Transaction, { account, id }: { account: string; id: string }, around: Around, sentAt?: number): Promise<Pushing> {
  const { places, now, today, newId, log } = around
  const by = await getAccount(sql, account)
  await lockFeed(sql, by.feed)
  return {
    sql,
    feed: by.feed,
    line: await epochLine(sql, by.feed),
    places: await places.open(sql, by.feed),
    by,
    // Another tab's request may have moved it since the cookie was looked at.
    device: { account, id, received: (await findDevice(sql, account, id))?.received ?? 0 },
    histories: new Map(),
    now: now(),
    clockBehindMs: sentAt === undefined ? 0 : now() - sentAt,
    today: today(),
    newId,
    onBroken: (error, changeId) => log({ event: 'change-failed', changeId, error }),
  }
}
