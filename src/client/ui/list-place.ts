// Where a list was left, kept with its entry in the browser's history: going back, and loading the page again, find it.
// Which filters it had is remembered for as long as the app stays open.

import type { Store } from '../store/database.ts'
import type { Place } from './row-window.ts'

export function keepPlace(path: string, place: Place): void {
  // A list that was just left may still hear of its last scrolling.
  if (window.location.pathname === path) window.history.replaceState({ place }, '')
}

/** Undefined where this entry of the history is new. */
export function keptPlace(): Place | undefined {
  const state: unknown = window.history.state
  // Only `keepPlace` writes there.
  return state !== null && typeof state === 'object' && 'place' in state ? (state.place as Place) : undefined
}

const addresses = new WeakMap<Store, string>()

export const rememberAddress = (store: Store, search: string): unknown => addresses.set(store, search)

export const rememberedAddress = (store: Store): string => addresses.get(store) ?? ''
