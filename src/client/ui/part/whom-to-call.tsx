// Who answers for a unit, with the number to call; that nobody is written down is said, too.

import { useWords } from '../context.ts'
import type { Staff } from '../staff.ts'
import { telephone } from './call-line.tsx'
import { Handset } from './hotline.tsx'

export function WhomToCall({ staff = [] }: { staff: readonly Staff[] | undefined }) {
  const t = useWords()
  if (staff.length === 0) return <p class="hint">{t('call.nobody')}</p>
  return (
    <ul class="stack">
      {staff.map(({ id, data: { name, duty, phone } }) => (
        <li key={id}>
          <p>{[name, duty].filter(Boolean).join(', ')}</p>
          {phone === undefined ? (
            <p class="hint">{t('call.no-number')}</p>
          ) : (
            <a class="button no-print" href={telephone(phone)}>
              <Handset />
              {t('handbook.call', { number: phone })}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}
