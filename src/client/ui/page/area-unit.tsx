// One unit of an area: twelve months of sessions, who came, the newest session, and the records behind it.

import { useRoute } from 'preact-iso'
import { isValidOn, isWithin, type Unit } from '../../../model/unit.ts'
import { lastWithin, sumsOf } from '../../../programme/area.ts'
import type { Figures } from '../../../programme/figures.ts'
import { formatDate } from '../../../text/format.ts'
import { useMe } from '../actor.ts'
import { type Plans, useAdopted } from '../adopted.ts'
import { useArea, useFigures, useLastSessions } from '../area-figures.ts'
import { useAsked } from '../asked-period.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { AreaTable } from '../part/area-table.tsx'
import { AsOf } from '../part/as-of.tsx'
import { FirstData, useHasData } from '../part/first-data.tsx'
import { Icon } from '../part/icon.tsx'
import { MessageButton } from '../part/message-button.tsx'
import { MonthColumns } from '../part/month-columns.tsx'
import { Page } from '../part/page.tsx'
import { PeopleCard } from '../part/people-card.tsx'
import { PeriodPicker } from '../part/period-picker.tsx'
import { PrintFoot } from '../part/print-foot.tsx'
import { UnitPast } from '../part/unit-past.tsx'
import { UnitSessions } from '../part/unit-sessions.tsx'
import { WhomToCall } from '../part/whom-to-call.tsx'
import { useStaff } from '../staff.ts'
import { unitName } from '../words.ts'

const BACK = '/area?list=all'

export function AreaUnit() {
  const t = useWords()
  const { params } = useRoute()
  const { units } = useApp()
  const area = useArea()
  const { lookup } = units.value
  const unit = lookup(params['id'] ?? '')
  if (!unit || !isWithin(unit.id, area, lookup)) {
    return (
      <Page title={t('not-found.title')} back={BACK}>
        <p class="card">{t('unit.unknown')}</p>
      </Page>
    )
  }
  return <Known unit={unit} area={area} />
}

function Known({ unit, area }: { unit: Unit; area: string }) {
  const t = useWords()
  const hasData = useHasData()
  const plans = useAdopted(area)
  const figures = useFigures(area)
  const last = useLastSessions()
  return (
    <Page title={unitName(unit, t)} back={BACK}>
      {!hasData && <FirstData />}
      {plans && figures && last && <Detail unit={unit} plans={plans} figures={figures} last={last} />}
    </Page>
  )
}

interface DetailProps {
  unit: Unit
  plans: Plans
  figures: Figures
  last: ReadonlyMap<string, string>
}

function Detail({ unit, plans, figures, last }: DetailProps) {
  const t = useWords()
  const today = useToday()
  const { mayMake } = useMe()
  const asked = useAsked(plans)
  const { plan, period } = asked
  const staff = useStaff()
  const newest = lastWithin(figures, last, unit.id)
  const sums = sumsOf(figures, unit.id, period)
  return (
    <div class="stack figures-paper">
      <section class="card">
        <p class="told-share">{newest === undefined ? t('coverage.never') : t('area.newest', { date: formatDate(newest) })}</p>
        {staff && <WhomToCall staff={staff.get(unit.id)} />}
        <div class="line no-print">
          <MessageButton name={unitName(unit, t)} last={newest} asOf={figures.asOf} />
          {unit.level === 'village' && isValidOn(unit, today) && mayMake('session', unit.id) && (
            <a class="button" href={`/session/new?village=${unit.id}`}>
              <Icon name="plus" />
              {t('tab.log')}
            </a>
          )}
        </div>
      </section>
      <UnitPast unit={unit} />
      <MonthColumns figures={figures} unit={unit} rule={plan.rule} until={today} />
      <PeriodPicker brief period={period} onChange={asked.choosePeriod} />
      <PeopleCard sums={sums} />
      {unit.level === 'commune' && <AreaTable figures={figures} area={unit.id} asked={asked} last={last} />}
      <UnitSessions unit={unit} period={period} counted={sums?.sessions} />
      <AsOf asOf={figures.asOf} />
      <PrintFoot period={period} asOf={figures.asOf} />
    </div>
  )
}
