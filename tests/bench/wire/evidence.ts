// The page docs/evidence/wire.md: what was measured, of what, where and when.

import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { arch, availableParallelism, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../../../tool/files.ts'

const page = 'docs/evidence/wire.md'

export function writeEvidence(result: string): string {
  const path = join(root, page)
  mkdirSync(dirname(path), { recursive: true })
  const when = new Date().toISOString().slice(0, 10)
  const where = `${availableParallelism()} cores, ${platform()} ${arch()}, Node ${process.version}`
  writeFileSync(
    path,
    `# Measured on the wire\n\nCommit ${commit()} · ${when} · ${where} · made by \`npm run bench:wire -- --write\`\n\n${about}\n\n${result}\n`,
  )
  return page
}

/** How it was measured, and what it does not show. */
const about = `A collaborator's phone (its real store, engine and transport; IndexedDB simulated in memory) syncs with the real server (SQLite on disk) over TCP
on one machine, through a proxy that counts the payload bytes each way and the heads of HTTP requests. The slow network is 15,000 bytes a second and
400 ms each way, shared by all connections; a new connection waits one round trip more. Each measurement begins without a connection, with a phone that
has synced before. Beside it, through the same proxy: the floor, one gzip POST of the same records as plain JSON to a server that only unpacks them
and answers with the same news; and PouchDB 9 replicating the same records with express-pouchdb 4.2, both in memory, over kept connections and with
packed answers as in a browser, \`sync\` for the first job and \`replicate.to\` for the second, batches as they come. Requests and bytes are those of the
slow run (in brackets: requests at full speed, where they are others). Not in the figures: TLS, TCP's slow start, lost packets, and the longer heads
that a phone's browser sends with each request. The last job is an office's: a phone that holds nothing is let in, given its units and told all the
sums of the largest province there is; nothing else was measured at it. The seconds at full speed are those of simulated storage more than of the wire. Single runs, ± 30 %.`

function commit(): string {
  const git = (...words: string[]): string => execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  try {
    const isChanged = git('status', '--porcelain', '--', '.', `:!${page}`) !== ''
    return git('rev-parse', '--short=12', 'HEAD') + (isChanged ? ' with changes' : '')
  } catch {
    return 'unknown'
  }
}
