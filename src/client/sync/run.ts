// One run: rounds of push and pull until nothing is left to send and nothing more to read, or a problem ends it. Changes
// saved while a round is under way go with the next one.

import { type Problem, problem } from '../../model/problem.ts'
import { type Change, PROTOCOL, type SyncRequest } from '../../protocol/sync.ts'
import { type Pace, quicker, slower, smaller } from './pace.ts'
import type { EnginePorts, ReceivedAnswer, Sender } from './ports.ts'
import type { SyncEvent } from './status.ts'

type Ports = Pick<EnginePorts, 'store' | 'transport' | 'now' | 'random'>

/** What ended the run, if anything did, and the pace for the next. */
export interface Ended {
  pace: Pace
  problem?: Problem
}

type Step = Ended & { isOver: boolean }

export async function runRounds(ports: Ports, firstPace: Pace, tell: (event: SyncEvent) => void): Promise<Ended> {
  let step: Step = { pace: firstPace, isOver: false }
  while (!step.isOver) step = await round(ports, step.pace, tell)
  return step
}

async function round({ store, transport, now, random }: Ports, pace: Pace, tell: (event: SyncEvent) => void): Promise<Step> {
  const sender = await store.sender()
  if (!sender) return { pace, isOver: true }
  const changes = await store.pendingChanges(pace.changes)
  tell({ type: 'asked', changes: changes.length, toSend: await store.countPending() })
  const request = requestOf(sender, changes, pace, hex(random(16)), now())
  const answered = await transport(request)
  if (!answered.ok) return afterFailure(store, changes, pace, answered.problem)
  return afterAnswer({ store, now }, request, answered, pace, tell)
}

async function afterAnswer(
  { store, now }: Pick<Ports, 'store' | 'now'>,
  request: SyncRequest,
  { value: answer }: { value: ReceivedAnswer },
  pace: Pace,
  tell: (event: SyncEvent) => void,
): Promise<Step> {
  const applied = await store.applyAnswer(request, answer, now())
  if (!applied.ok) return { pace, isOver: true, problem: applied.problem }
  const toSend = await store.countPending()
  tell({ type: 'answered', changes: request.changes.length, toSend })
  if (applied.value.more && isStandingStill(request, answer)) return { pace, isOver: true, problem: problem('broken') }
  return { pace: quicker(pace), isOver: toSend === 0 && !applied.value.more }
}

/** 413 halves; a change that is too large alone is put before the person, and the queue goes on. */
async function afterFailure(store: Ports['store'], changes: readonly Change[], pace: Pace, why: Problem): Promise<Step> {
  const [only] = changes
  if (why.code !== 'too-large' || !only) return { pace: slower(pace), isOver: true, problem: why }
  if (changes.length > 1) return { pace: smaller(pace, changes.length), isOver: false }
  const put = await store.rejectChange(only.id, why)
  return put.ok ? { pace, isOver: false } : { pace, isOver: true, problem: put.problem }
}

/** A server that promises more, tells nothing and does not move on would be asked for ever. */
const isStandingStill = (request: SyncRequest, answer: ReceivedAnswer): boolean =>
  answer.epoch === request.epoch && answer.cursor === request.cursor && answer.changes.length === 0 && request.changes.length === 0

function requestOf({ account, device, epoch, cursor }: Sender, changes: Change[], { rows }: Pace, nonce: string, sentAt: number): SyncRequest {
  return { protocol: PROTOCOL, account, device, epoch, nonce, sentAt, cursor, changes, want: rows }
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
