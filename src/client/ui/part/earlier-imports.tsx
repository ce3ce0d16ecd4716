// What was imported on this phone before, each to be taken back as a whole.

import { formatMoment } from '../../../text/format.ts'
import { listImports } from '../../store/imports.ts'
import { useLive } from '../../store/live.ts'
import { useApp, useNow, useWords } from '../context.ts'
import { useUndoImport } from '../import-saving.ts'
import type { ImportKind } from '../record-path.ts'

export function EarlierImports({ kind }: { kind: ImportKind }) {
  const t = useWords()
  const now = useNow()
  const { store } = useApp()
  const undo = useUndoImport()
  const made = useLive(() => listImports(store, kind), [kind])
  if (!made || made.length === 0) return null
  return (
    <section class="card">
      <h2>{t('import.earlier')}</h2>
      <ul class="stack">
        {made.map((one) => (
          <li key={one.at} class="stack">
            <span>{t('import.earlier-line', { file: one.file, count: one.records.length, time: formatMoment(one.at, now) })}</span>
            {one.undone ? (
              <span class="hint">{t('import.earlier-undone')}</span>
            ) : (
              <button type="button" class="button" onClick={() => void undo(one)}>
                {t('import.earlier-undo')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
