// A record as label and value, drawn from its kind: what was entered and nothing else.

import type { Fields } from '../../../model/record.ts'
import type { KindName } from '../../../model/registry.ts'
import { useFactRows } from '../fact-rows.ts'
import './facts.css'

interface FactsProps {
  kind: KindName
  fields: Fields
  /** Fields shown elsewhere on the screen. */
  except?: readonly string[]
}

export function Facts({ kind, fields, except = [] }: FactsProps) {
  const { rowsOf } = useFactRows()
  const shown = Object.fromEntries(Object.entries(fields).filter(([name]) => !except.includes(name)))
  return (
    <dl class="facts">
      {rowsOf(kind, shown).map(({ key, label, text }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
