// Makes this database somebody's. It never destroys unsent work: another account is let in only when nothing of the
// first is left to send, mend or finish.

import { type Problem, problem } from '../../model/problem.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { EnrolAnswer } from '../../protocol/enrol.ts'
import type { Environment } from '../environment.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { noteEarlierDevices } from './earlier-devices.ts'
import type { Identity } from './identity.ts'
import { putMeta, readMeta } from './meta.ts'
import { countInState } from './outbox.ts'
import { clearSummaries } from './pulled-summary.ts'
import { browserWitness, type Witness } from './witness.ts'

/**
 * Made once and kept, so that an enrolment whose answer was lost is recognised when it is repeated. Where it can't be
 * kept, nor will the enrolment be: storeEnrolment says so.
 */
export async function getDeviceId(store: Store, env: Pick<Environment, 'newId'>): Promise<string> {
  const made = env.newId()
  const kept = await write(store, [store.meta], async () => {
    const before = await readMeta(store, 'device')
    if (before === undefined) await putMeta(store, 'device', made)
    return before ?? made
  })
  return kept.ok ? kept.value : made
}

export async function storeEnrolment(
  store: Store,
  answer: EnrolAnswer,
  env: Pick<Environment, 'now'>,
  witness: Pick<Witness, 'leave' | 'remembers'> = browserWitness(),
): Promise<Result<Identity, Problem>> {
  const now = env.now()
  const stored = await write(
    store,
    [store.meta, store.records, store.localSummaries, store.summaries, store.lastSessions, store.staged, store.outbox, store.drafts],
    async (): Promise<Result<Identity, Problem>> => {
      const before = await readMeta(store, 'identity')
      const isAnother = before !== undefined && before.account !== answer.scope.account
      if (isAnother && (await hasUnsentWork(store))) return failed(problem('not-allowed'))
      if (isAnother) await clearReplica(store)
      const identity = identityFrom(answer, now, isAnother ? undefined : before)
      await putMeta(store, 'identity', identity)
      await putMeta(store, 'device', answer.device)
      if (before === undefined) await noteEarlierDevices(store, answer)
      return ok(identity)
    },
  )
  if (!stored.ok) return stored
  if (stored.value.ok) witness.leave()
  return stored.value
}

/** The epoch known before stays: the next answer tells whether the server's history is another one (apply.ts). */
function identityFrom({ device, epoch, scope, serverTime, seal }: EnrolAnswer, now: number, before: Identity | undefined): Identity {
  return {
    ...before,
    ...(seal ? { seal } : {}),
    ...(before ? {} : { isNew: true }),
    account: scope.account,
    device,
    epoch: before?.epoch ?? epoch,
    scope,
    enrolledAt: now,
    lastServerTime: serverTime,
    clockOffsetMs: serverTime - now,
  }
}

async function hasUnsentWork(store: Store): Promise<boolean> {
  return (await countInState(store, 'waiting')) + (await countInState(store, 'rejected')) + (await store.drafts.count()) > 0
}

/** The device's id and its count of changes go on; everything else was another person's copy of what the server has. */
async function clearReplica(store: Store): Promise<void> {
  await store.records.clear()
  await store.localSummaries.clear()
  await clearSummaries(store)
  await store.staged.clear()
  await store.outbox.clear()
  await store.meta.bulkDelete(['identity', 'cursor', 'odd-rows', 'staging', 'mismatch', 'fork', 'loss'])
}
