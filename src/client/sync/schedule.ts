// Wakes the engine at the moments when a try is worth it: back online, visible again, after a save, and now and then.
// Where these moments come from is given.

import type { Engine } from './engine.ts'
import type { Timer } from './ports.ts'

/** Calls at each such moment; gives back how to stop. */
type Listen = (run: () => void) => () => void

export interface Moments {
  online: Listen
  visible: Listen
  saved: Listen
}

/** News of the commune while the app stays open. */
export const EVERY_MS = 5 * 60_000

/** Wakes once at the start. Gives back how to stop. */
export function schedule(engine: Pick<Engine, 'wake'>, moments: Moments, timer: Timer, everyMs = EVERY_MS): () => void {
  const wake = () => engine.wake()
  const stops = [moments.online(wake), moments.visible(wake), moments.saved(wake)]
  let callOff = () => {}
  const again = () => {
    callOff = timer(() => {
      wake()
      again()
    }, everyMs)
  }
  again()
  wake()
  return () => {
    callOff()
    for (const stop of stops) stop()
  }
}
