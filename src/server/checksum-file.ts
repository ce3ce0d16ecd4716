// The checksums beside a backup, as `sha256sum -c` reads them: a line a file, by the name it has in that folder.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { flush, sha256OfFile } from './disk.ts'

export const checksumsBeside = (file: string): string => `${file}.sha256`

export interface Summed {
  /** Under which name it is kept. */
  name: string
  sum: string
}

export function writeChecksums(backup: string, summed: readonly Summed[]): void {
  const file = checksumsBeside(backup)
  writeFileSync(file, summed.map(({ name, sum }) => `${sum}  ${basename(name)}\n`).join(''))
  flush(file)
}

/** What the checksums beside the backup say of one of its files; 'unknown' where they say nothing. */
export async function againstChecksum(backup: string, name: string, bytes = name): Promise<'same' | 'differs' | 'unknown'> {
  const file = checksumsBeside(backup)
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  const line = lines.find((one) => one.slice(66) === basename(name))
  if (line === undefined) return 'unknown'
  return line.slice(0, 64) === (await sha256OfFile(bytes)) ? 'same' : 'differs'
}
