// Địa bàn: first who had no session for long, with a message to send; then every unit with what it comes to in the period.

import { useLocation, useRoute } from 'preact-iso'
import type { Figures } from '../../../programme/figures.ts'
import { type Plans, useAdopted } from '../adopted.ts'
import { useArea, useFigures, useLastSessions } from '../area-figures.ts'
import { useAsked } from '../asked-period.ts'
import { useWords } from '../context.ts'
import { AreaTable } from '../part/area-table.tsx'
import { AsOf } from '../part/as-of.tsx'
import { FirstData, useHasData } from '../part/first-data.tsx'
import { Page } from '../part/page.tsx'
import { PeriodPicker } from '../part/period-picker.tsx'
import { PrintFoot } from '../part/print-foot.tsx'
import { QuietList } from '../part/quiet-list.tsx'
import { SyncPill } from '../part/sync-pill.tsx'

export function AreaPage() {
  const t = useWords()
  const area = useArea()
  const hasData = useHasData()
  const plans = useAdopted(area)
  const figures = useFigures(area)
  const last = useLastSessions()
  return (
    <Page title={t('tab.area')} aside={<SyncPill />}>
      {!hasData && <FirstData />}
      {plans && figures && last && <Lists plans={plans} figures={figures} last={last} />}
    </Page>
  )
}

interface ListsProps {
  plans: Plans
  figures: Figures
  last: ReadonlyMap<string, string>
}

function Lists({ plans, figures, last }: ListsProps) {
  const t = useWords()
  const { route } = useLocation()
  const { path, query } = useRoute()
  const asked = useAsked(plans)
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
      {isWhole && <PeriodPicker brief period={asked.period} onChange={asked.choosePeriod} />}
      {isWhole ? (
        <AreaTable figures={figures} area={figures.area} asked={asked} last={last} />
      ) : (
        <QuietList figures={figures} last={last} query={asked.query} />
      )}
      <AsOf asOf={figures.asOf} />
      <PrintFoot period={asked.period} asOf={figures.asOf} />
    </div>
  )
}
