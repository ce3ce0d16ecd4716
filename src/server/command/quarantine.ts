// Lists what phones handed in and the server did not take: whose it is, and why. Nothing of it is lost; who entered it sees
// it on the phone and can mend it there.

import { listHeldSince, listQuarantined, type Untaken } from '../database/query/waiting.ts'
import type { Command } from './command.ts'
import { momentText } from './moment.ts'
import { plainName, problemText } from './problem-text.ts'

const HOUR_MS = 3_600_000
/** What comes out of order is usually complete by then. */
const WAITS_LONG_MS = 72 * HOUR_MS

export const quarantine: Command = {
  options: [],
  run: async ({ database, edges }) => {
    const { refused, waiting } = await database.read(async (sql) => ({
      refused: await listQuarantined(sql),
      waiting: await listHeldSince(sql, edges.now() - WAITS_LONG_MS),
    }))
    if (refused.length + waiting.length === 0) return { code: 0, lines: ['Nothing was refused, and nothing waits longer than three days.'] }
    return {
      code: 0,
      lines: [
        ...part(`Refused (${refused.length}), the last first:`, refused),
        ...part(`Waiting longer than three days for another change (${waiting.length}):`, waiting),
      ],
    }
  },
}

const part = (head: string, found: readonly Untaken[]): string[] => (found.length === 0 ? [] : [head, ...found.map((one) => `  ${lineOf(one)}`)])

const lineOf = ({ changeId, accountName, device, n, receivedAt, payload, problems, waitsFor }: Untaken): string =>
  [
    momentText(receivedAt),
    accountName,
    `device ${device}`,
    `change ${changeId}${n === undefined ? '' : ` (number ${n})`}`,
    `${plainName(payload['kind'])} ${plainName(payload['record'])}`,
    waitsFor === undefined ? problems.map(problemText).join(', ') : `waits for ${waitsFor}`,
  ].join(' · ')
