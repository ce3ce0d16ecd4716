// Tổng quan: how an area stands against its plan, each indicator with what it stands on; before that what this person has to do.

import { useMemo } from 'preact/hooks'
import { sumsOf } from '../../../programme/area.ts'
import type { Figures } from '../../../programme/figures.ts'
import { type Locks, lockedReading } from '../../../programme/locked-reading.ts'
import { useMe } from '../actor.ts'
import { type Plans, useAdopted } from '../adopted.ts'
import { useArea } from '../area-figures.ts'
import { type Asked, useAsked } from '../asked-period.ts'
import { useCompleteness } from '../completeness.ts'
import { useApp, useWords } from '../context.ts'
import { useFiguresFor } from '../figures-for.ts'
import { useLockRecords } from '../lock-records.ts'
import { unitName } from '../words.ts'
import { AsOf } from './as-of.tsx'
import { AskedPeriodPicker } from './asked-period-picker.tsx'
import { ByDay } from './by-day.tsx'
import { Content } from './content.tsx'
import { FirstData, useHasData } from './first-data.tsx'
import { HeardFrom } from './heard-from.tsx'
import { Icon } from './icon.tsx'
import { IndicatorCard } from './indicator-card.tsx'
import { NextPlan, TodaysPlan } from './next-plan.tsx'
import { NoVillages } from './no-villages.tsx'
import { PeopleCard } from './people-card.tsx'
import { PlanChoice } from './plan-choice.tsx'
import { PrintFoot } from './print-foot.tsx'
import { RepeatLast } from './repeat-last.tsx'
import { SilentPhones } from './silent-phones.tsx'
import { StarredList } from './starred-list.tsx'
import { Waiting } from './waiting.tsx'

export function Overview() {
  const { role } = useMe()
  if (role === 'observer') return <Standing />
  return (
    <>
      <Doing />
      <Standing />
      <div class="stack no-print">
        <TodaysPlan />
        <RepeatLast />
        <StarredList />
        <NextPlan />
      </div>
    </>
  )
}

/** First of all to log a session, one tap away, and what is not at the office yet. */
function Doing() {
  const t = useWords()
  const { mayMake, commune } = useMe()
  return (
    <>
      {mayMake('session') && (
        <a class="button primary wide no-print" href="/session/new">
          <Icon name="plus" />
          {t(commune ? 'log.title' : 'office.log')}
        </a>
      )}
      <Waiting brief />
    </>
  )
}

function Standing() {
  const area = useArea()
  const hasData = useHasData()
  const plans = useAdopted(area)
  if (!hasData) return <FirstData />
  return plans ? <Figured plans={plans} area={area} /> : <Awaited />
}

/** The room of what is being read or asked for: what stands below may not be pushed from under a finger, or out from under the focus. */
const Awaited = () => <div class="awaited" aria-busy="true" />

function Figured({ plans, area }: { plans: Plans; area: string }) {
  const t = useWords()
  const { units } = useApp()
  const { role } = useMe()
  const asked = useAsked(plans)
  const { plan, period } = asked
  const told = useFiguresFor(area, period)
  const locks = useLockRecords(plan.id)
  const completeness = useCompleteness(area, period)
  if (!told || !locks) return <Awaited />
  const { figures, sums } = told
  return (
    <div class="stack figures-paper">
      <h2>{unitName(units.value.lookup(area), t)}</h2>
      {plans.adopted.length > 1 && <PlanChoice plans={plans} asked={asked} />}
      <AskedPeriodPicker period={period} rule={plan.rule} free={role !== 'observer'} onChange={asked.choosePeriod} />
      <AsOf asOf={sums.asOf} />
      {figures && <HeardFrom figures={figures} period={period} />}
      <SilentPhones silent={completeness?.silent} />
      {figures ? <Indicators asked={asked} figures={figures} locks={locks} /> : <ByDay {...told} />}
      {plan.elsewhere.length > 0 && (
        <section class="card">
          <h2>{t('overview.elsewhere')}</h2>
          <ul>
            {plan.elsewhere.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </section>
      )}
      {plans.adopted.length === 1 && <PlanChoice plans={plans} asked={asked} />}
      {figures && <PeopleCard sums={sumsOf(figures, area, period)} />}
      {role === 'observer' ? <p class="hint">{t('overview.observer')}</p> : <Content area={area} period={period} asOf={sums.asOf} />}
      <button type="button" class="button no-print" onClick={() => window.print()}>
        <Icon name="print" />
        {t('month.print')}
      </button>
      <PrintFoot period={period} asOf={sums.asOf} />
    </div>
  )
}

function Indicators({ asked: { plan, period, query }, figures, locks }: { asked: Asked; figures: Figures; locks: Locks }) {
  const t = useWords()
  const readings = useMemo(
    () => plan.indicators.map((indicator) => ({ indicator, ...lockedReading(indicator, figures, period, locks) })),
    [plan, figures, period.from, period.to, locks.submissions],
  )
  return (
    <>
      {readings.some(({ reading }) => reading.flags.includes('not-over')) && <p class="hint">{t('overview.not-over')}</p>}
      {readings.map(({ indicator, reading, now }) => (
        <IndicatorCard key={indicator.id} brief indicator={indicator} reading={reading} now={now} href={`/indicator/${indicator.id}?${query}`}>
          {'none' in reading.value && reading.value.none === 'no villages' && <NoVillages />}
        </IndicatorCard>
      ))}
    </>
  )
}
