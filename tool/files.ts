// The files below a folder, and a digest of some of them. Paths are relative to the repository's root, with "/".

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

export const root = join(import.meta.dirname, '..')
export const dist = join(root, 'dist')

/** Every file at or below `path`, sorted, as paths relative to `from`; what npm installed below it is left aside. */
export function filesBelow(path: string, from: string = root): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [relative(from, path).split(sep).join('/')]
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .flatMap((name) => filesBelow(join(path, name), from))
    .sort()
}

/** Changes when any of the files changes, comes or goes. */
export function digestOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of paths)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}
