// To when the figures on a screen run, and what of this phone's own is in them.

import { formatMoment } from '../../../text/format.ts'
import { useOpenChanges } from '../area-figures.ts'
import { useNow, useWords } from '../context.ts'

export function AsOf({ asOf }: { asOf: number }) {
  const t = useWords()
  const now = useNow()
  const open = useOpenChanges()
  return (
    <p class="hint">
      {t('coverage.as-of', { time: formatMoment(asOf, now) })}
      {open && open.waiting > 0 && ` ${t('overview.with-waiting', { count: open.waiting })}`}
      {open && open.refused > 0 && ` ${t('overview.without-refused', { count: open.refused })}`}
    </p>
  )
}
