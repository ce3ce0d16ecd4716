// The month of a commune on paper: one page to print and sign, and the same as a text for Zalo or a file of its records.

import { useState } from 'preact/hooks'
import { standingOn, type Unit } from '../../../model/unit.ts'
import { periodOf, type RegularPeriod } from '../../../programme/period.ts'
import { monthReport } from '../../report/month.ts'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { useCoverage } from '../coverage.ts'
import { FirstData, useHasData } from '../part/first-data.tsx'
import { MonthActions } from '../part/month-actions.tsx'
import { MonthPaper } from '../part/month-paper.tsx'
import { Page } from '../part/page.tsx'
import { PeriodPicker } from '../part/period-picker.tsx'

export function MonthPage() {
  const t = useWords()
  const today = useToday()
  const { commune, role } = useMe()
  const { preferences } = useApp()
  const [period, setPeriod] = useState(() => periodOf(preferences.periodRule.value, 'month', today))
  return (
    <Page title={t('month.title')} back={role === 'official' ? '/reports' : '/'} paper>
      <PeriodPicker period={period} onChange={setPeriod} />
      {commune ? <Month commune={commune} period={period} /> : <p class="card">{t('coverage.no-commune')}</p>}
    </Page>
  )
}

function Month({ commune, period }: { commune: Unit; period: RegularPeriod }) {
  const { units } = useApp()
  const now = useCoverage(commune.id, period)
  const hasData = useHasData()
  if (!hasData) return <FirstData />
  if (!now) return null
  const villages = units.value.villagesOf(commune.id, period.to).map(({ id }) => id)
  const report = monthReport(now.figures, now.sessions, villages, (unit) => standingOn(unit, period.to, units.value.lookup) ?? unit)
  return (
    <>
      <MonthActions commune={commune} period={period} report={report} now={now} />
      <MonthPaper commune={commune} period={period} report={report} now={now} />
    </>
  )
}
