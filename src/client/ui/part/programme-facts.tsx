// What an adopted programme is about: its document and its indicators, in its own words.

import { formatDate } from '../../../text/format.ts'
import { useApp, useWords } from '../context.ts'
import { documentOf, indicatorName, indicatorsOf } from '../pack-words.ts'

export function ProgrammeFacts({ pack }: { pack: Record<string, unknown> }) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const { number, date, issuer } = documentOf(pack)
  const indicators = indicatorsOf(pack)
  const told = [number, date && formatDate(date), issuer].filter(Boolean).join(' · ')
  return (
    <>
      {told && (
        <div>
          <h3>{t('programme.document')}</h3>
          <p>{told}</p>
        </div>
      )}
      {indicators.length > 0 && (
        <div>
          <h3>{t('programme.indicators')}</h3>
          <ul class="stack">
            {indicators.map(({ id }) => (
              <li key={id}>{indicatorName(pack, id, language)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
