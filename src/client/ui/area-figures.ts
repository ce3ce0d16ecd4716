// The figures of an area, live from what this phone was told and what it holds itself.

import type { Figures } from '../../programme/figures.ts'
import { readFiguresLive, readLastSessions } from '../store/figures.ts'
import { useLive } from '../store/live.ts'
import { countInState } from '../store/outbox.ts'
import { useMe } from './actor.ts'
import { useApp } from './context.ts'

/** The commune of who works in one, else the province. */
export const useArea = (): string => useMe().home

/** Undefined while they are read, and until the office has told this phone anything at all. */
export function useFigures(area: string): Figures | undefined {
  const { store, identity } = useApp()
  const received = identity.value?.lastReceivedAt
  return useLive(async () => (received === undefined ? undefined : readFiguresLive(store, { area, asOf: received })), [area, received])
}

/** Unit → the date of its own newest session. */
export function useLastSessions(): ReadonlyMap<string, string> | undefined {
  const { store } = useApp()
  return useLive(async () => readLastSessions(store), [])
}

export interface OpenChanges {
  /** Counted, though the office does not have them yet. */
  waiting: number
  /** Refused, and so not counted. */
  refused: number
}

export function useOpenChanges(): OpenChanges | undefined {
  const { store } = useApp()
  return useLive(async () => ({ waiting: await countInState(store, 'waiting'), refused: await countInState(store, 'rejected') }), [])
}
