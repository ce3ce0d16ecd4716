// Makes a change of one record: one transaction in which the outbox is written first, then the record and the summaries.
// What the change is, the caller decides from what the transaction read. Nothing foreign is awaited inside.

import type { Problem } from '../../model/problem.ts'
import { problem } from '../../model/problem.ts'
import type { ChangeBody, State } from '../../model/record.ts'
import type { KindName } from '../../model/registry.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { ladder } from '../../model/upgrade.ts'
import type { Lock } from '../../programme/lock.ts'
import type { Change } from '../../protocol/sync.ts'
import type { Environment } from '../environment.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { type DoneDraft, dropDone } from './draft.ts'
import { expectedState, isBornRefused } from './fold.ts'
import type { Identity } from './identity.ts'
import { putRecords } from './local-summary.ts'
import { readLocks } from './locks.ts'
import { putMeta, readMeta } from './meta.ts'
import { entriesOf } from './outbox.ts'
import { type Known, newestVersion, refold, serverOf } from './refold.ts'
import { type Shown, toShown } from './shown.ts'
import { dropSpareDraft } from './spare-draft.ts'
import type { MetaValues, OutboxEntry, StoredRecord } from './stored.ts'

/** The record as the transaction finds it. */
export interface Current {
  identity: Identity
  /** The last change made here. */
  tip: MetaValues['tip'] | undefined
  record: StoredRecord | undefined
  known: Known | undefined
  entries: OutboxEntry[]
  /** What the server will hold once all on its way has arrived. */
  expected: State
  /** Whose figures it may move. */
  locks: Lock[]
}

/** `body` absent: nothing to tell the server. `settles`: what becomes of the record's refused changes. */
export interface Decision {
  kind: KindName
  body?: ChangeBody
  reason?: string | undefined
  /** The submission whose locked figures it moves, as far as this phone knows. */
  lock?: string | undefined
  settles?: 'mended' | 'dropped'
  /** The server's version that the person saw when she began, which may be older than what this phone knows by now. */
  seen?: number | null | undefined
}

type Clock = Pick<Environment, 'now' | 'newId'>

export interface Asked {
  /** The record. */
  id: string
  /** Its id was made just now: nothing was changed of it before. */
  isNew?: boolean
  /** Gone once it is saved, in the same moment: there is never one without the other, nor both. */
  draft?: DoneDraft | undefined
  decide: (current: Current) => Result<Decision, Problem[]>
}

/** What stands against the first of the changes that can't be made. */
export interface Refusal {
  place: number
  problems: Problem[]
}

/** Undefined for a record of which nothing is left. */
export async function makeChange(
  store: Store,
  env: Clock,
  id: string,
  decide: Asked['decide'],
  draft?: DoneDraft,
): Promise<Result<Shown | undefined, Problem[]>> {
  const made = await makeChanges(store, env, [{ id, draft, decide }])
  return made.ok ? ok(made.value[0]) : failed(made.problem.problems)
}

/** Told how far the work is, in records; what it throws ends the work, and nothing of it is kept. */
export type Watch = (done: number) => void

/** Records that are judged, and written, at once. */
const STEP = 200

/** All of them or none; each of another record. */
export async function makeChanges(store: Store, env: Clock, asked: readonly Asked[], watch?: Watch): Promise<Result<(Shown | undefined)[], Refusal>> {
  const drafts = asked.flatMap(({ draft }) => draft ?? [])
  const written = await write(
    store,
    [store.outbox, store.records, store.localSummaries, store.meta, ...(drafts.length > 0 ? [store.drafts] : [])],
    async (): Promise<Result<(Shown | undefined)[], Refusal>> => {
      const currents = await readCurrents(store, asked)
      if (!currents) return failed({ place: 0, problems: [problem('signed-out')] })
      const made: Made[] = []
      for (const [place, current] of currents.entries()) {
        const { id, decide } = asked[place] as Asked // as many were read as were asked for
        if (place > 0 && place % STEP === 0) {
          watch?.(place / 2)
          // Reading lets the screen draw and be touched, within the transaction.
          await readMeta(store, 'tip')
        }
        const decision = decide(current)
        if (!decision.ok) return failed({ place, problems: decision.problem })
        made.push(madeBy(id, current, decision.value, made.at(-1)?.tip ?? current.tip, env))
      }
      for (let done = 0; done < made.length; done += STEP) {
        watch?.((made.length + done) / 2)
        await put(store, made.slice(done, done + STEP))
      }
      await Promise.all(drafts.map((draft) => dropDone(store, draft)))
      return ok(made.map(({ after, current }) => toShown(after, current.identity.account)))
    },
  )
  if (!written.ok) return failed({ place: 0, problems: [written.problem] })
  if (written.value.ok) for (const { key } of drafts) dropSpareDraft(store.name, key)
  return written.value
}

