// One indicator, opened: the figure once more, its last periods, and everything that makes it or is missing.

import { useRoute } from 'preact-iso'
import type { Figures } from '../../../programme/figures.ts'
import { lockedReading } from '../../../programme/locked-reading.ts'
import { useMe } from '../actor.ts'
import { type AdoptedIndicator, type Plans, useAdopted } from '../adopted.ts'
import { useArea } from '../area-figures.ts'
import { type Asked, useAsked } from '../asked-period.ts'
import { useCompleteness } from '../completeness.ts'
import { useWords } from '../context.ts'
import { useFiguresFor } from '../figures-for.ts'
import { useLockRecords } from '../lock-records.ts'
import { AsOf } from '../part/as-of.tsx'
import { AskedPeriodPicker } from '../part/asked-period-picker.tsx'
import { ByDay } from '../part/by-day.tsx'
import { FirstData, useHasData } from '../part/first-data.tsx'
import { IndicatorCard } from '../part/indicator-card.tsx'
import { IndicatorMonths } from '../part/indicator-months.tsx'
import { IndicatorPlaces } from '../part/indicator-places.tsx'
import { IndicatorUnits } from '../part/indicator-units.tsx'
import { Page } from '../part/page.tsx'
import { PrintFoot } from '../part/print-foot.tsx'
import { RecordsBehind } from '../part/records-behind.tsx'
import { Trend } from '../part/trend.tsx'

export function IndicatorPage() {
  const t = useWords()
  const { params } = useRoute()
  const area = useArea()
  const hasData = useHasData()
  const plans = useAdopted(area)
  return (
    <Page title={t('overview.indicator', { id: params['id'] ?? '' })} back="/">
      {!hasData && <FirstData />}
      {plans && <Opened id={params['id'] ?? ''} plans={plans} area={area} />}
    </Page>
  )
}

function Opened({ id, plans, area }: { id: string; plans: Plans; area: string }) {
  const t = useWords()
  const asked = useAsked(plans)
  const { plan, period, choosePeriod } = asked
  const told = useFiguresFor(area, period)
  const { role } = useMe()
  const indicator = plan.indicators.find((one) => one.id === id)
  if (!told) return null
  if (!indicator) return <p class="card">{t('overview.no-indicator')}</p>
  return (
    <div class="stack figures-paper">
      <AskedPeriodPicker period={period} rule={plan.rule} free={role !== 'observer'} onChange={choosePeriod} />
      {told.figures ? <Known indicator={indicator} asked={asked} figures={told.figures} sums={told.sums} /> : <ByDay {...told} />}
    </div>
  )
}

interface KnownProps {
  indicator: AdoptedIndicator
  asked: Asked
  figures: Figures
  sums: Figures
}

function Known({ indicator, asked: { plan, period, query }, figures, sums }: KnownProps) {
  const completeness = useCompleteness(figures.area, period)
  const locks = useLockRecords(plan.id)
  if (!locks) return null
  const { reading, now } = lockedReading(indicator, figures, period, locks)
  // What it opens into is there now.
  const made = { indicator, reading: now ?? reading, figures, period }
  return (
    <>
      <IndicatorCard indicator={indicator} reading={reading} now={now} silent={completeness?.silent} />
      {!reading.totals && period.kind !== 'dates' && <Trend indicator={indicator} figures={sums} period={period} locks={locks} />}
      <IndicatorUnits {...made} query={query} />
      <IndicatorMonths {...made} />
      <IndicatorPlaces {...made} query={query} />
      <RecordsBehind {...made} />
      <AsOf asOf={figures.asOf} />
      <PrintFoot period={period} asOf={figures.asOf} />
    </>
  )
}
