// How a report's heading begins: as it was entered last time, else by what is known of who writes it.

import type { Data } from '../../model/registry.ts'
import type { ReportHead } from '../../model/report.ts'
import type { Unit } from '../../model/unit.ts'
import type { Frozen } from './report-asked.ts'

type Organisation = Data<'organisation'> | undefined

/** `frozen`: all that this phone holds. */
export function startingHead(frozen: readonly Frozen[], organisation: Organisation, id: string, unit: Unit | undefined): ReportHead {
  const last = frozen.filter(({ data }) => data.organisation === id && data.unit === unit?.id).sort((a, b) => b.createdAt - a.createdAt)[0]
  if (last) return last.data.head
  return { look: organisation?.type === 'womens-union' ? 'union' : 'state', issuer: organisation?.name ?? '', place: unit?.name ?? '' }
}
