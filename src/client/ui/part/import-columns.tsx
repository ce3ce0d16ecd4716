// Which column of the file is which: as it was found by its heading, to be put right by hand; and what the file leaves open, told
// once for all its lines.

import { useState } from 'preact/hooks'
import { cellAt, type Head, headingLines } from '../../import/columns.ts'
import { isBlank, type Line, textOf } from '../../import/line.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { type ColumnName, columnLabel, type Importable, missingColumns, type Told } from '../importing.ts'
import { Field } from './field.tsx'
import { Fold } from './fold.tsx'
import { Icon } from './icon.tsx'
import { ImportOnce } from './import-once.tsx'

interface ImportColumnsProps {
  importable: Importable
  lines: readonly Line[]
  head: Head<ColumnName>
  onHead: (head: Head<ColumnName>) => void
  isRemembered: boolean
  told: Told
  onTold: (told: Told) => void
}

export function ImportColumns({ importable, lines, head, onHead, isRemembered, told, onTold }: ImportColumnsProps) {
  const t = useWords()
  const missing = missingColumns(importable, head, told)
  const [named] = useState(head.at)
  const headings = headingsOf(lines, head)
  const label = (name: ColumnName) => columnLabel(t, importable.kind, name)
  const taken = Object.values(head.places)
  const unused = headings.filter((heading, place) => heading !== '' && !taken.includes(place))
  const open = useOpenColumns(importable, lines, head)
  return (
    <>
      {missing.length > 0 && (
        <p class="card bad">{t(importable.isLineByLine ? 'import.missing-some' : 'import.missing-column', { names: missing.map(label).join(', ') })}</p>
      )}
      {isRemembered && <p class="card">{t('import.remembered')}</p>}
      <Fold title={t('import.columns')} about={t('import.columns-about')} open={missing.length > 0}>
        <button type="button" class="chip" aria-pressed={head.at >= 0} onClick={() => onHead({ ...head, at: head.at < 0 ? named : -1 })}>
          {head.at >= 0 && <Icon name="check" />}
          {t('import.has-headings', { line: named + 1 })}
        </button>
        {importable.columns.map(({ name }) => (
          <Field key={name} id={`column-${name}`} label={label(name)}>
            <select id={`column-${name}`} class="input" value={String(head.places[name] ?? '')} onChange={(event) => choose(name, event.currentTarget.value)}>
              <option value="">{t('import.no-column')}</option>
              {headings.map((heading, place) => (
                <option key={place} value={String(place)}>
                  {heading || t('import.column', { n: place + 1 })}
                </option>
              ))}
            </select>
          </Field>
        ))}
        {unused.length > 0 && <p class="hint">{t('import.unused-columns', { names: unused.join(', ') })}</p>}
      </Fold>
      {open.length > 0 && <ImportOnce importable={importable} names={open} told={told} onTold={onTold} />}
    </>
  )

  function choose(name: ColumnName, place: string) {
    const { [name]: _, ...others } = head.places
    onHead({ ...head, places: place === '' ? others : { ...others, [name]: Number(place) } })
  }
}

/** Those that may be told once, where the file has no such column or leaves it empty in a line. */
function useOpenColumns(importable: Importable, lines: readonly Line[], { at, places }: Head<ColumnName>): ColumnName[] {
  const { communes } = useApp().units.value
  const { mayMake } = useMe()
  const below = lines.slice(at + 1).filter((line) => !isBlank(line))
  // Of one commune nothing has to be told.
  const isTold = (name: ColumnName) => importable.once[name] !== 'commune' || communes.filter(({ id }) => mayMake(importable.kind, id)).length > 1
  const names = Object.keys(importable.once) as ColumnName[] // its keys
  return names.filter((name) => isTold(name) && below.some((line) => cellAt(line, places, name) === ''))
}

/** As the file names them; '' where it doesn't. */
function headingsOf(lines: readonly Line[], head: Head): string[] {
  const above = headingLines(lines, head)
  const count = Math.max(0, ...lines.map((line) => line.length))
  return Array.from({ length: count }, (_, place) =>
    above
      .map((line) => textOf(line[place] ?? ''))
      .filter((text) => text !== '')
      .join(' · '),
  )
}
