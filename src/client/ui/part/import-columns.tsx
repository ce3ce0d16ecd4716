// Which column of the file is which: as it was found by its heading, to be put right by hand; and what the file leaves open, told
// once for all its lines.

import { useState } from 'preact/hooks'
import { type Head, textOf } from '../../import/columns.ts'
import type { Line } from '../../import/line.ts'
import { useWords } from '../context.ts'
import { type ColumnName, columnWord, type Importable, missingColumns, type Told } from '../importing.ts'
import { DateInput } from './date-field.tsx'
import { Field } from './field.tsx'
import { Fold } from './fold.tsx'
import { Icon } from './icon.tsx'

interface ImportColumnsProps {
  importable: Importable
  lines: readonly Line[]
  head: Head<ColumnName>
  onHead: (head: Head<ColumnName>) => void
  told: Told
  onTold: (told: Told) => void
}

export function ImportColumns({ importable, lines, head, onHead, told, onTold }: ImportColumnsProps) {
  const t = useWords()
  const missing = missingColumns(importable, head)
  const [named] = useState(head.at)
  const open = Object.entries(importable.once).filter(([name]) => head.places[name as ColumnName] === undefined) as [ColumnName, 'date' | 'year' | 'text'][]
  const headings = headingsOf(lines, head.at, (n) => t('import.column', { n }))
  return (
    <>
      {missing.length > 0 && <p class="card bad">{t('import.missing-column', { names: missing.map((name) => t(columnWord(name))).join(', ') })}</p>}
      <Fold title={t('import.columns')} about={t('import.columns-about')} open={missing.length > 0}>
        <button type="button" class="chip" aria-pressed={head.at >= 0} onClick={() => onHead({ ...head, at: head.at < 0 ? named : -1 })}>
          {head.at >= 0 && <Icon name="check" />}
          {t('import.has-headings', { line: named + 1 })}
        </button>
        {importable.columns.map(({ name }) => (
          <Field key={name} id={`column-${name}`} label={t(columnWord(name))}>
            <select id={`column-${name}`} class="input" value={String(head.places[name] ?? '')} onChange={(event) => choose(name, event.currentTarget.value)}>
              <option value="">{t('import.no-column')}</option>
              {headings.map((heading, place) => (
                <option key={place} value={String(place)}>
                  {heading}
                </option>
              ))}
            </select>
          </Field>
        ))}
      </Fold>
      {open.length > 0 && (
        <section class="card">
          <h2>{t('import.for-all')}</h2>
          {open.map(([name, as]) =>
            as === 'date' ? (
              <Field key={name} id={`once-${name}-date`} label={t(columnWord(name))}>
                <DateInput id={`once-${name}`} label={t(columnWord(name))} value={told[name]} onChange={(date) => onTold({ ...told, [name]: date })} />
              </Field>
            ) : (
              <Field key={name} id={`once-${name}`} label={t(columnWord(name))}>
                <input
                  id={`once-${name}`}
                  class="input"
                  type="text"
                  inputMode={as === 'year' ? 'numeric' : 'text'}
                  autocomplete="off"
                  value={told[name] ?? ''}
                  onInput={(event) => onTold({ ...told, [name]: event.currentTarget.value })}
                />
              </Field>
            ),
          )}
        </section>
      )}
    </>
  )

  function choose(name: ColumnName, place: string) {
    const { [name]: _, ...others } = head.places
    onHead({ at: head.at, places: place === '' ? others : { ...others, [name]: Number(place) } })
  }
}

/** As the file names them; by their number where it doesn't. */
function headingsOf(lines: readonly Line[], at: number, numbered: (n: number) => string): string[] {
  const count = Math.max(0, ...lines.map((line) => line.length))
  return Array.from({ length: count }, (_, place) => textOf(lines[at]?.[place] ?? '') || numbered(place + 1))
}
