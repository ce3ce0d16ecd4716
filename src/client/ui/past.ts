// The history of a record, step by step: what each change found and what it set. Pure.

import { applyChange, type ChangeBody, type Fields, nothing, type State } from '../../model/record.ts'
import type { PastChange } from '../../protocol/history.ts'
import type { Did, OwnChange } from '../store/outgoing.ts'

export interface Step {
  key: string
  /** Undefined where it was made on this phone and has not arrived. */
  by: { account: string; name: string } | undefined
  at: number
  did: Did
  reason: string | undefined
  set: Fields
  /** What it found of those fields; undefined where that is not known here. */
  before: Fields | undefined
  /** A removal that another's edit outlived. */
  wasKept: boolean
  stands: OwnChange['stands']
}

/** Oldest first. `isRemoved`: what became of the record in the end. */
export function stepsOf(past: readonly PastChange[], isRemoved: boolean): Step[] {
  let state: State = nothing
  return past.map(({ version, by, name, at, did, reason, set }, place) => {
    const before = state.fields
    state = applyChange(state, { set })
    const next = past[place + 1]
    const wasKept = did === 'removed' && (next ? next.did !== 'restored' : !isRemoved)
    return { key: String(version), by: { account: by, name }, at, did, reason, set, before, wasKept, stands: 'sent' }
  })
}

/** `known`: the record before the first of them, where that is known here. */
export function ownSteps(own: readonly OwnChange[], known: Fields | undefined): Step[] {
  let state = known && { ...nothing, exists: true, fields: known }
  return own.map(({ id, at, did, set, reason, stands }) => {
    if (did === 'made') state = nothing
    const before = state?.fields
    const body: ChangeBody = { set }
    state = state && applyChange(state, body)
    return { key: id, by: undefined, at, did, reason, set, before, wasKept: false, stands }
  })
}

/** The fields as all of these steps leave them. */
export const fieldsAfter = (past: readonly PastChange[]): Fields => past.reduce((state, { set }) => applyChange(state, { set }), nothing).fields
