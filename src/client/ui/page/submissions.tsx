// Reports by period. A commune sees where each of its own stands and picks another to send; the province sees by commune what
// waits for it, what was sent, what is late.

import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Unit } from '../../../model/unit.ts'
import { periodOf, type RegularPeriod } from '../../../programme/period.ts'
import { currentOf, isWithCommune, type Standing, standingOf } from '../../../programme/standing.ts'
import { useMe } from '../actor.ts'
import { type CommuneStanding, inOrder, standingsIn, useCommunes } from '../commune-standings.ts'
import { useCompleteness } from '../completeness.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { CallLine } from '../part/call-line.tsx'
import { DueLine } from '../part/due-line.tsx'
import { FirstData, useHasData } from '../part/first-data.tsx'
import { Icon } from '../part/icon.tsx'
import { Page } from '../part/page.tsx'
import { PeriodPicker } from '../part/period-picker.tsx'
import { SilentPhones } from '../part/silent-phones.tsx'
import { StandingBadge } from '../part/standing-badge.tsx'
import { SyncPill } from '../part/sync-pill.tsx'
import { periodDates, periodName } from '../period-name.ts'
import { arePlansMixed, periodPath, type ReportPeriod, sendPath, submissionPath, useReportPeriods } from '../report-periods.ts'
import { useStaff } from '../staff.ts'
import { unitName } from '../words.ts'
import '../part/rows.css'

export function Submissions() {
  const t = useWords()
  const { commune, role, home, identity, may } = useMe()
  const mayRead = may('read', { kind: 'submission', unit: home, author: identity.account })
  const { query } = useLocation()
  const periods = useReportPeriods()
  const hasData = useHasData()
  const chosen = periods?.find(({ key }) => key === query['period'])
  if (role === 'province' && chosen) return <OfPeriod chosen={chosen} />
  return (
    <Page title={t('submissions.title')} back="/reports" aside={<SyncPill />}>
      {!hasData && <FirstData />}
      {!mayRead && <p class="card">{t('problem.not-allowed')}</p>}
      {mayRead &&
        periods &&
        hasData &&
        (role === 'province' ? <ForProvince periods={periods} /> : commune && <OfCommune commune={commune} periods={periods} />)}
    </Page>
  )
}

function OfCommune({ commune, periods }: { commune: Unit; periods: readonly ReportPeriod[] }) {
  const t = useWords()
  const { mayMake } = useMe()
  const own = periods.map((one) => ({ ...one, submissions: one.submissions.filter(({ data }) => data.unit === commune.id) }))
  return (
    <>
      {own.length === 0 ? (
        <p class="card">{t('submissions.none')}</p>
      ) : (
        <ul class="card rows">
          {own.map((one) => (
            <li key={one.key}>
              <PeriodRow one={one} isPlanTold={arePlansMixed(own)} />
            </li>
          ))}
        </ul>
      )}
      {mayMake('submission') && <AnotherPeriod periods={own} />}
    </>
  )
}

function PeriodRow({ one: { period, programme, plan, before, submissions }, isPlanTold }: { one: ReportPeriod; isPlanTold: boolean }) {
  const t = useWords()
  const today = useToday()
  const sent = currentOf(submissions)
  const standing = standingOf(sent?.data.state, before, today)
  return (
    <a class="row" href={sent ? submissionPath(sent.id) : sendPath(programme, period)}>
      <span class="row-main">{periodName(period, t)}</span>
      <span class="hint row-sub">
        {periodDates(period, t)}
        <br />
        {isPlanTold && plan !== undefined && (
          <>
            {plan}
            <br />
          </>
        )}
        <DueLine before={before} isSent={!isWithCommune(standing)} isOfPlan={programme !== undefined} />
        {submissions.length > 1 && (
          <>
            <br />
            {t('submissions.twice', { count: submissions.length })}
          </>
        )}
      </span>
      <StandingBadge standing={standing} />
    </a>
  )
}

/** For what no plan's calendar names. */
function AnotherPeriod({ periods }: { periods: readonly ReportPeriod[] }) {
  const t = useWords()
  const today = useToday()
  const { preferences } = useApp()
  const [period, setPeriod] = useState<RegularPeriod>(() => periodOf(preferences.periodRule.value, 'quarter', today))
  const known = periods.find((one) => one.period.from === period.from && one.period.to === period.to)
  const sent = known && currentOf(known.submissions)
  return (
    <>
      <h2>{t('submissions.another')}</h2>
      <PeriodPicker period={period} onChange={setPeriod} />
      <a class="button start" href={sent ? submissionPath(sent.id) : sendPath(known?.programme, period)}>
        <Icon name="file" />
        {t('submissions.look')}
      </a>
    </>
  )
}

function ForProvince({ periods }: { periods: readonly ReportPeriod[] }) {
  const t = useWords()
  const today = useToday()
  const communes = useCommunes()
  if (periods.length === 0) return <p class="card">{t('submissions.none-province')}</p>
  return (
    <ul class="card rows">
      {periods.map((one) => {
        const standings = standingsIn(one, communes, today)
        const counts = inOrder.map((standing) => ({ standing, count: standings.filter((other) => other.standing === standing).length }))
        const told = counts.filter(({ count }) => count > 0)
        return (
          <li key={one.key}>
            <a class="row" href={periodPath(one)}>
              <span class="row-main">{periodName(one.period, t)}</span>
              <span class="hint row-sub">
                {periodDates(one.period, t)}
                <br />
                {arePlansMixed(periods) && one.plan !== undefined && (
                  <>
                    {one.plan}
                    <br />
                  </>
                )}
                {told.map(({ standing, count }, place) => (
                  <Fragment key={standing}>
                    {place > 0 && ' · '}
                    {standing === 'waiting' ? <b>{t('submissions.count.waiting', { count })}</b> : t(`submissions.count.${standing}`, { count })}
                  </Fragment>
                ))}
              </span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

function OfPeriod({ chosen }: { chosen: ReportPeriod }) {
  const t = useWords()
  const today = useToday()
  const { home } = useMe()
  const communes = useCommunes()
  const completeness = useCompleteness(home, chosen.period)
  const standings = standingsIn(chosen, communes, today)
  return (
    <Page title={periodName(chosen.period, t)} back="/submissions" aside={<SyncPill />}>
      <section class="card">
        <p>{t('submission.period', { dates: periodDates(chosen.period, t) })}</p>
        <p>
          <DueLine before={chosen.before} isSent={standings.every(({ standing }) => !isWithCommune(standing))} isOfPlan={chosen.programme !== undefined} />
        </p>
        {completeness && (
          <>
            <p>{t('completeness.communes', { heard: completeness.heard, of: completeness.of })}</p>
            <SilentPhones silent={completeness.silent} />
          </>
        )}
      </section>
      {inOrder.map((standing) => (
        <Group key={standing} standing={standing} communes={standings.filter((one) => one.standing === standing)} />
      ))}
    </Page>
  )
}

function Group({ standing, communes }: { standing: Standing; communes: readonly CommuneStanding[] }) {
  const t = useWords()
  const staff = useStaff()
  if (communes.length === 0) return null
  return (
    <section class="card">
      <h2>{t(`submissions.count.${standing}`, { count: communes.length })}</h2>
      <ul class="rows">
        {communes.map(({ commune, sent }) => (
          <li key={commune.id}>
            <a class="row" href={sent ? submissionPath(sent.id) : `/area/${commune.id}`}>
              <span class="row-main">{unitName(commune, t)}</span>
              <StandingBadge standing={standing} />
            </a>
            {isWithCommune(standing) && <CallLine staff={staff?.get(commune.id)} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
