// How much a database holds, for comparing a backup with what is put back from it.

import type { Database } from '../database/database.ts'
import { number } from '../database/row.ts'

const counted = ['account', 'device', 'record', 'change', 'quarantine', 'held', 'act'] as const

/** "accounts: 3, devices: 4, …" */
export const countsLine = (database: Database): Promise<string> =>
  database.read(async (sql) => {
    const parts: string[] = []
    for (const table of counted) {
      const row = await sql.get(`SELECT count(*) AS count FROM ${table}`)
      parts.push(`${table}: ${row ? number(row, 'count') : 0}`)
    }
    return parts.join(', ')
  })
