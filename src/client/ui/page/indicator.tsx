// One indicator, opened: the figure once more, its last periods, and everything that makes it or is missing.

import { useRoute } from 'preact-iso'
import type { Figures } from '../../../programme/figures.ts'
import { evaluate } from '../../../programme/indicator.ts'
import { type AdoptedIndicator, type Plans, useAdopted } from '../adopted.ts'
import { useArea, useFigures } from '../area-figures.ts'
import { type Asked, useAsked } from '../asked-period.ts'
import { useCompleteness } from '../completeness.ts'
import { useWords } from '../context.ts'
import { AsOf } from '../part/as-of.tsx'
import { FirstData, useHasData } from '../part/first-data.tsx'
import { IndicatorCard } from '../part/indicator-card.tsx'
import { IndicatorMonths } from '../part/indicator-months.tsx'
import { IndicatorPlaces } from '../part/indicator-places.tsx'
import { IndicatorUnits } from '../part/indicator-units.tsx'
import { Page } from '../part/page.tsx'
import { PeriodPicker } from '../part/period-picker.tsx'
import { PrintFoot } from '../part/print-foot.tsx'
import { RecordsBehind } from '../part/records-behind.tsx'
import { Trend } from '../part/trend.tsx'

export function IndicatorPage() {
  const t = useWords()
  const { params } = useRoute()
  const area = useArea()
  const hasData = useHasData()
  const plans = useAdopted(area)
  const figures = useFigures(area)
  return (
    <Page title={t('overview.indicator', { id: params['id'] ?? '' })} back="/">
      {!hasData && <FirstData />}
      {plans && figures && <Opened id={params['id'] ?? ''} plans={plans} figures={figures} />}
    </Page>
  )
}

function Opened({ id, plans, figures }: { id: string; plans: Plans; figures: Figures }) {
  const t = useWords()
  const asked = useAsked(plans)
  const indicator = asked.plan.indicators.find((one) => one.id === id)
  if (!indicator) return <p class="card">{t('overview.no-indicator')}</p>
  return <Known indicator={indicator} asked={asked} figures={figures} />
}

function Known({ indicator, asked: { period, query, choosePeriod }, figures }: { indicator: AdoptedIndicator; asked: Asked; figures: Figures }) {
  const reading = evaluate(indicator, figures, period)
  const completeness = useCompleteness(figures.area, period)
  const made = { indicator, reading, figures, period }
  return (
    <div class="stack figures-paper">
      <PeriodPicker brief period={period} onChange={choosePeriod} />
      <IndicatorCard indicator={indicator} reading={reading} silent={completeness?.silent} />
      {!reading.totals && <Trend indicator={indicator} figures={figures} period={period} />}
      <IndicatorUnits {...made} query={query} />
      <IndicatorMonths {...made} />
      <IndicatorPlaces {...made} query={query} />
      <RecordsBehind {...made} />
      <AsOf asOf={figures.asOf} />
      <PrintFoot period={period} asOf={figures.asOf} />
    </div>
  )
}
