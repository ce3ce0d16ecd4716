// Why a journal can't be wholly believed, beside the acts that a database or a backup knows: lines that can't be read, acts
// that it lacks, an end before theirs. Pure.

import type { Act } from './database/query/act.ts'
import type { Journal } from './journal-file.ts'

/** A sentence each; nothing where the journal tells all that is known. `what` is whose acts they are: "the database". */
export function journalFaults({ acts, unreadable, isCutOff }: Journal, held: readonly Act[], what: string): string[] {
  const told = new Set(acts.map(({ number }) => number))
  const end = acts.at(-1)?.number ?? 0
  // An act that was lost before keeps its number in the database, and no journal has it.
  const lacking = held.filter(({ number, what: act }) => act !== 'missing' && !told.has(number)).map(({ number }) => number)
  const within = lacking.filter((number) => number < end)
  const garbled = isCutOff ? unreadable.slice(0, -1) : unreadable
  return [
    ...(garbled.length > 0 ? [`${garbled.length === 1 ? 'Line' : `${garbled.length} lines,`} ${garbled.join(', ')} can't be read.`] : []),
    ...(isCutOff ? [`The last line (${unreadable.at(-1)}) was cut off while it was written, as a power cut does.`] : []),
    ...(within.length > 0 ? [`${within.length === 1 ? 'Act' : 'Acts'} ${within.join(', ')}, which ${what} knows, can't be found in it.`] : []),
    ...(lacking.length > within.length
      ? [`${end === 0 ? 'It tells of no act' : `It ends with act ${end}`}, and ${what} knows acts up to ${lacking.at(-1)}.`]
      : []),
  ]
}
