// One tap for what is so in most villages: everybody, or nobody.

import type { CountName } from '../../../model/counts.ts'
import { useWords } from '../context.ts'
import { fieldLabel } from '../words.ts'
import type { Entered } from './entered.ts'

interface CountsQuickProps {
  entered: Entered
  name: CountName
  change: (name: CountName, value: number) => void
}

export function CountsQuick({ entered, name, change }: CountsQuickProps) {
  const t = useWords()
  const { total } = entered
  if (entered[name] !== undefined || total === undefined || Number.isNaN(total)) return null
  const whose = <span class="unseen"> {fieldLabel(t, 'session', ['counts', name])}</span>
  return (
    <div class="chips">
      <button type="button" class="chip" onClick={() => change(name, total)}>
        {t('log.all', { count: total })}
        {whose}
      </button>
      <button type="button" class="chip" onClick={() => change(name, 0)}>
        {t('log.nobody')}
        {whose}
      </button>
    </div>
  )
}
