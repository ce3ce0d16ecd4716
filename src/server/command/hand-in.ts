// Hands changes in for a device, as its own sync would: some at a time, so that a running server is not kept waiting.

import { dateInVietnam } from '../../model/civil-date.ts'
import type { ChangeResult } from '../../protocol/sync.ts'
import type { Envelope } from '../change/attempt.ts'
import { beginPush } from '../change/begin.ts'
import { receivedUpTo, takePush } from '../change/push.ts'
import { addAudit } from '../database/query/audit.ts'
import { admitDevice, findDevice, noteReceived } from '../database/query/device.ts'
import { sha256 } from '../hash.ts'
import { createPlaceBook } from '../places.ts'
import { makeSecret } from '../secret.ts'
import type { Office } from './command.ts'

const AT_ONCE = 100

interface By {
  account: string
  /** The device's id. */
  id: string
}

/** The account has that device afterwards. Nobody is given its token, so nobody can sign in with it. */
export async function admitByHand({ database, edges: { now, random } }: Office, { account, id }: By): Promise<void> {
  await database.write(async (sql) => {
    if (!(await findDevice(sql, account, id))) await admitDevice(sql, { account, id, tokenHash: sha256(makeSecret(random)), name: 'import-outbox' }, now())
  })
}

export async function handIn(office: Office, by: By, changes: readonly Envelope[]): Promise<ChangeResult[]> {
  const results: ChangeResult[] = []
  for (let from = 0; from < changes.length; from += AT_ONCE) results.push(...(await handInSome(office, by, changes.slice(from, from + AT_ONCE))))
  return results
}

const handInSome = ({ database, units, log, edges: { now, newId } }: Office, by: By, changes: readonly Envelope[]): Promise<ChangeResult[]> =>
  database.write(async (sql) => {
    const around = { places: createPlaceBook(units.lookup), now, today: () => dateInVietnam(now()), newId, log }
    const pushing = await beginPush(sql, by, around)
    const results = await takePush(pushing, changes)
    await noteReceived(sql, by, await receivedUpTo(pushing))
    await addAudit(sql, { id: newId(), at: now(), event: 'imported', account: by.account, device: by.id, detail: { changes: changes.map(({ id }) => id) } })
    return results
  })
