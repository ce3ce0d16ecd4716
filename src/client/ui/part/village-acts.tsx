// What can happen to a village, each on a screen of its own; of one that has ended, what became of it and the way to say that
// this was a mistake.

import type { MessageKey } from '../../../text/translate.ts'
import type { Shown } from '../../store/shown.ts'
import { useWords } from '../context.ts'
import { useSay } from '../say.ts'
import { type VillageAct, villageActPath } from '../village-act.ts'
import { villagePast } from '../village-past.ts'
import { Icon, type IconName } from './icon.tsx'

const acts: readonly { act: VillageAct; icon: IconName; label: MessageKey }[] = [
  { act: 'rename', icon: 'edit', label: 'village-act.rename' },
  { act: 'merge', icon: 'people', label: 'village-act.merge' },
  { act: 'split', icon: 'share', label: 'village-act.split' },
  { act: 'end', icon: 'close', label: 'village-act.end' },
]

const mistaken: typeof acts = [{ act: 'stay', icon: 'undo', label: 'village-act.stay' }]

export function VillageActs({ record }: { record: Shown<'unit'> }) {
  const t = useWords()
  const say = useSay()
  const isEnding = record.data.validTo !== undefined
  return (
    <section class="card stack">
      <h2>{t('village-act.title')}</h2>
      {isEnding ? say && <p>{villagePast(record, say)}</p> : <p class="hint">{t('village-act.hint')}</p>}
      {(isEnding ? mistaken : acts).map(({ act, icon, label }) => (
        <a key={act} class="button start" href={villageActPath(record.id, act)}>
          <Icon name={icon} />
          {t(label)}
        </a>
      ))}
    </section>
  )
}
