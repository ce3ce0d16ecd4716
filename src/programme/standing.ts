// Where a period's report stands, between a commune and its province. Pure; today is given.

import type { Data } from '../model/registry.ts'

/** open: not sent, and there is time. late: not sent, and the day has passed. waiting: sent, and the province has not answered. */
export const standings = ['open', 'late', 'waiting', 'returned', 'reopened', 'locked'] as const
export type Standing = (typeof standings)[number]

type State = Data<'submission'>['state']

export function standingOf(state: State | undefined, before: string | undefined, today: string): Standing {
  if (state === 'submitted') return 'waiting'
  if (state !== undefined) return state
  return before !== undefined && today >= before ? 'late' : 'open'
}

/** Whether the commune has to do something. */
export const isWithCommune = (standing: Standing): boolean => standing !== 'waiting' && standing !== 'locked'

interface Sent {
  data: Pick<Data<'submission'>, 'state'>
  changedAt: number
}

/** Two officials without a network may each have sent the same period: what is locked counts, else the newest. */
export function currentOf<S extends Sent>(submissions: readonly S[]): S | undefined {
  const newest = [...submissions].sort((a, b) => b.changedAt - a.changedAt)
  return newest.find(({ data }) => data.state === 'locked') ?? newest[0]
}
