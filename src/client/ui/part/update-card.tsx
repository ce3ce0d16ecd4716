// A newer version waits: offered, never pushed over work.

import { useApp, useWords } from '../context.ts'
import { Icon } from './icon.tsx'

export function UpdateCard() {
  const t = useWords()
  const { update } = useApp()
  if (!update.value) return null
  return (
    <section class="card good">
      <p>{t('update.ready')}</p>
      <button type="button" class="button" onClick={() => update.value?.()}>
        <Icon name="again" />
        {t('update.now')}
      </button>
    </section>
  )
}
