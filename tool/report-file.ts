// What a run of the tests leaves behind for the tool that began it.

import { readFileSync } from 'node:fs'

/** Undefined where there is none, or half of one: that counts as broken. */
export function readReport<T>(path: string): T | undefined {
  try {
    // Written by Vitest a moment ago, in its own form.
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    return undefined
  }
}
