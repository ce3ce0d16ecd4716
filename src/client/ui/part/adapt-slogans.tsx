// The slogans of a plan: the office words one anew, adds one, takes one away.

import { SAID_BY_OFFICE, withAdded, withEntry, withoutEntry } from '../adapted-pack.ts'
import type { Adapting } from '../adapting.ts'
import { sloganKey } from '../pack-rows.ts'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'
import { OfficeChanged } from './office-changed.tsx'
import { RemovedParts } from './removed-parts.tsx'

export function AdaptSlogans({ adapting }: { adapting: Adapting }) {
  const { plan, shipped, saying, set, errorAt } = adapting
  const { t } = saying
  const gone = (shipped?.slogans ?? []).filter(({ text }) => !plan.slogans.some((one) => one.text === text))
  return (
    <>
      {plan.slogans.map(({ text }, place) => {
        const id = fieldId(['pack', 'slogans', String(place), 'text'])
        const error = errorAt('slogans', place, 'text')
        return (
          // Typing must not make another field of it.
          <div key={place} class="adapt-part">
            <Field id={id} label={t('adapt.slogan', { number: place + 1 })} error={error}>
              <textarea
                id={id}
                class="input"
                rows={2}
                value={text}
                aria-invalid={error ? 'true' : undefined}
                onInput={(event) => set(withEntry(plan, 'slogans', place, (one) => ({ ...one, text: event.currentTarget.value })))}
              />
            </Field>
            <OfficeChanged adapting={adapting} line={sloganKey(text)} />
            <button type="button" class="button quiet start" onClick={() => set(withoutEntry(plan, 'slogans', place))}>
              <Icon name="trash" />
              {t('adapt.take-away', { name: t('adapt.slogan', { number: place + 1 }) })}
            </button>
          </div>
        )
      })}
      <RemovedParts parts={gone.map((one) => ({ text: one.text, onRestore: () => set(withAdded(plan, 'slogans', one)) }))} />
      <button type="button" class="button" onClick={() => set(withAdded(plan, 'slogans', { text: '', said: SAID_BY_OFFICE }))}>
        <Icon name="plus" />
        {t('adapt.add-slogan')}
      </button>
    </>
  )
}
