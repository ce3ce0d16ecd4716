// Does again what a journal tells and a database does not know, in its order: what was noted is the whole state that an act
// left, so doing it twice changes nothing. Each act notes itself anew, under the number it had.

import type { Sql, Transaction } from './database/database.ts'
import { type Act, actsAfter, addAct, lastActNumber } from './database/query/act.ts'
import { isSameAct } from './journal-file.ts'
import { type Doing, redo } from './redo.ts'

export interface Replayed {
  /** What → how many acts of it were done again. */
  done: Map<string, number>
  /** Numbers that the journal lacks. */
  missing: number[]
  /** Acts that could not be done again, with the reason. */
  failed: string[]
}

/** The number of the first act of which the two tell different things: then they don't belong together. */
export async function firstForeignAct(sql: Sql, acts: readonly Act[]): Promise<number | undefined> {
  const told = new Map(acts.map((act) => [act.number, act]))
  return (await actsAfter(sql, 0)).find((held) => !isSameAct(held, told.get(held.number) ?? held))?.number
}

export async function replay(doing: Doing & { sql: Transaction }, acts: readonly Act[]): Promise<Replayed> {
  const { sql } = doing
  const replayed: Replayed = { done: new Map(), missing: [], failed: [] }
  let next = (await lastActNumber(sql)) + 1
  for (const act of acts.filter(({ number }) => number >= next)) {
    for (; next < act.number; next++) {
      replayed.missing.push(next)
      await addAct(sql, { number: next, what: 'missing', state: {} })
    }
    const problem = await sql.savepoint((inner) => doAgain({ ...doing, sql: inner }, act)).catch(reasonOf)
    if (problem === undefined) replayed.done.set(act.what, (replayed.done.get(act.what) ?? 0) + 1)
    else {
      replayed.failed.push(`${act.what} (act ${act.number}): ${problem}`)
      await addAct(sql, act)
    }
    next = act.number + 1
  }
  return replayed
}

async function doAgain(doing: Doing, act: Act): Promise<undefined> {
  await redo(doing, act)
  const noted = await actsAfter(doing.sql, act.number - 1)
  if (noted.length !== 1 || !noted[0] || !isSameAct(noted[0], act)) throw new Error('it did not come out as it was')
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
