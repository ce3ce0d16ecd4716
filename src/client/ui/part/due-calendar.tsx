// The days on which reports are owed, for the phone's own calendar. What has no day is left out.

import { addDays } from '../../../model/civil-date.ts'
import { toCalendar } from '../../report/calendar.ts'
import { useApp, useNow, useWords } from '../context.ts'
import { periodName } from '../period-name.ts'
import type { DueReport } from '../report-dues.ts'
import { Icon } from './icon.tsx'

export function DueCalendar({ dues }: { dues: readonly DueReport[] }) {
  const t = useWords()
  const now = useNow()
  const { outlet, identity } = useApp()
  const practice = identity.value?.scope.practice === true
  const dated = dues.flatMap(({ key, before, name, period, programmeName }) => {
    if (before === undefined) return []
    const title = `${practice ? `${t('practice.column')}: ` : ''}${name}, ${periodName(period, t)}`
    // "Before" a day means that the day before is the last in time.
    return [{ id: key.replace(/[^a-z0-9-]+/g, '-'), date: addDays(before, -1), title, place: '', about: programmeName, version: 0 }]
  })
  if (dated.length === 0) return null
  return (
    <div class="stack">
      <button
        type="button"
        class="button"
        onClick={() =>
          outlet.download(`${practice ? 'dien-tap-' : ''}han-bao-cao.ics`, new Blob([toCalendar(dated, now)], { type: 'text/calendar;charset=utf-8' }))
        }
      >
        <Icon name="file" />
        {t('report.calendar', { count: dated.length })}
      </button>
      <p class="hint">{t('report.calendar-how')}</p>
    </div>
  )
}
