// One run: rounds of push and pull until nothing is left to send and nothing more to read, or a problem ends it. Changes
// saved while a round is under way go with the next one.

import { makeId } from '../../model/id.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { ladder } from '../../model/upgrade.ts'
import { PROTOCOL, type SyncRequest } from '../../protocol/sync.ts'
import { type Pace, quicker, slower, smaller } from './pace.ts'
import type { Applied, EnginePorts, Pending, ReceivedAnswer, ReceivedResults, Sender } from './ports.ts'
import type { SyncEvent } from './status.ts'

type Ports = Pick<EnginePorts, 'store' | 'transport' | 'fork' | 'now' | 'random'>

/** What ended the run, if anything did, and the pace for the next. */
export interface Ended {
  pace: Pace
  problem?: Problem
}

interface Step extends Ended {
  isOver: boolean
  /** The server keeps some changes until their time: asked for once a run. */
  hasAskedHeld?: boolean
  /** This profile got an id of its own in this run. */
  hasForked?: boolean
}

export async function runRounds(ports: Ports, firstPace: Pace, tell: (event: SyncEvent) => void): Promise<Ended> {
  let step: Step = { pace: firstPace, isOver: false }
  while (!step.isOver) step = { ...step, ...(await round(ports, step, tell)) }
  return step
}

async function round(ports: Ports, before: Step, tell: (event: SyncEvent) => void): Promise<Step> {
  const { store, transport, now, random } = ports
  const { pace, hasAskedHeld = false } = before
  const sender = await store.sender()
  if (!sender) return { pace, isOver: true }
  const pending = await store.pendingChanges(pace.changes, !hasAskedHeld)
  tell({ type: 'asked', changes: pending.changes.length, toSend: await store.countPending() })
  const request = requestOf(sender, pending, pace, hex(random(16)), now())
  const answered = await transport(request)
  if (answered.ok) return { hasAskedHeld: true, ...(await afterAnswer(ports, before, request, answered.value, tell)) }
  if (answered.handedIn) return { hasAskedHeld: true, ...(await afterHandingIn(ports, before, request, answered.handedIn, answered.problem, tell)) }
  return afterFailure(store, request.changes, pace, answered.problem)
}

async function afterAnswer(ports: Ports, before: Step, request: SyncRequest, answer: ReceivedAnswer, tell: (event: SyncEvent) => void): Promise<Step> {
  const { store, now } = ports
  const { pace } = before
  const applied = await store.applyAnswer(request, answer, now())
  if (!applied.ok) return { pace, isOver: true, problem: applied.problem }
  const toSend = await store.countPending()
  tell({ type: 'answered', changes: answeredIn(answer), toSend })
  if (applied.value.forkedAfter !== undefined) return goOnAs(ports, before, request, applied.value.forkedAfter)
  if (applied.value.more && isStandingStill(request, answer)) return { pace, isOver: true, problem: problem('broken') }
  return { pace: quicker(pace), isOver: toSend === 0 && !applied.value.more }
}

/** Everything goes out before the person has to update. */
async function afterHandingIn(
  ports: Ports,
  before: Step,
  request: SyncRequest,
  handedIn: ReceivedResults,
  why: Problem,
  tell: (event: SyncEvent) => void,
): Promise<Step> {
  const { store, now } = ports
  const taken: Result<Applied, Problem> = await store.takeResults(request, handedIn, now())
  if (!taken.ok) return { pace: before.pace, isOver: true, problem: taken.problem }
  const toSend = await store.countPending()
  tell({ type: 'answered', changes: answeredIn(handedIn), toSend })
  if (taken.value.forkedAfter !== undefined) return goOnAs(ports, before, request, taken.value.forkedAfter)
  return toSend > 0 && request.changes.length > 0 ? { pace: quicker(before.pace), isOver: false } : { pace: before.pace, isOver: true, problem: why }
}

/** A copied profile gets an id of its own and sends again under it; once in a run, or something else is wrong. */
async function goOnAs({ store, fork, now, random }: Ports, { pace, hasForked }: Step, { account, device }: SyncRequest, after: number): Promise<Step> {
  if (hasForked) return { pace, isOver: true, problem: problem('broken') }
  const begun = await store.beginFork(after, makeId(now(), random(10)))
  if (!begun.ok) return { pace, isOver: true, problem: begun.problem }
  const known = await fork({ protocol: PROTOCOL, account, device, fresh: begun.value, after })
  if (!known.ok) return { pace, isOver: true, problem: known.problem }
  const ended = await store.endFork()
  return ended.ok ? { pace, isOver: false, hasForked: true } : { pace, isOver: true, problem: ended.problem }
}

/** Held changes are not done with, and a fork's were not taken. */
const answeredIn = ({ results }: ReceivedResults): number => results.filter(({ answer }) => answer !== 'held' && answer !== 'forked').length

/** 413 halves; a change that is too large alone is put before the person, and the queue goes on. */
async function afterFailure(store: Ports['store'], changes: SyncRequest['changes'], pace: Pace, why: Problem): Promise<Step> {
  const [only] = changes
  if (why.code !== 'too-large' || !only) return { pace: slower(pace), isOver: true, problem: why }
  if (changes.length > 1) return { pace: smaller(pace, changes.length), isOver: false }
  const put = await store.rejectChange(only.id, why)
  return put.ok ? { pace, isOver: false } : { pace, isOver: true, problem: put.problem }
}

/** A server that promises more, tells nothing and does not move on would be asked for ever. */
const isStandingStill = (request: SyncRequest, answer: ReceivedAnswer): boolean =>
  answer.epoch === request.epoch && answer.cursor === request.cursor && answer.changes.length === 0 && request.changes.length === 0

function requestOf(
  { account, device, epoch, cursor, mismatch }: Sender,
  { changes, again }: Pending,
  { rows }: Pace,
  nonce: string,
  sentAt: number,
): SyncRequest {
  const more = { ...(again.length > 0 ? { again } : {}), ...(mismatch ? { mismatch: true as const } : {}) }
  return { protocol: PROTOCOL, account, device, epoch, nonce, sentAt, model: ladder.model, cursor, changes, want: rows, sums: 'columns', ...more }
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
