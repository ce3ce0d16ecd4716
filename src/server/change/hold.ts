// What is not taken: refused changes are kept whole in quarantine; those that came before what they stand on are tried again
// when that has come, and refused when it was refused.

import type { Problem } from '../../model/problem.ts'
import { change as changeSchema, type FirstResult } from '../../protocol/sync.ts'
import { type Account, getAccount } from '../database/query/account.ts'
import { addAudit } from '../database/query/audit.ts'
import { addHeld, dropHeld, findHeld, type Held, heldFor } from '../database/query/held.ts'
import { addQuarantined } from '../database/query/quarantine.ts'
import { arrivedFrom, attempt, type Envelope, type Pushing } from './attempt.ts'

export const rejected = (id: string, problems: Problem[]): FirstResult => ({ id, answer: 'rejected', problems })

/** Tries those that wait for this record once more, each in its own author's name and with the rights that she has now. */
export async function settleHeld(pushing: Pushing, record: string): Promise<void> {
  for (const held of await heldFor(pushing.sql, record)) await settle(pushing, held)
}

async function settle(pushing: Pushing, held: Held): Promise<void> {
  const { account, device, changeId, payload, payloadHash, was } = held
  // One that was settled a moment ago may have settled this one with it.
  if (!(await findHeld(pushing.sql, account, changeId))) return
  const own: Pushing = { ...pushing, by: await authorOf(pushing, account), device: { account, id: device, received: 0 }, clockBehindMs: 0 }
  // It was read as a change before it was held.
  const took = await attempt(own, arrivedFrom(changeSchema.parse(payload), own.device, payloadHash, was))
  if (took.is === 'early' && took.waitsFor === held.waitsFor) return
  await dropHeld(pushing.sql, { account, changeId })
  if (took.is === 'early') await addHeld(pushing.sql, { ...held, waitsFor: took.waitsFor })
  if (took.is === 'refused') await refuse(own, payload, payloadHash, took.problems)
  if (took.is === 'taken' && took.record?.version === 1) await settleHeld(pushing, took.record.id)
}

const authorOf = async ({ sql, by }: Pushing, account: string): Promise<Account> => (account === by.account ? by : getAccount(sql, account))

const permissionCodes: readonly string[] = ['out-of-scope', 'not-allowed']

/** Keeps it whole, and with it what was to stand on it. */
export async function refuse(pushing: Pushing, envelope: Envelope, hash: string, problems: Problem[]): Promise<FirstResult> {
  const { sql, device, now, newId } = pushing
  const { account, id } = device
  const n = typeof envelope['n'] === 'number' && Number.isSafeInteger(envelope['n']) ? envelope['n'] : undefined
  const record = typeof envelope['record'] === 'string' ? envelope['record'] : undefined
  await addQuarantined(sql, { changeId: envelope.id, payloadHash: hash, account, device: id, n, record, receivedAt: now, payload: envelope, problems })
  if (problems.some(({ code }) => permissionCodes.includes(code)))
    await addAudit(sql, {
      id: newId(),
      at: now,
      event: 'refused',
      account,
      device: id,
      detail: { change: envelope.id, codes: problems.map(({ code }) => code) },
    })
  if (record !== undefined) await settleHeld(pushing, record)
  return rejected(envelope.id, problems)
}
