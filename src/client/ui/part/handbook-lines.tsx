// The lines of a handbook entry, what to say set apart, and below them where they are from.

import { isDate } from '../../../model/civil-date.ts'
import { formatDate } from '../../../text/format.ts'
import { useApp, useWords } from '../context.ts'
import type { HandbookText } from '../handbook/items.ts'
import './handbook.css'

export function HandbookLines({ text, withTitle }: { text: HandbookText; withTitle?: boolean }) {
  const t = useWords()
  const { preferences } = useApp()
  const { title, lines, source, sourceDate, isVietnamese } = text
  const lang = isVietnamese && preferences.language.value !== 'vi' ? 'vi' : undefined
  const date = sourceDate !== undefined && isDate(sourceDate) ? ` · ${formatDate(sourceDate)}` : ''
  return (
    <>
      {withTitle && <h3 lang={lang}>{title}</h3>}
      <ul class="handbook-lines" lang={lang}>
        {lines.map((line, place) => (
          <li key={place} class={isSaid(line) ? 'said' : undefined}>
            {line}
          </li>
        ))}
      </ul>
      <p class="hint">
        {t('handbook.source')}:{' '}
        <span lang={lang}>
          {source}
          {date}
        </span>
      </p>
    </>
  )
}

/** Something to say stands in quotation marks, of whichever keyboard. */
const isSaid = (line: string): boolean => /^["“”]/.test(line)
