// A record as label and value, drawn from its kind: what was entered and nothing else.

import { isDate } from '../../../model/civil-date.ts'
import { columnsOf, columnValue } from '../../../model/columns.ts'
import { id } from '../../../model/id.ts'
import type { Fields } from '../../../model/record.ts'
import type { KindName } from '../../../model/registry.ts'
import { formatDate, formatNumber } from '../../../text/format.ts'
import { translateDynamic } from '../../../text/translate.ts'
import { useApp, useWords } from '../context.ts'
import { useSay } from '../say.ts'
import { fieldLabel, termName, unitName } from '../words.ts'
import './facts.css'

interface FactsProps {
  kind: KindName
  fields: Fields
  /** Fields shown elsewhere on the screen. */
  except?: readonly string[]
}

export function Facts({ kind, fields, except = [] }: FactsProps) {
  const t = useWords()
  const { units, preferences } = useApp()
  const said = useSay()
  const language = preferences.language.value
  const shown = columnsOf(kind).filter(({ field }) => !except.includes(field) && fields[field] !== undefined)
  return (
    <dl class="facts">
      {shown.map((column) => {
        const value = columnValue(fields, column)
        if (value === undefined) return null
        const path = column.part === '' ? [column.field] : [column.field, column.part]
        return (
          <div key={path.join()}>
            <dt>{fieldLabel(t, kind, path)}</dt>
            <dd>{say(value, column.terms)}</dd>
          </div>
        )
      })}
    </dl>
  )

  function say(value: unknown, terms: string | undefined): string {
    if (Array.isArray(value)) return value.map((one) => say(one, terms)).join(', ')
    if (typeof value === 'number') return formatNumber(value, language)
    if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no')
    const text = String(value)
    if (terms) return said?.term(terms, text) ?? termName(t, terms, text)
    if (isDate(text)) return formatDate(text)
    const unit = units.value.lookup(text)
    if (unit) return unitName(unit, t)
    if (id.safeParse(text).success) return said?.record(text) ?? ''
    return translateDynamic(t, `part.${kind === 'session' ? 'counts' : 'statuses'}.${text}`, text)
  }
}
