// Địa bàn: first who had no session for long, with a message to send; then every unit with what it comes to in the period.

import { useLocation, useRoute } from 'preact-iso'
import { useMe } from '../actor.ts'
import { type Plans, useAdopted } from '../adopted.ts'
import { useArea, useLastSessions } from '../area-figures.ts'
import { useAsked } from '../asked-period.ts'
import { useWords } from '../context.ts'
import { useFiguresFor } from '../figures-for.ts'
import { AreaTable } from '../part/area-table.tsx'
import { AsOf } from '../part/as-of.tsx'
import { AskedPeriodPicker } from '../part/asked-period-picker.tsx'
import { ByDay } from '../part/by-day.tsx'
import { FirstData, useHasData } from '../part/first-data.tsx'
import { Page } from '../part/page.tsx'
import { PrintFoot } from '../part/print-foot.tsx'
import { QuietList } from '../part/quiet-list.tsx'
import { SyncPill } from '../part/sync-pill.tsx'

export function AreaPage() {
  const t = useWords()
  const area = useArea()
  const hasData = useHasData()
  const plans = useAdopted(area)
  const last = useLastSessions()
  return (
    <Page title={t('tab.area')} aside={<SyncPill />}>
      {!hasData && <FirstData />}
      {plans && last && <Lists plans={plans} area={area} last={last} />}
    </Page>
  )
}

interface ListsProps {
  plans: Plans
  area: string
  last: ReadonlyMap<string, string>
}

function Lists({ plans, area, last }: ListsProps) {
  const t = useWords()
  const { route } = useLocation()
  const { path, query } = useRoute()
  const asked = useAsked(plans)
  const { role } = useMe()
  const told = useFiguresFor(area, asked.period)
  if (!told) return null
  const { sums, figures } = told
  const isWhole = query['list'] === 'all'
  const show = (list: string) => route(`${path}?${new URLSearchParams({ ...query, list })}`, true)
  return (
    <div class="stack figures-paper">
      <div class="chips no-print">
        <button type="button" class="chip" aria-pressed={!isWhole} onClick={() => show('quiet')}>
          {t('coverage.missing-title')}
        </button>
        <button type="button" class="chip" aria-pressed={isWhole} onClick={() => show('all')}>
          {t('area.all')}
        </button>
      </div>
      {isWhole && <AskedPeriodPicker period={asked.period} rule={asked.plan.rule} free={role !== 'observer'} onChange={asked.choosePeriod} />}
      {!isWhole && <QuietList figures={sums} last={last} query={asked.query} />}
      {isWhole && figures && <AreaTable figures={figures} area={area} asked={asked} last={last} />}
      {isWhole && !figures && <ByDay {...told} />}
      <AsOf asOf={sums.asOf} />
      <PrintFoot period={asked.period} asOf={sums.asOf} />
    </div>
  )
}
