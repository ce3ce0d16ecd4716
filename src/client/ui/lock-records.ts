// What the communes have sent of a plan, for figures that stand as they were locked. An observer reads none of it.

import type { Locks } from '../../programme/locked-reading.ts'
import { useLive } from '../store/live.ts'
import { listRecords } from '../store/read.ts'
import { useApp } from './context.ts'

/** `plan`: the programme's id, empty where none was adopted. Undefined while it is read. */
export function useLockRecords(plan: string): Locks | undefined {
  const { store } = useApp()
  const submissions = useLive(() => listRecords(store, 'submission'), [])
  return submissions && { submissions, programme: plan === '' ? undefined : plan }
}
