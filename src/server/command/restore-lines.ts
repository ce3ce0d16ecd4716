// What the operator is told of a backup that was put back: what the journal gave, and what to do now.

import { checksumsBeside } from '../checksum-file.ts'
import type { Replayed } from '../replay.ts'
import { told } from './findings-lines.ts'

export const proofLine = (isProven: boolean, from: string): string =>
  isProven
    ? `${from} was to the byte what its checksum says.`
    : `There was no checksum of it in ${checksumsBeside(from)}: that it fits together is proven, not that every byte is as it was written.`

export const alteredLines = (files: readonly string[], from: string): string[] => [
  `${files.join(' and ')} ${files.length === 1 ? 'is' : 'are'} not what ${checksumsBeside(from)} says: altered or damaged since.`,
  'Nothing was put back. Take another backup; where only the journal is another one on purpose, name it: --journal FILE',
]

export function journalLines({ done }: Replayed, journal: string | undefined): string[] {
  if (journal === undefined)
    return [
      'There was no journal, so people and phones are as they were at the time of the backup: phones that were shut out since are let in again, roles that',
      'ended since hold again, tokens of other systems that were revoked since open again, and phones that enrolled since have to be invited again. Go through',
      '"devices", "accounts" and "token list", and repeat what is missing.',
    ]
  const acts = [...done].map(([what, count]) => `${what}: ${count}`).join(', ')
  return [`From the journal ${journal}: ${acts === '' ? 'nothing that the backup did not know' : `done again ${acts}`}.`]
}

/** Nothing where the journal can be wholly believed, or none was given. */
export function doubtLines({ missing, failed }: Replayed, faults: readonly string[], journal: string | undefined): string[] {
  const doubts = [
    ...told(`The journal ${journal} can't be wholly believed`, faults),
    ...told(
      'The journal has lost acts',
      missing.map((number) => `Act ${number}: look whether a phone, a role, an invitation or a token is not as it should be.`),
    ),
    ...told('Could not be done again', failed),
  ]
  if (doubts.length === 0) return []
  return [
    ...doubts,
    'The data is back. Of people and phones, what the journal does not tell is as it was at the time of the backup. Go through "devices", "accounts" and',
    '"token list": shut out again whoever was shut out since, end again what ended since, invite again who is missing. Or put the backup back with a whole',
    'journal.',
  ]
}

export const nextLines = (data: string): string[] => [
  '',
  `Now start the server on this folder: --data ${data}, with the same address as before.`,
  'Phones send again by themselves what they had sent since the backup. Let everybody open the app once with a network.',
  'Keep the former folder until they have.',
]
