// Reports: what is owed by when, what was frozen, a report for any other dates, and the ways to the month and to what was sent up.

import { useState } from 'preact/hooks'
import { daysLeft } from '../../../programme/due.ts'
import { periodOf, periodWith } from '../../../programme/period.ts'
import { formatDate, formatMoment } from '../../../text/format.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { useApp, useNow, useToday, useWords } from '../context.ts'
import { Choice } from '../part/choice.tsx'
import { DateInput } from '../part/date-field.tsx'
import { DaysToSet } from '../part/days-to-set.tsx'
import { DueCalendar } from '../part/due-calendar.tsx'
import { daysLeftText } from '../part/due-line.tsx'
import { DueStateBadge } from '../part/due-state-badge.tsx'
import { Field } from '../part/field.tsx'
import { FirstData, useHasData } from '../part/first-data.tsx'
import { Fold } from '../part/fold.tsx'
import { Icon } from '../part/icon.tsx'
import { NotSentUp } from '../part/not-sent-up.tsx'
import { Page } from '../part/page.tsx'
import { SyncPill } from '../part/sync-pill.tsx'
import { periodInFull, periodName } from '../period-name.ts'
import { type Frozen, frozenPath, newReportPath } from '../report-asked.ts'
import { type AskedReport, type DueReport, useReportCalendar } from '../report-dues.ts'
import '../part/rows.css'

export function Reports() {
  const t = useWords()
  const { role, home, identity, may, mayMake } = useMe()
  const calendar = useReportCalendar()
  const hasData = useHasData()
  const open = calendar?.dues.filter(({ state }) => state === 'late' || state === 'soon' || state === 'undated') ?? []
  const ahead = calendar?.dues.filter(({ state }) => state === 'ahead') ?? []
  return (
    <Page title={t('report.list')} aside={<SyncPill />}>
      {!hasData && <FirstData />}
      {calendar && hasData && (
        <>
          <section class="card">
            <h2 class="line">
              <Icon name="day" />
              {t('due.title')}
            </h2>
            {open.length === 0 && <p>{t(calendar.programmes.length === 0 ? 'report.no-plan' : 'report.none-due')}</p>}
            {open.length > 0 && <DueRows dues={open} />}
            {role === 'province' && <NotSentUp />}
          </section>
          {role === 'province' && <DaysToSet />}
          {ahead.length > 0 && (
            <Fold title={t('report.ahead', { count: ahead.length })}>
              <DueRows dues={ahead} />
              <DueCalendar dues={[...open, ...ahead]} />
            </Fold>
          )}
          {mayMake('report') && <OtherDates programmes={calendar.programmes} whenAsked={calendar.whenAsked} />}
          <FrozenList frozen={calendar.frozen} />
        </>
      )}
      {role === 'official' && (
        <a class="button start" href="/month">
          <Icon name="print" />
          {t('month.link')}
        </a>
      )}
      {may('read', { kind: 'submission', unit: home, author: identity.account }) && (
        <a class="button start" href="/submissions">
          <Icon name="share" />
          {t('submissions.link')}
        </a>
      )}
    </Page>
  )
}

function DueRows({ dues }: { dues: readonly DueReport[] }) {
  return (
    <ul class="rows">
      {dues.map((due) => (
        <li key={due.key}>
          <DueRow due={due} />
        </li>
      ))}
    </ul>
  )
}

function DueRow({ due }: { due: DueReport }) {
  const t = useWords()
  const today = useToday()
  const { mayMake } = useMe()
  const { before, period, programmeName, name, state } = due
  const said = (
    <>
      <span class="row-main">{name}</span>
      <span class="hint row-sub">
        {periodInFull(period, t)}
        <br />
        {before === undefined ? (
          t('report.due-unset')
        ) : (
          <>
            {t('due.before', { date: formatDate(before) })} <b>{daysLeftText(daysLeft(before, today), t)}</b>
          </>
        )}
        <br />
        {programmeName}
      </span>
      <DueStateBadge state={state} />
    </>
  )
  // Who writes none reads when they are due.
  return mayMake('report') ? (
    <a class="row" href={newReportPath(due)}>
      {said}
    </a>
  ) : (
    <div class="row">{said}</div>
  )
}

function FrozenList({ frozen }: { frozen: readonly Frozen[] }) {
  const t = useWords()
  const now = useNow()
  if (frozen.length === 0) return null
  return (
    <section class="card">
      <h2>{t('report.frozen-list')}</h2>
      <ul class="rows">
        {frozen.map(({ id, data, authorName, madeAt }) => (
          <li key={id}>
            <a class="row" href={frozenPath(id)}>
              <span class="row-main">{t('report.row', { period: periodName(periodWith(data.period), t), number: data.number })}</span>
              <span class="hint row-sub">{t('report.frozen-by', { name: authorName, time: formatMoment(madeAt, now), date: formatDate(data.asOf) })}</span>
              {data.state === 'withdrawn' && (
                <span class="badge wait">
                  <Icon name="undo" />
                  {t('term.reportState.withdrawn')}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** For any days, of a plan or of none: the week of 30 July, a meeting, what the province asks for on the telephone. */
function OtherDates({ programmes, whenAsked }: { programmes: readonly Shown<'programme'>[]; whenAsked: readonly AskedReport[] }) {
  const t = useWords()
  const today = useToday()
  const { preferences } = useApp()
  const { commune } = useMe()
  const quarter = periodOf(preferences.periodRule.value, 'quarter', today)
  const [from, setFrom] = useState<string | undefined>(quarter.from)
  // An office's sums are by half-month: a quarter can be told from them, a quarter until today seldom.
  const [to, setTo] = useState<string | undefined>(commune && today < quarter.to ? today : quarter.to)
  const kinds = [
    ...programmes.map(({ id, data }) => ({ value: id, label: data.name })),
    ...whenAsked.map(({ programme, report, name }) => ({ value: `${programme} ${report}`, label: name })),
    { value: '', label: t('report.without-plan') },
  ]
  const [kind, setKind] = useState(kinds[0]?.value ?? '')
  const [programme, report] = kind === '' ? [undefined, undefined] : kind.split(' ')
  const isWhole = from !== undefined && to !== undefined && from <= to
  return (
    <Fold title={t('report.other')}>
      {kinds.length > 1 && (
        <Field id="f-plan" label={t('overview.plan')} group>
          <Choice options={kinds} chosen={[kind]} onChoose={setKind} />
        </Field>
      )}
      <Field id="f-from-date" label={t('report.from')}>
        <DateInput id="f-from" label={t('report.from')} value={from} onChange={setFrom} />
      </Field>
      <Field id="f-to-date" label={t('report.until')}>
        <DateInput id="f-to" label={t('report.until')} value={to} onChange={setTo} />
      </Field>
      {isWhole ? (
        <a class="button" href={newReportPath({ programme, report, period: { from, to } })}>
          <Icon name="file" />
          {t('report.make')}
        </a>
      ) : (
        <p class="field-error">{t('problem.dates-crossed')}</p>
      )}
    </Fold>
  )
}
