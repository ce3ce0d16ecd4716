// Beside what an office may change of a plan: that it did, what the document says, and the way back to that.

import type { Adapting } from '../adapting.ts'
import { Icon } from './icon.tsx'

interface OfficeChangedProps {
  adapting: Adapting
  /** The line of the plan. */
  line: string
  /** Puts what the document says in its place again. */
  undo?: (() => void) | undefined
}

export function OfficeChanged({ adapting: { said, shipped, saying }, line, undo }: OfficeChangedProps) {
  const { t } = saying
  const { document, now } = said(line)
  if (!shipped || document === now) return null
  return (
    <div>
      <p class="hint">
        <b>{document === undefined ? t('adapt.added') : t('adapt.changed', { said: document })}</b>
      </p>
      {undo && document !== undefined && (
        <button type="button" class="button quiet start" onClick={undo}>
          <Icon name="undo" />
          {t('adapt.as-document')}
        </button>
      )}
    </div>
  )
}
