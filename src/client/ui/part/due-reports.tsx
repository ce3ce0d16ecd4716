// For the first screen: which reports are due soon or late, which came back from the province, and for the province how many
// communes wait for its answer, how many have not sent what is due, and which days it has still to set; and the report that has to be
// written next. Nothing where there is nothing to do.

import { daysLeft } from '../../../programme/due.ts'
import { currentOf, isWithCommune, standingOf } from '../../../programme/standing.ts'
import { useMe } from '../actor.ts'
import { standingsIn, useCommunes } from '../commune-standings.ts'
import { useToday, useWords } from '../context.ts'
import { periodName } from '../period-name.ts'
import { newReportPath } from '../report-asked.ts'
import { useReportCalendar } from '../report-dues.ts'
import { arePlansMixed, periodPath, type ReportPeriod, sendPath, submissionPath, useReportPeriods } from '../report-periods.ts'
import { DaysToSet } from './days-to-set.tsx'
import { daysLeftText } from './due-line.tsx'
import { Icon } from './icon.tsx'
import { StandingBadge } from './standing-badge.tsx'
import './rows.css'

/** Sooner nobody has to think of it; what is late for longer than this was settled in other ways. */
const DAYS_BEFORE = 30
const DAYS_LATE = 60

export function DueReports() {
  const { role, commune } = useMe()
  if (role === 'province') {
    return (
      <>
        <ForProvince />
        <NextReport />
      </>
    )
  }
  if (role !== 'official' || !commune) return null
  return (
    <>
      <ForCommune commune={commune.id} />
      <NextReport />
    </>
  )
}

/** The document itself, on paper or as a file: the one whose day comes first. */
function NextReport() {
  const t = useWords()
  const today = useToday()
  const next = useReportCalendar()?.dues.find(({ state }) => state === 'late' || state === 'soon')
  if (next?.before === undefined) return null
  const left = daysLeft(next.before, today)
  if (left <= -DAYS_LATE) return null
  return (
    <a class="button start" href={newReportPath(next)}>
      <Icon name="file" />
      {t(left > 0 ? 'report.write' : 'report.write-late', { name: next.name, period: periodName(next.period, t), count: left > 0 ? left : 1 - left })}
    </a>
  )
}

function ForProvince() {
  const t = useWords()
  const periods = useReportPeriods() ?? []
  const waiting = periods.flatMap(({ submissions }) => submissions.filter(({ data }) => data.state === 'submitted')).length
  return (
    <>
      <DaysToSet />
      {waiting > 0 && (
        <a class="button start" href="/submissions">
          <Icon name="file" />
          {t('due.province-waiting', { count: waiting })}
        </a>
      )}
      <OwedBelow periods={periods} />
    </>
  )
}

/** Whom the office may have to remind. */
function OwedBelow({ periods }: { periods: readonly ReportPeriod[] }) {
  const t = useWords()
  const today = useToday()
  const communes = useCommunes()
  const owed = periods.flatMap((one) => {
    const left = leftNear(one, today)
    const count = standingsIn(one, communes, today).filter(({ standing }) => isWithCommune(standing)).length
    return left === undefined || count === 0 ? [] : [{ one, left, count }]
  })
  if (owed.length === 0) return null
  return (
    <section class="card">
      <h2 class="line">
        <Icon name="day" />
        {t('due.title')}
      </h2>
      <ul class="rows">
        {owed.map(({ one, left, count }) => (
          <li key={one.key}>
            <a class="row" href={periodPath(one)}>
              <span class="row-main">{periodName(one.period, t)}</span>
              <span class="row-sub">
                {arePlansMixed(periods) && one.plan !== undefined && `${one.plan}. `}
                {daysLeftText(left, t)} · {t('submissions.count.open', { count })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ForCommune({ commune }: { commune: string }) {
  const t = useWords()
  const today = useToday()
  const periods = useReportPeriods() ?? []
  const due = periods.flatMap((one) => dueIn(one, commune, today))
  if (due.length === 0) return null
  return (
    <section class="card">
      <h2 class="line">
        <Icon name="day" />
        {t('due.title')}
      </h2>
      <ul class="rows">
        {due.map(({ one, sent, standing, left }) => (
          <li key={one.key}>
            <a class="row" href={sent ? submissionPath(sent.id) : sendPath(one.programme, one.period)}>
              <span class="row-main">{periodName(one.period, t)}</span>
              <span class="row-sub">
                {arePlansMixed(periods) && one.plan !== undefined && `${one.plan}. `}
                {standing === 'returned' || standing === 'reopened' ? t(`due.${standing}`) : left !== undefined && daysLeftText(left, t)}
              </span>
              <StandingBadge standing={standing} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function dueIn(one: ReportPeriod, commune: string, today: string) {
  const sent = currentOf(one.submissions.filter(({ data }) => data.unit === commune))
  const standing = standingOf(sent?.data.state, one.before, today)
  const left = leftNear(one, today)
  return isWithCommune(standing) && (sent !== undefined || left !== undefined) ? [{ one, sent, standing, left }] : []
}

/** Days that are left of a period that is due soon or is late; undefined of all others. */
function leftNear({ before }: ReportPeriod, today: string): number | undefined {
  const left = before === undefined ? undefined : daysLeft(before, today)
  return left !== undefined && left <= DAYS_BEFORE && left > -DAYS_LATE ? left : undefined
}
