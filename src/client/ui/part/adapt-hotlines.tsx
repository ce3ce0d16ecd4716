// Numbers to call that the plan names: the office mends a name or a number, adds one, takes one away.

import type { Pack } from '../../../programme/pack.ts'
import { SAID_BY_OFFICE, withAdded, withEntry, withoutEntry } from '../adapted-pack.ts'
import type { Adapting } from '../adapting.ts'
import { hotlineKey } from '../pack-rows.ts'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'
import { OfficeChanged } from './office-changed.tsx'
import { RemovedParts } from './removed-parts.tsx'

type Hotline = Pack['hotlines'][number]

export function AdaptHotlines({ adapting }: { adapting: Adapting }) {
  const { plan, shipped, saying, set } = adapting
  const { t, language } = saying
  const gone = (shipped?.hotlines ?? []).filter(({ name }) => !plan.hotlines.some((one) => one.name.vi === name.vi))
  return (
    <>
      {plan.hotlines.map((hotline, place) => (
        // Typing its name must not make another field of it.
        <OneHotline key={place} adapting={adapting} hotline={hotline} place={place} />
      ))}
      <RemovedParts
        parts={gone.map((one) => ({
          text: `${one.name[language]}: ${one.number ?? t('programme.no-number')}`,
          onRestore: () => set(withAdded(plan, 'hotlines', one)),
        }))}
      />
      <button type="button" class="button" onClick={() => set(withAdded(plan, 'hotlines', { name: { vi: '', en: '' }, said: SAID_BY_OFFICE }))}>
        <Icon name="plus" />
        {t('adapt.add-hotline')}
      </button>
    </>
  )
}

function OneHotline({ adapting, hotline, place }: { adapting: Adapting; hotline: Hotline; place: number }) {
  const { plan, saying, set, errorAt } = adapting
  const { t } = saying
  const put = (change: Partial<Hotline>) => set(withEntry(plan, 'hotlines', place, (one) => ({ ...one, ...change })))
  const id = (field: string) => fieldId(['pack', 'hotlines', String(place), field])
  return (
    <div class="adapt-part">
      <Field id={id('name')} label={t('adapt.hotline-name')} error={errorAt('hotlines', place, 'name')}>
        <input
          id={id('name')}
          class="input"
          type="text"
          autocomplete="off"
          value={hotline.name.vi}
          aria-invalid={errorAt('hotlines', place, 'name') ? 'true' : undefined}
          onInput={(event) => put({ name: { vi: event.currentTarget.value, en: event.currentTarget.value } })}
        />
      </Field>
      <Field id={id('number')} label={t('adapt.hotline-number')} optional error={errorAt('hotlines', place, 'number')}>
        <input
          id={id('number')}
          class="input"
          type="tel"
          autocomplete="off"
          value={hotline.number ?? ''}
          aria-invalid={errorAt('hotlines', place, 'number') ? 'true' : undefined}
          onInput={(event) => set(withEntry(plan, 'hotlines', place, (one) => withNumber(one, event.currentTarget.value)))}
        />
      </Field>
      <OfficeChanged adapting={adapting} line={hotlineKey(hotline.name.vi)} />
      <button type="button" class="button quiet start" onClick={() => set(withoutEntry(plan, 'hotlines', place))}>
        <Icon name="trash" />
        {t('adapt.take-away', { name: hotline.name.vi || t('adapt.hotline-name') })}
      </button>
    </div>
  )
}

/** Named only, without a number to call. */
function withNumber({ number: _, ...rest }: Hotline, typed: string): Hotline {
  return typed === '' ? rest : { ...rest, number: typed }
}
