// The store as the sync engine sees it. The engine's own port has this shape; neither imports the other.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import type { Change, SyncRequest } from '../../protocol/sync.ts'
import { type Answer, type Applied, applyAnswer } from './apply.ts'
import type { Store } from './database.ts'
import { readMeta } from './meta.ts'
import { countInState, pendingChanges, rejectChange } from './outbox.ts'

export interface StorePort {
  sender(): Promise<{ account: string; device: string; epoch: string; cursor: string | null } | undefined>
  pendingChanges(limit: number): Promise<Change[]>
  countPending(): Promise<number>
  applyAnswer(request: SyncRequest, answer: Answer, receivedAt: number): Promise<Result<Applied, Problem>>
  rejectChange(id: string, problem: Problem): Promise<Result<true, Problem>>
}

export function storePort(store: Store): StorePort {
  return {
    async sender() {
      const identity = await readMeta(store, 'identity')
      if (!identity) return undefined
      const { account, device, epoch } = identity
      return { account, device, epoch, cursor: (await readMeta(store, 'cursor')) ?? null }
    },
    pendingChanges: (limit) => pendingChanges(store, limit),
    countPending: () => countInState(store, 'waiting'),
    applyAnswer: (request, answer, receivedAt) => applyAnswer(store, request, answer, receivedAt),
    rejectChange: (id, problem) => rejectChange(store, id, problem),
  }
}
