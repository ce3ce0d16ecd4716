// The audit: who did what to accounts and devices, who opened whose records, which other systems were told figures, and what was refused for want of permission. It only
// grows.

import type { Sql } from '../database.ts'

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
