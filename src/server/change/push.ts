// Answers the changes that a device hands in, one by one and in order, inside the push's transaction. One bad change never
// holds the others, and what is not taken is kept in quarantine.

import { type Problem, problem } from '../../model/problem.ts'
import { type Change, type ChangeResult, change as changeSchema, type FirstResult } from '../../protocol/sync.ts'
import { DatabaseError, type Transaction } from '../database/database.ts'
import { addAudit } from '../database/query/audit.ts'
import { findChange, numbersHeldAfter } from '../database/query/change.ts'
import type { Device } from '../database/query/device.ts'
import { addQuarantined, findQuarantined } from '../database/query/quarantine.ts'
import { type Arrived, type Feeding, payloadHash, takeChange } from './take.ts'

export interface Pushing extends Omit<Feeding, 'sql'> {
  sql: Transaction
  device: Pick<Device, 'account' | 'id' | 'received'>
  newId: () => string
  /** Told of a change that met a bug of ours. */
  onBroken: (error: unknown, changeId: string) => void
}

type Envelope = { id: string } & Record<string, unknown>

export async function takePush(pushing: Pushing, envelopes: readonly Envelope[]): Promise<ChangeResult[]> {
  const results: ChangeResult[] = []
  for (const envelope of envelopes) results.push(await answer(pushing, envelope))
  return results
}

/** The highest n up to which all of the device's changes are held, taken or in quarantine. */
export async function receivedUpTo({ sql, device }: Pick<Pushing, 'sql' | 'device'>): Promise<number> {
  const held = await numbersHeldAfter(sql, { account: device.account, device: device.id }, device.received)
  const gap = held.findIndex((n, place) => n !== device.received + place + 1)
  return device.received + (gap === -1 ? held.length : gap)
}

async function answer(pushing: Pushing, envelope: Envelope): Promise<ChangeResult> {
  const { sql, device } = pushing
  const { id } = envelope
  const hash = payloadHash(envelope)
  const taken = await findChange(sql, id)
  if (taken && taken.account === device.account && taken.payloadHash === hash) return { id, answer: 'duplicate', first: taken.result }
  const quarantined = await findQuarantined(sql, device.account, id)
  const told = quarantined.get(hash)
  if (told) return rejected(id, told)
  const problems = taken || quarantined.size > 0 ? [problem('id-taken', ['id'])] : await take(pushing, envelope, hash)
  if (!Array.isArray(problems)) return problems
  await keep(pushing, envelope, hash, problems)
  return rejected(id, problems)
}

const rejected = (id: string, problems: Problem[]): FirstResult => ({ id, answer: 'rejected', problems })

async function take(pushing: Pushing, envelope: Envelope, hash: string): Promise<FirstResult | Problem[]> {
  const parsed = changeSchema.safeParse(envelope)
  if (!parsed.success) return [problem('not-valid', parsed.error.issues[0]?.path.map(String) ?? [])]
  const unread = unreadFields(envelope, parsed.data)
  if (unread.length > 0) return unread.map((name) => problem('unknown-field', [name]))
  try {
    const result = await pushing.sql.savepoint((sql) => takeChange({ ...pushing, sql }, toArrived(parsed.data, pushing.device, hash)))
    return result.ok ? { id: envelope.id, answer: 'applied', version: result.value } : result.problem
  } catch (error) {
    // A full or broken disk concerns the whole push; anything else is a bug of ours that this one change met.
    if (error instanceof DatabaseError && error.is !== 'rule') throw error
    pushing.onBroken(error, envelope.id)
    return [problem('broken')]
  }
}

/** Names that the schema library drops without a word, like __proto__: a change is taken whole or not at all. */
function unreadFields({ set }: Envelope, parsed: Change): string[] {
  return 'set' in parsed && set !== null && typeof set === 'object' ? Object.keys(set).filter((name) => !Object.hasOwn(parsed.set, name)) : []
}

function toArrived(change: Change, device: Pick<Device, 'account' | 'id'>, hash: string): Arrived {
  const { id, kind, record, n, prev, base, at, model, reason } = change
  const body = 'set' in change ? { set: change.set } : 'remove' in change ? { remove: change.remove } : { restore: change.restore }
  return { id, kind, record, body, payloadHash: hash, account: device.account, device: device.id, n, prev: prev ?? undefined, base, at, model, reason }
}

const permissionCodes: readonly string[] = ['out-of-scope', 'not-allowed']

async function keep({ sql, device, now, newId }: Pushing, envelope: Envelope, hash: string, problems: Problem[]): Promise<void> {
  const n = typeof envelope['n'] === 'number' && Number.isSafeInteger(envelope['n']) ? envelope['n'] : undefined
  const { account, id } = device
  await addQuarantined(sql, { changeId: envelope.id, payloadHash: hash, account, device: id, n, receivedAt: now, payload: envelope, problems })
  if (!problems.some(({ code }) => permissionCodes.includes(code))) return
  await addAudit(sql, { id: newId(), at: now, event: 'refused', account, device: id, detail: { change: envelope.id, codes: problems.map(({ code }) => code) } })
}
