// Somebody wanted a record removed while another was editing it: it is there still, and shall it stay?

import type { Conflict } from '../../../model/merge.ts'
import { useMe } from '../actor.ts'
import { useWords } from '../context.ts'
import { Field } from './field.tsx'
import { VersionCard } from './version-card.tsx'

export type Fate = 'keep' | 'remove'

interface RemovalQuestionProps {
  removals: readonly Conflict[]
  /** Whether the edit that stands was made on this phone. */
  isOwnEdit: boolean
  /** Absent where it is only read. */
  pick?: { chosen: Fate | undefined; isMissing: boolean; onPick: (fate: Fate) => void }
}

export function RemovalQuestion({ removals: [removal], isOwnEdit, pick }: RemovalQuestionProps) {
  const t = useWords()
  const { identity } = useMe()
  if (!removal) return null
  const { name, account } = removal
  const title = isOwnEdit ? 'decide.removal-yours' : account === identity.account ? 'decide.removal-mine' : 'decide.removal-other'
  if (!pick) return <p class="card wait">{t(title, { name })}</p>
  const card = (fate: Fate) => (
    <VersionCard
      id={`f-removal-${fate}`}
      who={t(`decide.${fate}`)}
      about={t(`decide.${fate}-what`)}
      lines={[]}
      pick={{ name: 'f-removal', isPicked: pick.chosen === fate, onPick: () => pick.onPick(fate) }}
    />
  )
  return (
    <section class="card">
      <Field id="f-removal" label={t(title, { name })} error={pick.isMissing ? t('decide.choose') : undefined} group>
        <div class="versions">
          {card('keep')}
          {card('remove')}
        </div>
      </Field>
    </section>
  )
}
