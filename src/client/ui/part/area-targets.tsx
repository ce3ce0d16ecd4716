// Thresholds of one indicator that hold for single areas only, in place of the plan's.

import { useLive } from '../../store/live.ts'
import { listRecords } from '../../store/read.ts'
import { useApp } from '../context.ts'
import { type Saying, targetText } from '../pack-text.ts'
import { editPath, newPath } from '../record-path.ts'
import { unitName } from '../words.ts'
import { Icon } from './icon.tsx'

interface AreaTargetsProps {
  programme: string
  indicator: string
  saying: Saying
}

export function AreaTargets({ programme, indicator, saying }: AreaTargetsProps) {
  const { t } = saying
  const { store, units } = useApp()
  const targets = useLive(() => listRecords(store, 'target'), [])
  const own = (targets ?? []).filter(({ data }) => data.programme === programme && data.indicator === indicator)
  return (
    <>
      {own.map(({ id, data }) => (
        <a key={id} class="row-link" href={`${editPath('target', id)}?programme=${programme}`}>
          {`${unitName(units.value.lookup(data.unit), t)}: ${targetText(data, saying)}`}
        </a>
      ))}
      <a class="button quiet start" href={`${newPath('target')}?programme=${programme}&indicator=${indicator}`}>
        <Icon name="plus" />
        {t('adapt.for-area')}
      </a>
    </>
  )
}
