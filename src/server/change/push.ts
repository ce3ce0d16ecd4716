// Answers the changes that a device hands in, one by one and in order, inside the push's transaction. One bad change never
// holds the others; what is not taken is kept in quarantine, what came too early is kept until its time (hold.ts).

import { type Problem, problem } from '../../model/problem.ts'
import { type Again, type Change, type ChangeResult, change as changeSchema } from '../../protocol/sync.ts'
import { findChange, findNumbered, listNumbered, numbersHeldAfter } from '../database/query/change.ts'
import { addHeld, findHeld } from '../database/query/held.ts'
import { findQuarantined, wasRefused } from '../database/query/quarantine.ts'
import { findRecord } from '../database/query/record.ts'
import { arrivedFrom, attempt, type Envelope, type Pushing } from './attempt.ts'
import { refuse, rejected, settleHeld } from './hold.ts'
import type { Version } from './seen.ts'
import { payloadHash, type Took } from './take.ts'

/** `again`: the versions that changes had made in a history that was lost. */
export async function takePush(pushing: Pushing, envelopes: readonly Envelope[], again: readonly Again[] = []): Promise<ChangeResult[]> {
  const were = new Map(again.map(({ id, epoch, version }): [string, Version] => [id, { epoch, version }]))
  const results: ChangeResult[] = []
  for (const envelope of envelopes) {
    // What follows a change of another profile is that profile's, too.
    const isForked = results.at(-1)?.answer === 'forked'
    results.push(isForked ? { id: envelope.id, answer: 'forked' } : await answer(pushing, envelope, were.get(envelope.id)))
  }
  return results
}

/** The highest n up to which all of the device's changes are held, taken, early or in quarantine. */
export async function receivedUpTo({ sql, device }: Pick<Pushing, 'sql' | 'device'>): Promise<number> {
  const held = await numbersHeldAfter(sql, { account: device.account, device: device.id }, device.received)
  const gap = held.findIndex((n, place) => n !== device.received + place + 1)
  return device.received + (gap === -1 ? held.length : gap)
}

async function answer(pushing: Pushing, envelope: Envelope, was: Version | undefined): Promise<ChangeResult> {
  const { sql, device } = pushing
  const { id } = envelope
  const hash = payloadHash(envelope)
  const taken = await findChange(sql, id)
  if (taken && taken.account === device.account && taken.payloadHash === hash) return { id, answer: 'duplicate', first: taken.result }
  const quarantined = await findQuarantined(sql, device.account, id)
  const told = quarantined.get(hash)
  if (told) return rejected(id, told)
  const early = await findHeld(sql, device.account, id)
  if (early?.payloadHash === hash) return { id, answer: 'held', waitsFor: early.waitsFor }
  if (taken || early || quarantined.size > 0) return refuse(pushing, envelope, hash, [problem('id-taken', ['id'])])
  if (await isAnothers(pushing, envelope)) return { id, answer: 'forked' }
  return takeNew(pushing, envelope, hash, was)
}

/** A number that this device has given to another change, or neighbours that don't name each other: two profiles go by its id. */
async function isAnothers({ sql, device }: Pushing, { id, n, prev }: Envelope): Promise<boolean> {
  if (typeof n !== 'number' || !Number.isSafeInteger(n)) return false
  const near = await listNumbered(sql, { account: device.account, device: device.id }, n - 1, n + 1)
  return near.some((other) => other.n === n || (other.n < n ? isBroken(prev, other.id) : isBroken(other.prev, id)))
}

const isBroken = (named: unknown, before: string): boolean => typeof named === 'string' && named !== before

async function takeNew(pushing: Pushing, envelope: Envelope, hash: string, was: Version | undefined): Promise<ChangeResult> {
  const { id } = envelope
  const read = readChange(envelope)
  if (Array.isArray(read)) return refuse(pushing, envelope, hash, read)
  const took = await orEarly(pushing, read, await attempt(pushing, arrivedFrom(read, pushing.device, hash, was)))
  if (took.is === 'refused') return refuse(pushing, envelope, hash, took.problems)
  if (took.is === 'early') {
    const { account, id: device } = pushing.device
    const { waitsFor } = took
    await addHeld(pushing.sql, { changeId: id, account, device, n: read.n, waitsFor, payloadHash: hash, payload: envelope, was, receivedAt: pushing.now })
    return { id, answer: 'held', waitsFor }
  }
  if (took.record?.version === 1) await settleHeld(pushing, took.record.id)
  return took.result
}

/** An edit that names no base looks like a making; where numbers before it are missing, the making is one of them. */
async function orEarly({ sql, device }: Pushing, { n, base, record }: Change, took: Took): Promise<Took> {
  if (took.is !== 'refused' || base !== null || !took.problems.some(({ code }) => code === 'required')) return took
  const isKnown = (await findRecord(sql, record)) !== undefined || (await wasRefused(sql, record))
  const before = n - 1
  const isGap = before > device.received && (await findNumbered(sql, { account: device.account, device: device.id }, before)) === undefined
  return isGap && !isKnown ? { is: 'early', waitsFor: record } : took
}

function readChange(envelope: Envelope): Change | Problem[] {
  const parsed = changeSchema.safeParse(envelope)
  if (!parsed.success) return [problem('not-valid', parsed.error.issues[0]?.path.map(String) ?? [])]
  const unread = unreadFields(envelope, parsed.data)
  return unread.length > 0 ? unread.map((name) => problem('unknown-field', [name])) : parsed.data
}

/** Names that the schema library drops without a word, like __proto__: a change is taken whole or not at all. */
function unreadFields(envelope: Envelope, parsed: Change): string[] {
  const [sent, read] = 'set' in parsed ? [envelope['set'], parsed.set] : 'resolve' in parsed ? [envelope['resolve'], parsed.resolve] : []
  return read && sent !== null && typeof sent === 'object' ? Object.keys(sent).filter((name) => !Object.hasOwn(read, name)) : []
}
