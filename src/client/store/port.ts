// The store as the sync engine sees it. The engine's own port has this shape; neither imports the other.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import type { SyncRequest } from '../../protocol/sync.ts'
import type { Answer, Applied, HandedIn } from './apply.ts'
import type { Store } from './database.ts'
import { beginFork, endFork } from './forked.ts'
import { readMeta } from './meta.ts'
import { countInState, type Pending, pendingChanges } from './outbox.ts'
import { countAttention } from './read.ts'

export interface StorePort {
  sender(): Promise<{ account: string; device: string; epoch: string; cursor: string | null; mismatch: boolean } | undefined>
  pendingChanges(limit: number, withHeld: boolean): Promise<Pending>
  countPending(): Promise<number>
  countAttention(): Promise<number>
  applyAnswer(request: SyncRequest, answer: Answer, receivedAt: number): Promise<Result<Applied, Problem>>
  takeResults(request: SyncRequest, handedIn: HandedIn, receivedAt: number): Promise<Result<Applied, Problem>>
  rejectChange(id: string, problem: Problem): Promise<Result<true, Problem>>
  beginFork(after: number, fresh: string): Promise<Result<string, Problem>>
  endFork(): Promise<Result<true, Problem>>
}

/** What takes answers in; whoever builds the port says how it comes: it is not needed before the first answer. */
export interface TakingIn {
  applyAnswer(store: Store, request: SyncRequest, answer: Answer, receivedAt: number): Promise<Result<Applied, Problem>>
  takeResults(store: Store, request: SyncRequest, handedIn: HandedIn, receivedAt: number): Promise<Result<Applied, Problem>>
  rejectChange(store: Store, id: string, problem: Problem): Promise<Result<true, Problem>>
}

export function storePort(store: Store, takingIn: () => Promise<TakingIn>): StorePort {
  return {
    async sender() {
      const identity = await readMeta(store, 'identity')
      if (!identity) return undefined
      const { account, device, epoch } = identity
      const cursor = (await readMeta(store, 'cursor')) ?? null
      return { account, device, epoch, cursor, mismatch: cursor === null && (await readMeta(store, 'mismatch')) !== undefined }
    },
    pendingChanges: (limit, withHeld) => pendingChanges(store, limit, withHeld),
    countPending: () => countInState(store, 'waiting'),
    countAttention: () => countAttention(store),
    applyAnswer: async (request, answer, receivedAt) => (await takingIn()).applyAnswer(store, request, answer, receivedAt),
    takeResults: async (request, handedIn, receivedAt) => (await takingIn()).takeResults(store, request, handedIn, receivedAt),
    rejectChange: async (id, problem) => (await takingIn()).rejectChange(store, id, problem),
    beginFork: (after, fresh) => beginFork(store, after, fresh),
    endFork: () => endFork(store),
  }
}
