// What a breakdown still leaves out, and the button that gives the rest to a group.

import { type CountName, stillMissing } from '../../../model/counts.ts'
import { useWords } from '../context.ts'
import { fieldLabel } from '../words.ts'
import type { Entered } from './entered.ts'
import { Icon } from './icon.tsx'

interface CountsRestProps {
  entered: Entered
  names: readonly CountName[]
  change: (name: CountName, value: number) => void
}

export function CountsRest({ entered, names, change }: CountsRestProps) {
  const t = useWords()
  const missing = stillMissing(entered, names)
  if (missing === undefined) return null
  if (missing < 0) return <Wrong text={t('log.too-many', { count: -missing })} />
  if (missing === 0) {
    return (
      <p class="counts-fit">
        <Icon name="check" />
        {t('log.fits', { count: entered.total ?? 0 })}
      </p>
    )
  }
  const empty = names.filter((name) => entered[name] === undefined)
  return (
    <div class="stack">
      <p class="counts-missing">{t('log.missing', { count: missing })}</p>
      <div class="chips">
        {(empty.length > 0 ? empty : names).map((name) => (
          <button key={name} type="button" class="chip" onClick={() => change(name, (entered[name] ?? 0) + missing)}>
            {t('log.rest', { count: missing, group: fieldLabel(t, 'session', ['counts', name]) })}
          </button>
        ))}
      </div>
    </div>
  )
}

export function Wrong({ text }: { text: string }) {
  return (
    <p class="field-error">
      <Icon name="alert" />
      {text}
    </p>
  )
}
