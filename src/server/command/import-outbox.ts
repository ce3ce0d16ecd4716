// Takes in the sealed files that phones make of what they can't send, whoever brought them, as if the phone itself had sent
// it: judged alike, numbered alike, and no change twice however often a file comes.

import { readFileSync } from 'node:fs'
import { open, type SealedContent } from '../../protocol/seal.ts'
import type { ChangeResult } from '../../protocol/sync.ts'
import { type Account, findAccount } from '../database/query/account.ts'
import { type Device, findDevice } from '../database/query/device.ts'
import { findOpeningKey } from '../database/query/seal-key.ts'
import type { Command, Office } from './command.ts'
import { admitByHand, handIn } from './hand-in.ts'
import { momentText } from './moment.ts'
import { problemText } from './problem-text.ts'

interface Taken {
  /** The file could not be taken in. */
  failed: boolean
  lines: string[]
}

export const importOutbox: Command = {
  options: ['as'],
  takesWords: true,
  run: async (office, { as }, files) => {
    if (files.length === 0) return { code: 2, lines: ['Which files? import-outbox FILE…'] }
    const known = as === undefined ? undefined : await office.database.read((sql) => findAccount(sql, as))
    if (as !== undefined && !known) return { code: 2, lines: [`There is no account ${as}. Those there are: npm run admin -- accounts`] }
    const taken: Taken[] = []
    for (const file of files) {
      const { failed, lines } = await takeFile(office, file, as)
      taken.push({ failed, lines: [`${file}:`, ...lines.map((line) => `  ${line}`)] })
    }
    return { code: taken.some(({ failed }) => failed) ? 1 : 0, lines: taken.flatMap(({ lines }) => lines) }
  },
}

async function takeFile(office: Office, file: string, as: string | undefined): Promise<Taken> {
  const read = textOf(file)
  if (read.text === undefined) return refused(`It can't be read: ${read.why}`)
  const key = await office.database.read(findOpeningKey)
  if (!key) return refused('This server has no key yet. Start it once.')
  const opened = await open(office.edges.subtle, key, read.text)
  if (!opened.ok)
    return refused(
      opened.problem === 'damaged'
        ? 'It is damaged, or no file of the app. Have it made and brought again.'
        : 'It was sealed for another server, and only that one can open it.',
    )
  return takeContent(office, opened.value, as)
}

const refused = (line: string): Taken => ({ failed: true, lines: [line] })

function textOf(file: string): { text?: string; why?: string } {
  try {
    return { text: readFileSync(file, 'utf8') }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { why: error.message }
    throw error
  }
}

async function takeContent(office: Office, { account, device, madeAt, changes }: SealedContent, as: string | undefined): Promise<Taken> {
  const found = await office.database.read(async (sql) => ({ account: await findAccount(sql, account), device: await findDevice(sql, account, device) }))
  const head = `${changes.length} ${changes.length === 1 ? 'change' : 'changes'} of ${found.account?.name ?? `account ${account}`}, device ${device}, ${momentText(madeAt)}`
  const why = as === undefined && obstacle(found)
  if (as !== undefined && found.account && as !== account)
    return { failed: true, lines: [head, `The server knows this account. Nothing was taken. To hand it in as its own: --as ${account}`] }
  if (why) return { failed: true, lines: [head, `${why} Nothing was taken. To hand it in all the same: --as ${found.account ? account : 'ACCOUNT'}`] }
  const by = { account: as ?? account, id: device }
  if (as !== undefined) await admitByHand(office, by)
  const results = await handIn(office, by, changes)
  return { failed: false, lines: [head, ...(as === undefined ? [] : [`handed in as account ${as}`]), ...resultLines(results)] }
}

/** Why it can't be handed in as what it says it is from. */
function obstacle({ account, device }: { account: Account | undefined; device: Device | undefined }): string | undefined {
  if (!account) return 'The server does not know this account.'
  if (!device) return 'The server does not know this device.'
  return device.revokedAt === undefined ? undefined : `This device was shut out on ${momentText(device.revokedAt)}.`
}

/** How many came to what, and each that was refused. */
function resultLines(results: readonly ChangeResult[]): string[] {
  const counts = new Map<string, number>()
  for (const { answer } of results) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  const sum = [...counts].map(([answer, count]) => `${answer}: ${count}`).join(', ')
  return [
    sum === '' ? 'nothing in it' : sum,
    ...results.flatMap((one) => ('problems' in one ? [`  ${one.id} refused: ${one.problems.map(problemText).join(', ')}`] : [])),
  ]
}
