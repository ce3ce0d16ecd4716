// The locked periods that this phone knows of, for screens that ask why a figure under one of them is moved.

import { communeOf } from '../../model/unit.ts'
import type { Lock } from '../../programme/lock.ts'
import { useLive } from '../store/live.ts'
import { readLocks } from '../store/locks.ts'
import { useApp } from './context.ts'

/** Whether that day of that place lies under a lock; undefined places and days under none. */
export function useIsLocked(): (unit: unknown, date: unknown) => boolean {
  const { store, units } = useApp()
  const locks: readonly Lock[] = useLive(() => readLocks(store), []) ?? []
  const { lookup } = units.value
  return (unit, date) =>
    typeof unit === 'string' &&
    typeof date === 'string' &&
    locks.some(({ commune, from, to }) => from <= date && date <= to && communeOf(unit, lookup)?.id === commune)
}
