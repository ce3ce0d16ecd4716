// Phones that have not sent anything for long: the figure is then at least so much, and whose phones they are is said.

import { formatDate } from '../../../text/format.ts'
import { useWords } from '../context.ts'

export interface SilentPhone {
  /** Whose it is, or what it is called at the office. */
  name: string
  /** Civil date of what it sent last; undefined: it never did. */
  last: string | undefined
}

export function SilentPhones({ phones }: { phones: readonly SilentPhone[] }) {
  const t = useWords()
  if (phones.length === 0) return null
  return (
    <div>
      <p>{t('overview.at-least', { count: phones.length })}</p>
      <ul>
        {phones.map(({ name, last }) => (
          <li key={name} class="hint">
            {last === undefined ? t('overview.silent-ever', { name }) : t('overview.silent-since', { name, date: formatDate(last) })}
          </li>
        ))}
      </ul>
    </div>
  )
}
