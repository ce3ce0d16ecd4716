// For the first screen: which reports are due soon or late, which came back from the province, and for the province how many
// communes wait for its answer; and the report that has to be written next. Nothing where there is nothing to do.

import { daysLeft } from '../../../programme/due.ts'
import { currentOf, isWithCommune, standingOf } from '../../../programme/standing.ts'
import { useMe } from '../actor.ts'
import { useToday, useWords } from '../context.ts'
import { periodName } from '../period-name.ts'
import { newReportPath } from '../report-asked.ts'
import { useReportCalendar } from '../report-dues.ts'
import { type ReportPeriod, sendPath, submissionPath, useReportPeriods } from '../report-periods.ts'
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
      {t(left > 0 ? 'report.write' : 'report.write-late', { name: next.name, period: periodName(next.period, t), count: Math.abs(left) })}
    </a>
  )
}

function ForProvince() {
  const t = useWords()
  const waiting = useReportPeriods()?.flatMap(({ submissions }) => submissions.filter(({ data }) => data.state === 'submitted')).length ?? 0
  if (waiting === 0) return null
  return (
    <a class="button start" href="/submissions">
      <Icon name="file" />
      {t('due.province-waiting', { count: waiting })}
    </a>
  )
}

function ForCommune({ commune }: { commune: string }) {
  const t = useWords()
  const today = useToday()
  const due = (useReportPeriods() ?? []).flatMap((one) => dueIn(one, commune, today))
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
  const left = one.before === undefined ? undefined : daysLeft(one.before, today)
  const isNear = left !== undefined && left <= DAYS_BEFORE && left > -DAYS_LATE
  return isWithCommune(standing) && (sent !== undefined || isNear) ? [{ one, sent, standing, left }] : []
}
