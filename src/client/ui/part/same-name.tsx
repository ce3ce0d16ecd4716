// Beside a village that is being entered: the commune has one of that name. It is saved when the person says that it is another.

import { useWords } from '../context.ts'
import { recordPath } from '../record-path.ts'
import { Choice } from './choice.tsx'
import { Icon } from './icon.tsx'

interface SameNameProps {
  /** The one that is there. */
  village: { id: string; name: string }
  isAnother: boolean
  onSay: (isAnother: boolean) => void
}

export function SameName({ village: { id, name }, isAnother, onSay }: SameNameProps) {
  const t = useWords()
  return (
    <section class="card wait">
      <h2 class="line">
        <Icon name="alert" />
        {t('problem.same-name', { name })}
      </h2>
      <a class="button start" href={recordPath('unit', id)}>
        {t('village.same-look', { name })}
      </a>
      <Choice options={[{ value: 'another', label: t('village.same-another') }]} chosen={isAnother ? ['another'] : []} onChoose={() => onSay(!isAnother)} />
    </section>
  )
}
