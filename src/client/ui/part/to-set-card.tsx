// What the office still has to set of a plan, each with the way to its field where it can be set here.

import { useWords } from '../context.ts'
import type { ToSet } from '../pack-to-set.ts'
import { Icon } from './icon.tsx'

export function ToSetCard({ toSet }: { toSet: readonly ToSet[] }) {
  const t = useWords()
  if (toSet.length === 0) return null
  return (
    <section class="card wait">
      <h2 class="line">
        <Icon name="alert" />
        {t('adapt.to-set')}
      </h2>
      <ul class="stack">
        {toSet.map(({ what, path, name }) => (
          <li key={path.join()}>
            <b>{t(`adapt.set-${what}`)}</b>: {name}
          </li>
        ))}
      </ul>
    </section>
  )
}
