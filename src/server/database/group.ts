// Group commit: writes that wait at the same moment share one transaction, and with it one flush to the disk, which is
// what a write costs. Each has a savepoint of its own, so one that fails takes nothing of the others with it. Nobody is
// told of success before the group is on disk. Knows no engine and no SQL.

import { setImmediate as nextTurnOfLoop } from 'node:timers/promises'
import { DatabaseError } from './database.ts'
import type { Queue } from './queue.ts'

/** What it needs of an engine: one connection, in one transaction at a time. */
export interface Engine {
  /** Takes the right to write; `busy` where another process has it. */
  begin(): void
  commit(): void
  /** Ends the transaction if there still is one. */
  rollback(): void
  /** Whether the transaction is still there: some failures, a full disk among them, end it. */
  isOpen(): boolean
  savepoint<T>(work: () => Promise<T>): Promise<T>
}

export interface Groups {
  write<T>(work: () => Promise<T>): Promise<T>
  /** Kept once nothing waits any more. */
  settled(): Promise<void>
}

export interface GroupOptions {
  /** Writes in one transaction at the most: what comes after them waits for all. */
  mostTogether?: number
  /** Told how many writes each commit held. */
  onCommit?: ((writes: number) => void) | undefined
}

interface Waiting {
  /** Gives what is to be said once it is on disk. */
  run(): Promise<() => void>
  refuse(error: unknown): void
}

/** How often a group asks for the right to write, which reads may use in between, before it gives up. */
const MOST_TRIES = 20

export function createGroups(inTurn: Queue, engine: Engine, { mostTogether = 64, onCommit = () => undefined }: GroupOptions): Groups {
  const waiting: Waiting[] = []
  let draining: Promise<void> | undefined
  let tries = 0

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      // What else arrives in the same moment comes along.
      await nextTurnOfLoop()
      await inTurn(runGroup)
    }
    draining = undefined
  }

  const runGroup = async (): Promise<void> => {
    const refusal = refusalOf(() => engine.begin())
    tries = refusal && isBusy(refusal.error) ? tries + 1 : 0
    if (refusal && tries > 0 && tries < MOST_TRIES) return
    tries = 0
    if (refusal) refuseAll(waiting.splice(0, mostTogether), refusal.error)
    else await writeGroup()
  }

  const writeGroup = async (): Promise<void> => {
    const done: { refuse: Waiting['refuse']; tell: () => void }[] = []
    let lost: { error: unknown } | undefined
    for (let begun = 0; begun < mostTogether && waiting.length > 0 && !lost; begun++) {
      const { run, refuse } = waiting.shift() as Waiting // the loop goes on only while there is one
      try {
        done.push({ refuse, tell: await run() })
      } catch (error) {
        refuse(error)
        if (!engine.isOpen()) lost = { error }
      }
    }
    lost ??= refusalOf(() => engine.commit())
    if (lost) {
      engine.rollback()
      refuseAll(done, lost.error)
    } else {
      onCommit(done.length)
      for (const { tell } of done) tell()
    }
  }

  return {
    write: (work) =>
      new Promise((resolve, reject) => {
        const run = async (): Promise<() => void> => {
          const value = await engine.savepoint(work)
          return () => resolve(value)
        }
        waiting.push({ run, refuse: reject })
        draining ??= drain()
      }),
    settled: async () => draining,
  }
}

function refuseAll(writings: readonly Pick<Waiting, 'refuse'>[], error: unknown): void {
  for (const { refuse } of writings) refuse(error)
}

function refusalOf(work: () => void): { error: unknown } | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    return { error }
  }
}

const isBusy = (error: unknown): boolean => error instanceof DatabaseError && error.is === 'busy'
