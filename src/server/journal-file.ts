// The journal as a file: one line of JSON an act, only ever appended to, on disk before anybody is answered. A line that a
// power cut left half is passed over, because its act is appended again.

import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import * as z from 'zod/mini'
import { CannotStart } from './cannot-start.ts'
import type { Act } from './database/query/act.ts'

const actLine = z.object({ number: z.int().check(z.gte(1)), what: z.string(), state: z.record(z.string(), z.unknown()) })

/** In the order of their numbers, each once. A file that is not there yet holds none. */
export function readActs(file: string): Act[] {
  if (!existsSync(file)) return []
  const acts = new Map<number, Act>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const act = readLine(line)
    const known = act && acts.get(act.number)
    if (known && !isSameAct(known, act)) throw new CannotStart(`The journal ${file} tells two different things of act ${act.number}: two servers wrote to it.`)
    if (act) acts.set(act.number, act)
  }
  return [...acts.values()].sort((a, b) => a.number - b.number)
}

export const isSameAct = (one: Act, other: Act): boolean => JSON.stringify(one.state) === JSON.stringify(other.state) && one.what === other.what

function readLine(line: string): Act | undefined {
  try {
    return actLine.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

export function appendActs(file: string, acts: readonly Act[]): void {
  const handle = openSync(file, 'a+')
  try {
    const lines = acts.map(({ number, what, state }) => `${JSON.stringify({ number, what, state })}\n`)
    writeAll(handle, Buffer.from((endsHalfway(handle) ? '\n' : '') + lines.join('')))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function endsHalfway(handle: number): boolean {
  const { size } = fstatSync(handle)
  const last = Buffer.alloc(1)
  return size > 0 && readSync(handle, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
}
