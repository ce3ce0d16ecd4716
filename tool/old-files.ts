// Which files of earlier builds stay in dist. A tab that is open since before a deploy still asks for its own chunks
// when it comes to a screen for the first time, so chunks outlive their build by 30 days. Pure: the clock is given.

export const KEPT_MS = 30 * 86_400_000

/** What the last build left: its own files, and chunks of earlier ones with the moment they were superseded. */
export interface BuildRecord {
  files: string[]
  superseded: Record<string, number>
}

/**
 * `present` is what lies in dist, `current` what this build made, both relative to dist. Only hashed chunks (assets/)
 * are kept; a file nobody remembers counts as superseded now.
 */
export function afterBuild(
  previous: BuildRecord,
  present: readonly string[],
  current: readonly string[],
  nowMs: number,
): { record: BuildRecord; remove: string[] } {
  const made = new Set(current)
  const superseded: Record<string, number> = {}
  const remove: string[] = []
  for (const file of present) {
    if (made.has(file)) continue
    const since = previous.superseded[file] ?? nowMs
    if (file.startsWith('assets/') && nowMs - since <= KEPT_MS) superseded[file] = since
    else remove.push(file)
  }
  return { record: { files: [...current], superseded }, remove }
}
