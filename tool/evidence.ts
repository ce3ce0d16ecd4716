// What a long run has shown, kept in docs/evidence/ with the commit, the day and the kind of machine it was shown on.

import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './files.ts'

/** `path` is relative to the repository's root. */
export function writeEvidence(path: string, title: string, body: string): void {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `# ${title}\n\n${circumstances()}\n\n${body}\n`)
  console.log(`Written to ${path}.`)
}

function circumstances(): string {
  const cores = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const machine = `${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), ${memory} GB, ${type()} ${release()}, Node ${process.versions.node}`
  return `Commit ${commit()} · ${new Date().toISOString().slice(0, 10)} · ${machine}`
}

export const commit = (): string => `${git('rev-parse', '--short', 'HEAD')}${hasChanges() ? ' with changes that were not committed' : ''}`

const git = (...words: string[]): string => execFileSync('git', words, { cwd: root, encoding: 'utf8' }).trim()

/** Evidence itself aside: it is what a run writes. */
const hasChanges = (): boolean => git('status', '--porcelain', '--', '.', ':!docs/evidence') !== ''
