// What the engine is given. It never sees a database, a DOM or a global; main.tsx hands in the real ones, tests others.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import type { Change, SyncAnswer, SyncRequest } from '../../protocol/sync.ts'

/** An answer whose rows are not judged yet: a newer server may send kinds and marks that this build doesn't know. */
export type ReceivedAnswer = Omit<SyncAnswer, 'changes'> & { changes: readonly unknown[] }

/** Who sends, and how far it has read. */
export interface Sender {
  account: string
  device: string
  epoch: string
  cursor: string | null
}

export interface StorePort {
  /** Undefined while nobody has enrolled on this phone. */
  sender(): Promise<Sender | undefined>
  /** The oldest changes that the server has not answered yet, in the order they were made. */
  pendingChanges(limit: number): Promise<Change[]>
  countPending(): Promise<number>
  /** Takes a proven answer in, whole or not at all. `more`: there is more to read. */
  applyAnswer(request: SyncRequest, answer: ReceivedAnswer, receivedAt: number): Promise<Result<{ more: boolean }, Problem>>
  /** Puts one change before the person because it can't be sent at all; the others go on. */
  rejectChange(id: string, problem: Problem): Promise<Result<true, Problem>>
}

export type Transport = (request: SyncRequest) => Promise<Result<ReceivedAnswer, Problem>>

/** Runs something later, once; gives back how to call it off. */
export type Timer = (run: () => void, ms: number) => () => void

/** Runs the work alone among all tabs, as far as the browser can; the work is right without, too. */
export type Lock = <T>(work: () => Promise<T>) => Promise<T>

export interface EnginePorts {
  store: StorePort
  transport: Transport
  now(): number
  random(count: number): Uint8Array
  timer: Timer
  lock: Lock
  isOnline(): boolean
  /** Told of what should not happen (a bug, a broken disk); the engine goes on and tries later. */
  onError(error: unknown): void
}
