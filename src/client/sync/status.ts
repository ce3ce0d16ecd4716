// What the engine is doing, as a machine that the screen shows as it is. Pure.
//
//                  counted (something to send)            failed: later
//   ┌────────────┐ ─────────────────────────► ┌─────────┐ ◄───────────────┐
//   │ idle       │                            │ waiting │                 │
//   │ attention¹ │ ◄───────────────────────── └─────────┘                 │
//   └────────────┘    counted (nothing left)       │ asked               │
//         ▲                                        ▼                      │
//         │ ended      ┌───────────┐  asked  ┌─────────┐                  │
//         └─────────── │ receiving │ ◄─────► │ sending │ ─────────────────┤
//                      └───────────┘         └─────────┘                  │
//              asked ▲                                                    │
//   ┌────────────┬─────────┬───────────┐   failed: after sign-in, update, │
//   │ signed-out │ too-old │ attention │ ◄────────── a broken store ──────┘
//   └────────────┴─────────┴───────────┘   left only by asking again
//
// ¹ attention instead of idle: nothing is left to send, and some record needs the person.

import type { Problem } from '../../model/problem.ts'

export interface SyncStatus {
  at: 'idle' | 'attention' | 'waiting' | 'sending' | 'receiving' | 'signed-out' | 'too-old'
  /** Changes the server has answered in this run, and those still to go: "sent / (sent + toSend)". */
  sent: number
  toSend: number
  /** This phone's clock, ms; only while waiting for a next try of its own. */
  nextTryAt?: number
  lastProblem?: Problem
}

export type SyncEvent =
  | { type: 'began' }
  | { type: 'counted'; toSend: number; attention: number }
  | { type: 'asked'; changes: number; toSend: number }
  | { type: 'answered'; changes: number; toSend: number }
  | { type: 'ended'; toSend: number; attention: number }
  | { type: 'failed'; problem: Problem; toSend: number; nextTryAt?: number }

export const atRest: SyncStatus = { at: 'idle', sent: 0, toSend: 0 }

export function next(status: SyncStatus, event: SyncEvent): SyncStatus {
  switch (event.type) {
    case 'began':
      return { ...status, sent: 0 }
    case 'counted':
      return { ...status, at: isResting(status) ? restingAt(status, event) : status.at, toSend: event.toSend }
    case 'asked':
      // A problem stays on the screen while the next try is under way, and goes when an answer came.
      return {
        at: event.changes > 0 ? 'sending' : 'receiving',
        sent: status.sent,
        toSend: event.toSend,
        ...(status.lastProblem ? { lastProblem: status.lastProblem } : {}),
      }
    case 'answered':
      return { at: event.toSend > 0 ? 'sending' : 'receiving', sent: status.sent + event.changes, toSend: event.toSend }
    case 'ended':
      return { at: event.toSend > 0 ? 'waiting' : calm(event), sent: status.sent, toSend: event.toSend }
    case 'failed': {
      const { problem, toSend, nextTryAt } = event
      return { at: failedAt(problem), sent: status.sent, toSend, lastProblem: problem, ...(nextTryAt === undefined ? {} : { nextTryAt }) }
    }
  }
}

/** What a broken store leaves is not calmed by counting. */
const isResting = ({ at, lastProblem }: SyncStatus): boolean => at === 'idle' || at === 'waiting' || (at === 'attention' && lastProblem === undefined)

/** A next try or a problem keeps it waiting although nothing is left to send: there is something to receive. */
function restingAt(status: SyncStatus, counted: { toSend: number; attention: number }): SyncStatus['at'] {
  return counted.toSend > 0 || status.nextTryAt !== undefined ? 'waiting' : calm(counted)
}

const calm = ({ attention }: { attention: number }): 'idle' | 'attention' => (attention > 0 ? 'attention' : 'idle')

function failedAt({ code }: Problem): SyncStatus['at'] {
  if (code === 'signed-out') return 'signed-out'
  if (code === 'storage-failed') return 'attention'
  return code === 'too-old' ? 'too-old' : 'waiting'
}
