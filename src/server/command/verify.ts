// Proves that what the server keeps is whole, and says what can be done where it is not.

import { examine } from '../check/whole.ts'
import { readActs } from '../journal-file.ts'
import { firstForeignAct } from '../replay.ts'
import type { Command } from './command.ts'
import { findingsLines, told } from './findings-lines.ts'

export const verify: Command = {
  options: [],
  run: async ({ database, journal }) => {
    const found = await examine(database)
    const foreign = found.damage.length > 0 ? undefined : await database.read((sql) => firstForeignAct(sql, readActs(journal)))
    const lines = [
      ...findingsLines(found),
      ...told('The journal differs from the database', foreign === undefined ? [] : [`Act ${foreign} is another one in ${journal}.`]),
    ]
    if (lines.length === 0) return { code: 0, lines: [`The database is whole, and its ${found.compared} summaries are what the records give.`] }
    if (found.damage.length > 0 || found.history.length > 0) lines.push('Stop the server, keep this folder as it is, and go on from a backup.')
    else if (found.summaries.length + found.checks.length > 0) lines.push('To make the sums anew: npm run admin -- rebuild-summaries')
    return { code: 1, lines }
  },
}
