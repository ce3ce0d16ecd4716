// What the office still has to set of a plan, each with the way to its field where it can be set here.

import { useWords } from '../context.ts'
import type { ToSet } from '../pack-to-set.ts'
import { Icon } from './icon.tsx'

interface ToSetCardProps {
  toSet: readonly ToSet[]
  /** Leads to the field; absent where the plan is only looked at. */
  onGo?: (to: ToSet) => void
}

export function ToSetCard({ toSet, onGo }: ToSetCardProps) {
  const t = useWords()
  if (toSet.length === 0) return null
  return (
    <section class="card wait">
      <h2 class="line">
        <Icon name="alert" />
        {t('adapt.to-set')}
      </h2>
      <ul class="stack">
        {toSet.map((one) => (
          <li key={one.path.join()}>
            {onGo ? (
              <button type="button" class="button start wide" onClick={() => onGo(one)}>
                <Line {...one} />
              </button>
            ) : (
              <Line {...one} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ what, name }: ToSet) {
  const t = useWords()
  return (
    <span>
      {t(`adapt.set-${what}`)}: <b>{name}</b>
    </span>
  )
}
