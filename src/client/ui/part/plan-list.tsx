// The plans that come with the app: each with its document, the area it was made for, and how much in it is doubtful.

import type { Pack } from '../../../programme/pack.ts'
import { formatDate } from '../../../text/format.ts'
import { useApp, useWords } from '../context.ts'
import { newPath } from '../record-path.ts'
import './rows.css'

export function PlanList({ plans }: { plans: readonly Pack[] }) {
  const t = useWords()
  const language = useApp().preferences.language.value
  return (
    <ul class="rows">
      {plans.map(({ id, name, document: { number, date }, areas, doubts }) => (
        <li key={id}>
          <a class="row" href={`${newPath('programme')}?pack=${id}`}>
            <span class="row-main">{name[language]}</span>
            <span class="hint row-sub">
              {[
                [number, date && formatDate(date)].filter(Boolean).join(', '),
                areas.length === 0 ? t('adopt.whole-country') : t('adopt.made-for', { area: areas.map((area) => area.name).join(', ') }),
                doubts.length > 0 && t('adopt.doubts', { count: doubts.length }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
