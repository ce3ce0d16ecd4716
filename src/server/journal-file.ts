// The journal as a file: one line of JSON an act, only ever appended to, on disk before anybody is answered. A line that a
// power cut left half is passed over where its act was appended again; every other line that can't be read is told.

import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import * as z from 'zod/mini'
import { CannotStart } from './cannot-start.ts'
import type { Act } from './database/query/act.ts'

const actLine = z.object({ number: z.int().check(z.gte(1)), what: z.string(), state: z.record(z.string(), z.unknown()) })

export interface Journal {
  /** In the order of their numbers, each once. */
  acts: Act[]
  /** The numbers of lines that can't be read and whose act no other line tells, or may not. */
  unreadable: number[]
  /** The last of them has no end: it was cut off while it was written. */
  isCutOff: boolean
}

/** A file that is not there yet holds none. */
export function readJournal(file: string): Journal {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const lines = text.split('\n').map((line) => ({ line, act: readLine(line) }))
  const acts = new Map<number, Act>()
  for (const { act } of lines) {
    const known = act && acts.get(act.number)
    if (known && !isSameAct(known, act)) throw new CannotStart(`The journal ${file} tells two different things of act ${act.number}: two servers wrote to it.`)
    if (act) acts.set(act.number, act)
  }
  const unreadable = lines.flatMap(({ line, act }, place) => (act || line === '' || isToldAgain(lines, place) ? [] : [place + 1]))
  const isCutOff = unreadable.at(-1) === lines.length
  return { acts: [...acts.values()].sort((a, b) => a.number - b.number), unreadable, isCutOff }
}

export const readActs = (file: string): Act[] => readJournal(file).acts

/** The acts go on after that line where they had been before it, as after a power cut: nothing is missing. */
function isToldAgain(lines: readonly { act: Act | undefined }[], place: number): boolean {
  const next = lines.slice(place + 1).find(({ act }) => act)?.act
  const last = lines.slice(0, place).reduce((highest, { act }) => Math.max(highest, act?.number ?? 0), 0)
  return next !== undefined && next.number <= last + 1
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

/** Throws where it could not be. */
export const proveAppendable = (file: string): void => closeSync(openSync(file, 'a'))

function endsHalfway(handle: number): boolean {
  const { size } = fstatSync(handle)
  const last = Buffer.alloc(1)
  return size > 0 && readSync(handle, last, 0, 1, size - 1) === 1 && last[0] !== 0x0a
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
}
