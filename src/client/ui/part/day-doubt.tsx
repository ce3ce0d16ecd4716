// What may be wrong with the day of a session that is being entered: midnight passed since, or the phone lives in another
// year and nobody has told it better yet. It says so and changes nothing.

import { useState } from 'preact/hooks'
import { UNITS_SINCE } from '../../../model/unit.ts'
import { formatDate } from '../../../text/format.ts'
import { useWords } from '../context.ts'
import { Icon } from './icon.tsx'
import './fold.css'

export function DayDoubt({ date, today }: { date: string | undefined; today: string }) {
  const t = useWords()
  const [begunOn] = useState(today)
  const doubt = doubtOf()
  if (!doubt) return null
  return (
    <p class="day-doubt">
      <Icon name="alert" />
      {doubt}
    </p>
  )

  function doubtOf(): string | undefined {
    // No place of today was there yet: whoever saves would be told that there is no such village.
    if (today < UNITS_SINCE) return t('log.year-odd', { year: today.slice(0, 4) })
    return date === begunOn && begunOn < today ? t('log.day-passed', { date: formatDate(date) }) : undefined
  }
}
