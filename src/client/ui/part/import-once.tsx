// What the file leaves open, told once for all lines that do not say it.

import { useState } from 'preact/hooks'
import { problem } from '../../../model/problem.ts'
import type { ListName } from '../../import/session-sheet.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { fieldProblem } from '../field-problem.ts'
import { type ColumnName, columnLabel, type Importable, type Told } from '../importing.ts'
import { codesOf } from '../importing-sessions.ts'
import { unitName } from '../words.ts'
import { DateInput } from './date-field.tsx'
import { Field } from './field.tsx'

interface OnceProps {
  importable: Importable
  names: readonly ColumnName[]
  told: Told
  onTold: (told: Told) => void
}

export function ImportOnce({ importable, names, told, onTold }: OnceProps) {
  const t = useWords()
  // While she types, two digits are no mistake yet.
  const [isLeft, setLeft] = useState(false)
  const yearError = (typed = '') =>
    isLeft && typed.trim() !== '' && !isYear(typed) ? fieldProblem(t, importable.kind, problem('not-a-count', ['year'])) : undefined
  return (
    <section class="card">
      <h2>{t('import.for-all')}</h2>
      {names.map((name) => {
        const label = columnLabel(t, importable.kind, name)
        const tell = (value: string | undefined) => onTold({ ...told, [name]: value })
        const as = importable.once[name]
        return as === 'date' ? (
          <Field key={name} id={`once-${name}-date`} label={label}>
            <DateInput id={`once-${name}`} label={label} value={told[name]} onChange={tell} />
          </Field>
        ) : (
          <Field key={name} id={`once-${name}`} label={label} error={as === 'year' ? yearError(told[name]) : undefined}>
            {as === 'list' || as === 'commune' ? (
              <Choose importable={importable} name={name} value={told[name]} onChoose={tell} />
            ) : (
              <input
                id={`once-${name}`}
                class="input"
                type="text"
                inputMode={as === 'year' ? 'numeric' : 'text'}
                autocomplete="off"
                value={told[name] ?? ''}
                onInput={(event) => tell(event.currentTarget.value)}
                onBlur={() => setLeft(true)}
              />
            )}
          </Field>
        )
      })}
    </section>
  )
}

const isYear = (typed: string): boolean => /^\d{4}$/.test(typed.trim())

interface ChooseProps {
  importable: Importable
  name: ColumnName
  value: string | undefined
  onChoose: (code: string) => void
}

function Choose({ importable, name, value, onChoose }: ChooseProps) {
  const t = useWords()
  const { communes } = useApp().units.value
  const { mayMake } = useMe()
  const options =
    importable.once[name] === 'commune'
      ? communes.filter(({ id }) => mayMake(importable.kind, id)).map((commune): [string, string] => [commune.id, unitName(commune, t)])
      : codesOf(name as ListName, t) // only lists are chosen from
  return (
    <select id={`once-${name}`} class="input" value={value ?? ''} onChange={(event) => onChoose(event.currentTarget.value)}>
      <option value="">{t('import.choose-one')}</option>
      {options.map(([code, word]) => (
        <option key={code} value={code}>
          {word}
        </option>
      ))}
    </select>
  )
}
