// Proves that what the server keeps is whole, and says what can be done where it is not.

import { compareJournal } from '../check/journal.ts'
import { examine } from '../check/whole.ts'
import type { Command } from './command.ts'
import { findingsLines, told } from './findings-lines.ts'

export const verify: Command = {
  options: [],
  leavesJournal: true,
  run: async ({ database, journal }) => {
    const found = await examine(database)
    const { differences, canBeWritten } = found.damage.length > 0 ? unread : await compareJournal(database, journal)
    const lines = [...findingsLines(found), ...told('The journal differs from the database', differences)]
    if (lines.length === 0) return { code: 0, lines: [`The database is whole, and its ${found.compared} summaries are what the records give.`] }
    if (found.damage.length > 0 || found.history.length > 0) lines.push('Stop the server, keep this folder as it is, and go on from a backup.')
    else if (found.summaries.length + found.checks.length > 0) lines.push('To make the sums anew: npm run admin -- rebuild-summaries')
    else if (differences.length > 0 && canBeWritten) lines.push(...journalRemedy)
    return { code: 1, lines }
  },
}

const unread = { differences: [], canBeWritten: false }

const journalRemedy = [
  'The database knows all that the journal ought to tell. What is missing at its end is written at the next start; for anything else stop the server, move',
  'the journal away, and start it again: it writes a whole one.',
]
