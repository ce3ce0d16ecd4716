// From lines that were looked through to records, all of them or none; and back, as a whole.

import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { ImportRow } from '../import/row.ts'
import { type Import, importAll, undoImport } from '../store/imports.ts'
import { afterPaint } from './after-paint.ts'
import { useApp, useWords } from './context.ts'
import type { Importable } from './importing.ts'
import { problemLine } from './problem-line.ts'
import { listPath } from './record-path.ts'

export type FreshRow = ImportRow & { as: 'new' }

/** Saves the lines as records and leads to their list, where all of it can be undone. `saving`: how many are written. */
export function useImport({ kind }: Importable) {
  const t = useWords()
  const { store, environment, units, toast, wakeSync } = useApp()
  const { route } = useLocation()
  const undo = useUndoImport()
  const [saving, setSaving] = useState<number | undefined>(undefined)
  const isStopped = useRef(false)

  async function save(file: string, rows: readonly FreshRow[], reason: string): Promise<void> {
    isStopped.current = false
    setSaving(0)
    // That it began is seen before the phone is busy with it.
    await new Promise<void>((seen) => afterPaint(seen))
    const made = await importAll(store, environment, units.value.lookup, { kind, file, rows, reason }, (done) => {
      setSaving(Math.floor(done))
      return !isStopped.current
    })
    setSaving(undefined)
    if (!made.ok) {
      const why = made.problem.problems.map((problem) => problemLine(t, kind, problem)).join(' ')
      toast.value = { text: why === '' ? t('import.stopped') : t('import.save-failed', { why }) }
      return
    }
    wakeSync()
    toast.value = { text: t('import.done', { count: made.value.records.length }), action: { label: t('import.undo'), run: () => void undo(made.value) } }
    route(listPath(kind))
  }

  const stop = () => {
    isStopped.current = true
  }
  return { saving, save, stop }
}

export function useUndoImport() {
  const t = useWords()
  const { store, environment, units, toast, wakeSync } = useApp()
  return async (made: Import): Promise<void> => {
    const undone = await undoImport(store, environment, units.value.lookup, made)
    if (undone.ok) wakeSync()
    toast.value = { text: undone.ok ? t('import.undone', { count: made.records.length }) : t(`import.undo-${undone.problem}`) }
  }
}
