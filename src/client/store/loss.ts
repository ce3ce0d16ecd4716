// Finds out at the start whether the database has lost what it once held, by what the witness outside it remembers; keeps a
// note of a loss that was told. Nothing is ever deleted for it.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { putMeta, readMeta } from './meta.ts'
import type { Witness } from './witness.ts'

/** A loss that the person has been told: when, and how many changes are missing at least, where that is known. */
export interface ToldLoss {
  at: number
  missing?: number
  /** Found by what the server holds: up to which number that was. */
  received?: number
}

/** vanished: an account was known and nothing of it is there. cut-short: `missing` changes that were saved are not, at least. */
export type Loss = { code: 'vanished' } | { code: 'cut-short'; device: string; held: number; missing: number }

export async function findLoss(store: Store, witness: Witness): Promise<Loss | undefined> {
  const device = (await readMeta(store, 'identity'))?.device
  if (device === undefined) return witness.remembers() ? { code: 'vanished' } : undefined
  // Asked before the database: what another tab saves in between is then no loss.
  const noted = witness.noted(device)
  const held = (await readMeta(store, 'tip'))?.n ?? 0
  return noted > held ? { code: 'cut-short', device, held, missing: noted - held } : undefined
}

/** The person has been told and goes on: she is told once, and the note stays. */
export async function settleLoss(store: Store, witness: Witness, loss: Loss, at: number): Promise<Result<true, Problem>> {
  const missing = loss.code === 'cut-short' ? { missing: loss.missing } : {}
  const kept = await write(store, [store.meta], async (): Promise<true> => {
    await putMeta(store, 'loss', { at, ...missing })
    return true
  })
  if (kept.ok && loss.code === 'cut-short') witness.settle(loss.device, loss.held)
  return kept
}

export const readToldLoss = (store: Store): Promise<ToldLoss | undefined> => readMeta(store, 'loss')

/** The last change of this device that is on disk, for the witness; undefined while the phone belongs to nobody. */
export async function readTip(store: Store): Promise<{ device: string; n: number } | undefined> {
  const device = (await readMeta(store, 'identity'))?.device
  return device === undefined ? undefined : { device, n: (await readMeta(store, 'tip'))?.n ?? 0 }
}
