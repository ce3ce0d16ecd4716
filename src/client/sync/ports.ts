// What the engine is given. It never sees a database, a DOM or a global; main.tsx hands in the real ones, tests others.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import type { ForkRequest } from '../../protocol/fork.ts'
import type { Again, Change, SyncAnswer, SyncRequest } from '../../protocol/sync.ts'

/** An answer whose rows are not judged yet: a newer server may send kinds and marks that this build doesn't know. */
export type ReceivedAnswer = Omit<SyncAnswer, 'changes'> & { changes: readonly unknown[] }

/** What became of the changes, where the server tells nothing else. */
export type ReceivedResults = Pick<SyncAnswer, 'results' | 'epoch' | 'received' | 'last' | 'refused'>

/** Who sends, and how far it has read. */
export interface Sender {
  account: string
  device: string
  epoch: string
  cursor: string | null
  /** What it held was not what the server said it should, so it reads from the start. */
  mismatch: boolean
}

/** `again`: those of them that a lost history had taken. */
export interface Pending {
  changes: Change[]
  again: Again[]
}

/** `forkedAfter`: another profile goes by this device's id; the last number in common. */
export interface Applied {
  more: boolean
  forkedAfter?: number
}

export interface StorePort {
  /** Undefined while nobody has enrolled on this phone. */
  sender(): Promise<Sender | undefined>
  /** The oldest changes that the server has not answered yet, in the order they were made; and those that it keeps until their time. */
  pendingChanges(limit: number, withHeld: boolean): Promise<Pending>
  countPending(): Promise<number>
  /** Records that need the person. */
  countAttention(): Promise<number>
  /** Takes a proven answer in, whole or not at all. `more`: there is more to read. */
  applyAnswer(request: SyncRequest, answer: ReceivedAnswer, receivedAt: number): Promise<Result<Applied, Problem>>
  /** Takes in what became of the changes, where nothing was told. */
  takeResults(request: SyncRequest, handedIn: ReceivedResults, receivedAt: number): Promise<Result<Applied, Problem>>
  /** Puts one change before the person because it can't be sent at all; the others go on. */
  rejectChange(id: string, problem: Problem): Promise<Result<true, Problem>>
  /** Keeps the id to go on under, before it is asked for; gives the one that was kept first. */
  beginFork(after: number, fresh: string): Promise<Result<string, Problem>>
  endFork(): Promise<Result<true, Problem>>
}

/** `handedIn` beside `too-old`: the changes were taken all the same. */
export type Transport = (request: SyncRequest) => Promise<Result<ReceivedAnswer, Problem> & { handedIn?: ReceivedResults }>

/** Runs something later, once; gives back how to call it off. */
export type Timer = (run: () => void, ms: number) => () => void

/** Runs the work alone among all tabs, as far as the browser can; the work is right without, too. */
export type Lock = <T>(work: () => Promise<T>) => Promise<T>

export interface EnginePorts {
  store: StorePort
  transport: Transport
  /** Asks for an id of its own for a copied profile. */
  fork(request: ForkRequest): Promise<Result<true, Problem>>
  now(): number
  random(count: number): Uint8Array
  timer: Timer
  lock: Lock
  isOnline(): boolean
  /** Told of what should not happen (a bug, a broken disk); the engine goes on and tries later. */
  onError(error: unknown): void
}
