// For the first screen: which reports are due soon or late, which came back from the province, and for the province how many
// communes wait for its answer and which days it has still to set. Nothing where there is nothing to do.

import { daysLeft } from '../../../programme/due.ts'
import { currentOf, isWithCommune, standingOf } from '../../../programme/standing.ts'
import { useLive } from '../../store/live.ts'
import { listRecords } from '../../store/read.ts'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { duesToSet } from '../pack-to-set.ts'
import { periodName } from '../period-name.ts'
import { editPath } from '../record-path.ts'
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
  if (role === 'province') return <ForProvince />
  return role === 'official' && commune ? <ForCommune commune={commune.id} /> : null
}

function ForProvince() {
  const t = useWords()
  const waiting = useReportPeriods()?.flatMap(({ submissions }) => submissions.filter(({ data }) => data.state === 'submitted')).length ?? 0
  return (
    <>
      <DaysToSet />
      {waiting > 0 && (
        <a class="button start" href="/submissions">
          <Icon name="file" />
          {t('due.province-waiting', { count: waiting })}
        </a>
      )}
    </>
  )
}

/** Of plans that are not over: nobody is reminded of a report until the office has set its day. */
function DaysToSet() {
  const t = useWords()
  const today = useToday()
  const { store, preferences } = useApp()
  const language = preferences.language.value
  const programmes = useLive(() => listRecords(store, 'programme'), []) ?? []
  const open = programmes.filter(({ data }) => (data.to === undefined || today <= data.to) && duesToSet(data.pack).length > 0)
  if (open.length === 0) return null
  return (
    <section class="card wait">
      <h2 class="line">
        <Icon name="alert" />
        {t('adapt.set-due')}
      </h2>
      <ul class="rows">
        {open.map(({ id, data }) => (
          <li key={id}>
            <a class="row" href={editPath('programme', id)}>
              <span class="row-main">{data.name}</span>
              <span class="row-sub">
                {duesToSet(data.pack)
                  .map(({ name }) => name[language])
                  .join(', ')}
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
