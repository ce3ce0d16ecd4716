// What a report is made from on this phone: its figures, the plan's indicators with the office's targets, the sessions to be listed,
// what was sent up. By day where the records are here, else by the province's sums.

import { isWithin, type UnitLookup } from '../../model/unit.ts'
import type { Measured } from '../../programme/indicator.ts'
import { type Dates, isIn } from '../../programme/period.ts'
import { type ReportFigures, reportOn } from '../../programme/report.ts'
import { withOfficeTargets } from '../../programme/target.ts'
import type { Store } from '../store/database.ts'
import { readFiguresByDayLive, readFiguresLive } from '../store/figures.ts'
import { useLive } from '../store/live.ts'
import { getRecord, listRecords, listSessions } from '../store/read.ts'
import type { Shown } from '../store/shown.ts'
import { VILLAGE_COVERAGE } from './adopted.ts'
import { useApp } from './context.ts'
import { indicatorsIn } from './pack-indicators.ts'
import type { ReportAsk } from './report-asked.ts'

export interface ReportRead {
  ask: ReportAsk
  /** Null where these dates can't be told from sums by half-month. */
  figures: ReportFigures | null
  programme: Shown<'programme'> | undefined
  /** Those that were counted, oldest first; none on a phone that holds sums. */
  sessions: Shown<'session'>[]
}

interface Around {
  lookup: UnitLookup
  asOf: number
  /** The report is owed before this day. */
  before: string | undefined
}

/** Undefined while it is being read. */
export function useReportRead(ask: ReportAsk, before: string | undefined): ReportRead | undefined {
  const { store, units, identity } = useApp()
  const asOf = identity.value?.lastReceivedAt ?? 0
  const { lookup } = units.value
  return useLive(() => readReport(store, ask, { lookup, asOf, before }), [JSON.stringify(ask), before, asOf, lookup])
}

async function readReport(store: Store, ask: ReportAsk, { lookup, asOf, before }: Around): Promise<ReportRead> {
  const { unit: area, period, doneBy } = ask
  const programme = await programmeOf(store, ask.programme)
  const indicators = await indicatorsOf(store, programme, area)
  const isOfProvince = lookup(area)?.level === 'province'
  // What one organisation did is locked by nobody.
  const submissions = isOfProvince || doneBy === undefined ? await listRecords(store, 'submission') : undefined
  const byDay = await readFiguresByDayLive(store, { area, asOf })
  const figures = byDay ?? (await readFiguresLive(store, { area, asOf }))
  // Communes owe the periods of a plan's calendar, nothing for other dates; a commune's report does not count who has sent.
  const sent = submissions && { submissions, programme: ask.programme, before, isOwed: isOfProvince && ask.report !== undefined }
  return {
    ask,
    figures: reportOn({ area, period, indicators, organisation: doneBy, sent }, figures),
    programme,
    sessions: byDay ? await sessionsOf(store, ask, lookup) : [],
  }
}

async function programmeOf(store: Store, id: string | undefined): Promise<Shown<'programme'> | undefined> {
  const found = id === undefined ? undefined : await getRecord(store, id)
  return found && isProgramme(found) ? found : undefined
}

const isProgramme = (record: Shown): record is Shown<'programme'> & Shown => record.kind === 'programme'

/** In the plan's own order; where there is none, villages are counted all the same. */
async function indicatorsOf(store: Store, programme: Shown<'programme'> | undefined, unit: string): Promise<Measured[]> {
  if (!programme) return [VILLAGE_COVERAGE]
  const targets = await listRecords(store, 'target')
  return indicatorsIn(programme.data.pack).map(({ id, definition, targets: planned }) => ({
    id,
    definition,
    targets: withOfficeTargets(planned, targets, { programme: programme.id, indicator: id, unit }),
  }))
}

async function sessionsOf(store: Store, { unit, period, doneBy }: ReportAsk, lookup: UnitLookup): Promise<Shown<'session'>[]> {
  const held = await listSessions(store, spanOf(period))
  const counted = ({ data, state }: Shown<'session'>): boolean =>
    state !== 'attention' && isWithin(data.unit, unit, lookup) && isIn(period, data.date) && (doneBy === undefined || data.organisation === doneBy)
  return held.filter(counted).reverse()
}

const spanOf = ({ from, to }: Dates): Dates => ({ from, to })
