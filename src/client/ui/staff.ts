// Who works on it where, by unit: of a village those who are written down for the village, of a commune those for the commune itself.

import { useLive } from '../store/live.ts'
import { listRecords } from '../store/read.ts'
import type { Shown } from '../store/shown.ts'
import { useApp } from './context.ts'
import { sortedByName } from './sorting.ts'

export type Staff = Shown<'person'>
export type StaffByUnit = ReadonlyMap<string, readonly Staff[]>

/** Undefined while it is being read. */
export function useStaff(): StaffByUnit | undefined {
  const { store } = useApp()
  return useLive(async () => byUnit(await listRecords(store, 'person')), [])
}

function byUnit(all: readonly Staff[]): Map<string, Staff[]> {
  const staff = new Map<string, Staff[]>()
  for (const one of sortedByName(all, ({ data }) => data.name)) staff.set(one.data.unit, [...(staff.get(one.data.unit) ?? []), one])
  return staff
}
