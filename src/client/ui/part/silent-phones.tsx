// Phones that were not heard of for more than 14 days: more may lie on them, so what is counted is "at least" so much.

import { formatMoment } from '../../../text/format.ts'
import type { SilentPhones as Silent } from '../completeness.ts'
import { useApp, useNow, useWords } from '../context.ts'
import { unitName } from '../words.ts'
import { Fold } from './fold.tsx'
import './rows.css'

export function SilentPhones({ silent }: { silent: Silent | undefined }) {
  const t = useWords()
  const now = useNow()
  const { units } = useApp()
  if (!silent) return null
  const { phones, at } = silent
  const asOf = t('silent.as-of', { time: formatMoment(at, now) })
  if (phones.length === 0) return <p class="hint">{`${t('silent.none')} ${asOf}`}</p>
  return (
    <Fold title={t('silent.at-least', { count: phones.length })} about={asOf}>
      <ul class="rows">
        {phones.map(({ person, name, unit, contactAt }) => (
          <li key={`${person} ${name} ${contactAt}`} class="row">
            <span class="row-main">{person}</span>
            <span class="hint row-sub">
              {[unitName(units.value.lookup(unit), t), name].filter(Boolean).join(' · ')}
              <br />
              {t('silent.since', { time: formatMoment(contactAt, now) })}
            </span>
          </li>
        ))}
      </ul>
      <p class="hint">{t('silent.what-to-do')}</p>
    </Fold>
  )
}
