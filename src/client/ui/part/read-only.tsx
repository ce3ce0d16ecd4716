// A record that a newer build wrote: it can be read here, and edited once the app is updated.

import { useWords } from '../context.ts'
import { Icon } from './icon.tsx'
import { UpdateCard } from './update-card.tsx'

export function ReadOnly() {
  const t = useWords()
  return (
    <>
      <section class="card wait">
        <h2 class="line">
          <Icon name="lock" />
          {t('read-only.title')}
        </h2>
        <p>{t('read-only.why')}</p>
      </section>
      <UpdateCard />
    </>
  )
}
