// A newer version waits: offered, and taken only when nothing is being entered on this phone, on this page or in another tab.
// Who takes it while something is, gets it the next time this card stands on a screen after that was saved.

import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { listDrafts } from '../../store/draft.ts'
import { useLive } from '../../store/live.ts'
import { useApp, useWords } from '../context.ts'
import { Icon } from './icon.tsx'

/** Whoever has typed nothing for so long is not in the middle of it; the draft is kept either way. */
const AT_WORK_MS = 15 * 60_000

/** Taken, and waiting for what is being entered. Outlives the screens one goes through until then. */
const isTaken = signal(false)

export function UpdateCard() {
  const { update } = useApp()
  return update.value ? <Waiting take={update.value} /> : null
}

function Waiting({ take }: { take: () => void }) {
  const t = useWords()
  const { store, environment } = useApp()
  const drafts = useLive(() => listDrafts(store), [])
  const isFree = drafts?.every(({ at }) => environment.now() - at > AT_WORK_MS)
  const isDue = isTaken.value && isFree === true
  useEffect(() => {
    if (!isDue) return
    isTaken.value = false
    take()
  }, [isDue])
  return (
    <section class="card good">
      <p>{t('update.ready')}</p>
      {isTaken.value ? (
        <p>{t('update.waits')}</p>
      ) : (
        <button
          type="button"
          class="button"
          onClick={() => {
            isTaken.value = true
          }}
        >
          <Icon name="again" />
          {t('update.now')}
        </button>
      )}
    </section>
  )
}
