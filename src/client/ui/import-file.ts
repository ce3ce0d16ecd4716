// The file that somebody imports, from choosing it to its records: what was read, which column is what, what each line comes to.

import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { findHead, type Head } from '../import/columns.ts'
import type { FileFault } from '../import/file.ts'
import type { Line } from '../import/line.ts'
import type { ImportRow } from '../import/row.ts'
import { type Import, importAll, undoImport } from '../store/imports.ts'
import { useMe } from './actor.ts'
import { useApp, useWords } from './context.ts'
import type { ColumnName, Importable, Told } from './importing.ts'
import { problemLine } from './problem-line.ts'
import { listPath } from './record-path.ts'

interface Read {
  name: string
  lines: readonly Line[]
  head: Head<ColumnName>
  rows: readonly ImportRow[]
}

export type ImportFile = { take: (file: File) => void; setHead: (head: Head<ColumnName>) => void } & (
  | { state: 'none' | 'reading' }
  | { state: 'faulty'; fault: FileFault }
  | ({ state: 'read' } & Read)
)

type Opened =
  | { state: 'none' | 'reading' }
  | { state: 'faulty'; fault: FileFault }
  | { state: 'open'; name: string; lines: readonly Line[]; head: Head<ColumnName> }

export function useImportFile(importable: Importable, told: Told): ImportFile {
  const { store, units } = useApp()
  const { home } = useMe()
  const [opened, setOpened] = useState<Opened>({ state: 'none' })
  const [rows, setRows] = useState<readonly ImportRow[] | undefined>(undefined)
  const newest = useRef(0)

  useEffect(() => {
    if (opened.state !== 'open') return
    const mine = ++newest.current
    importable
      .read(opened.lines, opened.head, told, { store, units: units.value, home })
      // What was read for an older choice comes too late.
      .then((read) => mine === newest.current && setRows(read))
  }, [opened, told, units.value])

  const take = (file: File): void => {
    setOpened({ state: 'reading' })
    setRows(undefined)
    void open(importable, file).then(setOpened)
  }
  const setHead = (head: Head<ColumnName>): void => {
    if (opened.state === 'open') setOpened({ ...opened, head })
  }
  if (opened.state !== 'open') return { ...opened, take, setHead }
  const { name, lines, head } = opened
  return rows ? { state: 'read', name, lines, head, rows, take, setHead } : { state: 'reading', take, setHead }
}

/** What reads Excel files weighs more than this screen: it is loaded with the first file. */
async function open({ columns }: Importable, file: File): Promise<Opened> {
  const { readTable } = await import('../import/file.ts')
  const read = await readTable(file)
  if (!read.ok) return { state: 'faulty', fault: read.problem }
  const head = findHead(read.value, columns)
  // Hardly any table has no headings: if none is known, they stand in the first line.
  return { state: 'open', name: file.name, lines: read.value, head: head.at < 0 ? { ...head, at: 0 } : head }
}

/** Saves the lines as records and leads to their list, where all of it can be undone. */
export function useImport({ kind }: Importable) {
  const t = useWords()
  const { store, environment, units, toast, wakeSync } = useApp()
  const { route } = useLocation()
  const undo = useUndoImport()
  const [isSaving, setSaving] = useState(false)

  async function save(file: string, fresh: readonly (ImportRow & { as: 'new' })[]): Promise<void> {
    setSaving(true)
    const made = await importAll(store, environment, units.value.lookup, { kind, file, rows: fresh.map(({ fields }) => fields) })
    setSaving(false)
    if (!made.ok) {
      const why = made.problem.problems.map((problem) => problemLine(t, kind, problem)).join(' ')
      toast.value = { text: t('import.save-failed', { why }) }
      return
    }
    wakeSync()
    toast.value = { text: t('import.done', { count: made.value.records.length }), action: { label: t('import.undo'), run: () => void undo(made.value) } }
    route(listPath(kind))
  }

  return { isSaving, save }
}

export function useUndoImport() {
  const t = useWords()
  const { store, environment, units, toast, wakeSync } = useApp()
  return async (made: Import): Promise<void> => {
    const undone = await undoImport(store, environment, units.value.lookup, made)
    if (undone.ok) wakeSync()
    toast.value = { text: undone.ok ? t('import.undone', { count: made.records.length }) : t('import.undo-failed') }
  }
}
