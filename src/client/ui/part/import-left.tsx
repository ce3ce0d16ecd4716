// The lines that are left out, as a file of their own: with what was wrong with each, to be mended and chosen another time.

import { toCsv } from '../../../text/csv.ts'
import { formatDate } from '../../../text/format.ts'
import { headingLines } from '../../import/columns.ts'
import type { Cell } from '../../import/line.ts'
import type { ImportRow } from '../../import/row.ts'
import { useApp, useWords } from '../context.ts'
import type { ImportFile } from '../import-file.ts'
import type { Importable } from '../importing.ts'
import { likeLine } from '../like-line.ts'
import { problemLine } from '../problem-line.ts'
import { Icon } from './icon.tsx'

interface ImportLeftProps {
  importable: Importable
  file: ImportFile & { state: 'open' }
  rows: readonly ImportRow[]
}

export function ImportLeft({ importable, file, rows }: ImportLeftProps) {
  const t = useWords()
  const { outlet } = useApp()
  return (
    <button type="button" class="button wide" onClick={download}>
      <Icon name="file" />
      {t('import.left-save', { count: rows.length })}
    </button>
  )

  function download() {
    const { lines } = file.table
    const headings = headingLines(lines, file.head).map((line) => [...line.map(toText), t('import.line'), t('import.left-why')])
    const cells = rows.map((row) => [...(lines[row.line - 1] ?? []).map(toText), row.line, whyOf(row)])
    outlet.download(`${t('import.left-file')}.csv`, new Blob([toCsv([...headings, ...cells])], { type: 'text/csv;charset=utf-8' }))
  }

  function whyOf(row: ImportRow): string {
    if (row.as === 'wrong') return row.problems.map((problem) => problemLine(t, importable.kind, problem)).join(' ')
    return row.as === 'new' && row.like ? likeLine(t, row.like) : ''
  }
}

const toText = (cell: Cell): string | number => (cell instanceof Date ? formatDate(cell.toISOString().slice(0, 10)) : cell)
