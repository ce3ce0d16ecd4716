// One unit of an area: twelve months of sessions, who came, the newest session, and the records behind it.

import { useRoute } from 'preact-iso'
import { isValidOn, isWithin, type Unit } from '../../../model/unit.ts'
import { lastWithin, sumsOf } from '../../../programme/area.ts'
import { formatDate } from '../../../text/format.ts'
import { useMe } from '../actor.ts'
import { type Plans, useAdopted } from '../adopted.ts'
import { useArea, useLastSessions } from '../area-figures.ts'
import { useAsked } from '../asked-period.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { useFiguresFor } from '../figures-for.ts'
import { AreaTable } from '../part/area-table.tsx'
import { AsOf } from '../part/as-of.tsx'
import { AskedPeriodPicker } from '../part/asked-period-picker.tsx'
import { ByDay } from '../part/by-day.tsx'
import { FirstData, useHasData } from '../part/first-data.tsx'
import { Icon } from '../part/icon.tsx'
import { MessageButton } from '../part/message-button.tsx'
import { MonthColumns } from '../part/month-columns.tsx'
import { Page } from '../part/page.tsx'
import { PeopleCard } from '../part/people-card.tsx'
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
  const last = useLastSessions()
  return (
    <Page title={unitName(unit, t)} back={BACK}>
      {!hasData && <FirstData />}
      {plans && last && <Detail unit={unit} area={area} plans={plans} last={last} />}
    </Page>
  )
}

interface DetailProps {
  unit: Unit
  area: string
  plans: Plans
  last: ReadonlyMap<string, string>
}

function Detail({ unit, area, plans, last }: DetailProps) {
  const t = useWords()
  const today = useToday()
  const { mayMake, role } = useMe()
  const asked = useAsked(plans)
  const { plan, period } = asked
  const staff = useStaff()
  const told = useFiguresFor(area, period)
  if (!told) return null
  const { figures } = told
  const newest = lastWithin(told.sums, last, unit.id)
  const sums = figures && sumsOf(figures, unit.id, period)
  return (
    <div class="stack figures-paper">
      <section class="card">
        <p class="told-share">{newest === undefined ? t('coverage.never') : t('area.newest', { date: formatDate(newest) })}</p>
        {staff && <WhomToCall staff={staff.get(unit.id)} />}
        <div class="line no-print">
          <MessageButton name={unitName(unit, t)} last={newest} asOf={told.sums.asOf} />
          {unit.level === 'village' && isValidOn(unit, today) && mayMake('session', unit.id) && (
            <a class="button" href={`/session/new?village=${unit.id}`}>
              <Icon name="plus" />
              {t('tab.log')}
            </a>
          )}
        </div>
      </section>
      <UnitPast unit={unit} />
      <MonthColumns figures={told.sums} unit={unit} rule={plan.rule} until={today} />
      <AskedPeriodPicker period={period} rule={plan.rule} free={role !== 'observer'} onChange={asked.choosePeriod} />
      {figures ? <PeopleCard sums={sums} /> : <ByDay {...told} />}
      {figures && unit.level === 'commune' && <AreaTable figures={figures} area={unit.id} asked={asked} last={last} />}
      <UnitSessions unit={unit} period={period} sums={sums} />
      <AsOf asOf={told.sums.asOf} />
      <PrintFoot period={period} asOf={told.sums.asOf} />
    </div>
  )
}