/** Asked for all at once: each question by itself would wait for the disk. Undefined where nobody is let in. */
async function readCurrents(store: Store, asked: readonly Asked[]): Promise<Current[] | undefined> {
  const old = asked.filter(({ isNew }) => !isNew).map(({ id }) => id)
  const [identity, tip, locks, records, entries] = await Promise.all([
    readMeta(store, 'identity'),
    readMeta(store, 'tip'),
    readLocks(store),
    store.records.bulkGet(asked.map(({ id }) => id)),
    Promise.all(old.map((id) => entriesOf(store, id))),
  ])
  const byRecord = new Map(old.map((id, place) => [id, entries[place]]))
  if (!identity) return undefined
  return records.map((record, place) => {
    const [known, own] = [serverOf(record), byRecord.get(asked[place]?.id ?? '') ?? []]
    return { identity, tip, record, known, entries: own, expected: expectedState(known?.row, own), locks }
  })
}

/** A change as it is written. */
interface Made {
  current: Current
  entry: OutboxEntry | undefined
  settled: OutboxEntry[]
  after: StoredRecord | undefined
  /** The last change made here once this one is. */
  tip: MetaValues['tip'] | undefined
}

function madeBy(id: string, current: Current, decision: Decision, last: MetaValues['tip'] | undefined, env: Clock): Made {
  const { identity, known, record } = current
  const entry = decision.body && newEntry(current, decision, decision.body, id, last, env)
  const settled = decision.settles ? settle(current, decision.settles) : []
  const tip = entry ? { n: entry.n, id: entry.id } : last
  if (!entry && settled.length === 0) return { current, entry, settled, after: record, tip }
  const entries = [...current.entries.map((one) => settled.find((other) => other.id === one.id) ?? one), ...(entry ? [entry] : [])]
  return { current, entry, settled, after: refold(id, known, entries, { account: identity.account, name: identity.scope.name }, record?.left), tip }
}

async function put(store: Store, made: readonly Made[]): Promise<void> {
  const altered = made.filter(({ after, current }) => after !== current.record)
  const tip = made.at(-1)?.tip
  if (!tip || altered.length === 0) return
  // In this order, and none waits for the one before: they stand or fall together.
  await Promise.all([
    store.outbox.bulkAdd(altered.flatMap(({ entry }) => entry ?? [])),
    store.outbox.bulkPut(altered.flatMap(({ settled }) => settled)),
    putRecords(
      store,
      altered.map(({ current, after }) => ({ before: current.record, after })),
    ),
    putMeta(store, 'tip', tip),
  ])
}

const sawOf = (newest: { epoch: string; version: number }, seen: number | null): Change['base'] =>
  seen === null ? null : { ...newest, version: Math.min(seen, newest.version) }

/** What was refused, and what may still be: a later change that mends says all that those on their way say. */
function settle({ known, entries }: Current, state: 'mended' | 'dropped'): OutboxEntry[] {
  const refused = entries.filter((entry) => entry.state === 'rejected').map((entry) => ({ ...entry, state }))
  const isReplaced = refused.length > 0 && (state === 'mended' || isBornRefused(known?.row, entries))
  const onTheirWay = entries.filter((entry) => isReplaced && entry.state === 'waiting').map((entry) => ({ ...entry, settled: state }))
  return [...refused, ...onTheirWay]
}

function newEntry(
  { identity, known, entries }: Current,
  { kind, reason, lock, seen }: Decision,
  body: ChangeBody,
  record: string,
  tip: MetaValues['tip'] | undefined,
  env: Clock,
): OutboxEntry {
  const id = env.newId()
  const n = (tip?.n ?? 0) + 1
  const newest = newestVersion(known, entries)
  const why = { ...(reason === undefined ? {} : { reason }), ...(lock === undefined ? {} : { lock }) }
  const change: Change = {
    id,
    n,
    prev: tip?.id ?? null,
    kind,
    record,
    // What came since she began she has not seen: where both have said something of one field, somebody has to decide.
    base: newest && seen !== undefined ? sawOf(newest, seen) : (newest ?? null),
    at: env.now(),
    model: ladder.model,
    ...why,
    ...body,
  }
  return { id, device: identity.device, n, record, kind, state: 'waiting', change }
}
