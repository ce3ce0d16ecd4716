// The sessions to come, as screens ask for them: which are coming, which have gone by without a session, which were held.

import type { Store } from '../store/database.ts'
import { useLive } from '../store/live.ts'
import { listRecords, listSessions } from '../store/read.ts'
import type { Shown } from '../store/shown.ts'
import { useApp, useToday } from './context.ts'

export type Plan = Shown<'plan'>

export interface SortedPlans {
  /** Nearest first. */
  coming: Plan[]
  /** Their day has gone by without a session; newest first. */
  open: Plan[]
  /** There is a session of the same place and day; newest first. */
  held: Plan[]
}

/** `from`: those of that day and later alone, for a screen that asks for no others: all that lies before is then not read. */
export function usePlans(from = ''): SortedPlans | undefined {
  const { store } = useApp()
  const today = useToday()
  return useLive(() => readPlans(store, today, from), [today, from])
}

async function readPlans(store: Store, today: string, from: string): Promise<SortedPlans> {
  const asked = (await listRecords(store, 'plan')).filter(({ data }) => data.date >= from)
  const byDay = asked.sort((a, b) => (a.data.date < b.data.date ? -1 : a.data.date > b.data.date ? 1 : 0))
  const first = byDay[0]
  const sessions = first ? await listSessions(store, { from: first.data.date }) : []
  const places = new Set(sessions.map(({ data }) => `${data.date} ${data.unit}`))
  const isHeld = ({ data }: Plan) => places.has(`${data.date} ${data.unit}`)
  const past = byDay.filter((plan) => plan.data.date < today && !isHeld(plan)).reverse()
  return { coming: byDay.filter((plan) => plan.data.date >= today && !isHeld(plan)), open: past, held: byDay.filter(isHeld).reverse() }
}
