// What in a period's records should be looked at before its figures go anywhere: how much there is, and the way to it.

import type { Dates } from '../../../programme/period.ts'
import { useWords } from '../context.ts'
import { useFindings } from '../findings.ts'
import { Icon } from './icon.tsx'

export function OpenFindings({ period }: { period: Dates }) {
  const t = useWords()
  const found = useFindings(period)
  if (!found) return <p class="hint">{t('quality.looking')}</p>
  if (found.open.length === 0) return <p>{t('quality.none')}</p>
  return (
    <a class="button start" href={`/quality?from=${period.from}&to=${period.to}`}>
      <Icon name="search" />
      {t('submission.findings', { count: found.open.length })}
    </a>
  )
}
