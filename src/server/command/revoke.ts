// Shuts out a phone, or all phones of an account. A running server notices with the next request.

import type { Transaction } from '../database/database.ts'
import { findAccount, getAccount } from '../database/query/account.ts'
import { addAudit } from '../database/query/audit.ts'
import { familyOf, revokeDevice } from '../database/query/device.ts'
import { endInvitations } from '../database/query/invitation.ts'
import type { Command, Ended, Ground, Options } from './command.ts'

export const revoke: Command = {
  options: ['device', 'account'],
  run: async ({ database, edges }, options) => {
    const { device, account } = options
    if ((device === undefined) === (account === undefined))
      return { code: 2, lines: ['Whom? Give either --device ID (of "devices") or --account ID (of "accounts").'] }
    return database.write((sql) => shutOut(sql, options, edges))
  },
}

async function shutOut(sql: Transaction, { device, account }: Options, { now, newId }: Ground['edges']): Promise<Ended> {
  const known = account === undefined ? undefined : await findAccount(sql, account)
  if (account !== undefined && !known) return { code: 2, lines: [`There is no account ${account}. Those there are: npm run admin -- accounts`] }
  const found = await familyOf(sql, account === undefined ? { device: device ?? '' } : { account })
  if (device !== undefined && found.length === 0) return { code: 2, lines: [`There is no device ${device}. Those there are: npm run admin -- devices`] }
  const lines: string[] = []
  for (const one of found) {
    const { name } = await getAccount(sql, one.account)
    const closed = await revokeDevice(sql, one.account, one.id, now())
    if (closed > 0) await addAudit(sql, { id: newId(), at: now(), event: 'revoked', account: one.account, device: one.id, detail: {} })
    lines.push(`${one.id} · ${name} · ${closed > 0 ? 'is shut out' : 'was shut out before'}`)
  }
  if (known) lines.push(await endOpenInvitations(sql, known.account, now()))
  return { code: 0, lines: [...lines, 'What such a phone has not sent stays on it. Whoever shall come in again needs an invitation: invite --account ID'] }
}

async function endOpenInvitations(sql: Transaction, account: string, now: number): Promise<string> {
  const ended = await endInvitations(sql, account, now)
  return ended === 0 ? 'No invitation of this account was open.' : `${ended} unused invitation${ended === 1 ? '' : 's'} of this account ended too.`
}
