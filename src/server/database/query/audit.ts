// The audit: who did what to accounts and devices, who opened whose records, which other systems were told figures, and what was refused for want of permission. It only
// grows.

import type { Sql } from '../database.ts'
import { number, text, textOrNone } from '../row.ts'

export interface AuditEntry {
  id: string
  at: number
  event:
    | 'invited'
    | 'enrolled'
    | 'refused'
    | 'forked'
    | 'revoked'
    | 'role-ended'
    | 'imported'
    | 'restored'
    | 'opened'
    | 'token-made'
    | 'token-revoked'
    | 'figures-told'
    | 'figures-refused'
  /** Whom it concerns; nobody where the server as a whole is meant. */
  account?: string
  device?: string | undefined
  detail: Record<string, unknown>
}

export async function addAudit(sql: Sql, { id, at, event, account, device, detail }: AuditEntry): Promise<void> {
  await sql.run(
    'INSERT INTO audit (id, at, event, account, device, detail) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    at,
    event,
    account ?? null,
    device ?? null,
    JSON.stringify(detail),
  )
}

export interface ListedAudit {
  at: number
  event: string
  account: string | undefined
  accountName: string | undefined
  device: string | undefined
  detail: Record<string, unknown>
}

/** From that moment on, the oldest first. */
export async function listAudit(sql: Sql, sinceMs: number): Promise<ListedAudit[]> {
  const rows = await sql.all(
    `SELECT audit.at, audit.event, audit.account, account.name AS account_name, audit.device, audit.detail
     FROM audit LEFT JOIN account ON account.id = audit.account WHERE audit.at >= ? ORDER BY audit.at, audit.id`,
    sinceMs,
  )
  return rows.map((row) => ({
    at: number(row, 'at'),
    event: text(row, 'event'),
    account: textOrNone(row, 'account'),
    accountName: textOrNone(row, 'account_name'),
    device: textOrNone(row, 'device'),
    detail: JSON.parse(text(row, 'detail')) as ListedAudit['detail'], // written by addAudit
  }))
}
