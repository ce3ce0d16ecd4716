// The other communes that took part in an event, each with its own number of people; for whoever works above communes.

import { sexes } from '../../../model/counts.ts'
import { useApp, useWords } from '../context.ts'
import type { Form } from '../form.ts'
import type { AlsoIn as Other } from '../shared-event.ts'
import { fieldLabel, unitName } from '../words.ts'
import { type Entered, withCount } from './entered.ts'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'
import { Stepper } from './stepper.tsx'
import { UnitPicker } from './unit-picker.tsx'

const LEVELS = ['commune'] as const

export function AlsoIn({ form }: { form: Form }) {
  const t = useWords()
  const { environment, units } = useApp()
  const others = (form.fields['alsoIn'] ?? []) as Other[]
  const put = (next: readonly Other[]) => form.set('alsoIn', next)
  const taken = [form.fields['unit'], ...others.map(({ unit }) => unit)]
  return (
    <section class="card stack" id={fieldId(['alsoIn'])} tabIndex={-1}>
      <h2>{t('event.title')}</h2>
      <p class="hint">{t('event.what')}</p>
      {others.map((other, place) => (
        <div key={other.id} class="count-group">
          <Field id={at(place, 'unit')} label={t('event.commune', { n: place + 1 })} error={form.errorAt('alsoIn', String(place), 'unit')} group>
            <UnitPicker
              id={at(place, 'unit')}
              value={other.unit}
              levels={LEVELS}
              without={taken.filter((unit) => unit !== other.unit)}
              onChoose={(unit) => change(place, { ...other, unit })}
            />
          </Field>
          {sexes.map((name) => (
            <Stepper
              key={name}
              id={at(place, name)}
              label={fieldLabel(t, 'session', ['counts', name])}
              value={other.counts[name]}
              error={form.errorAt('alsoIn', String(place), name)}
              onChange={(value) => change(place, { ...other, counts: withCount(other.counts, name, value) })}
            />
          ))}
          <Stepper
            id={at(place, 'total')}
            label={fieldLabel(t, 'session', ['counts', 'total'])}
            value={other.counts.total}
            error={form.errorAt('alsoIn', String(place), 'total')}
            onChange={(total) => change(place, { ...other, counts: withTotal(other.counts, total) })}
          />
          <button type="button" class="button quiet start" onClick={() => put(others.filter(({ id }) => id !== other.id))}>
            <Icon name="close" />
            {t('event.drop', { commune: other.unit ? unitName(units.value.lookup(other.unit), t) : t('event.commune', { n: place + 1 }) })}
          </button>
        </div>
      ))}
      <button type="button" class="button start" onClick={() => put([...others, { id: environment.newId(), counts: { method: 'counted' } }])}>
        <Icon name="plus" />
        {t('event.add')}
      </button>
    </section>
  )

  function change(place: number, next: Other) {
    put(others.map((other, index) => (index === place ? next : other)))
  }
}

const at = (place: number, part: string): string => fieldId(['alsoIn', String(place), part])

/** A total entered by itself says nothing of women and men. */
function withTotal({ method }: Entered, total: number | undefined): Entered {
  return { ...(method ? { method } : {}), ...(total === undefined ? {} : { total }) }
}
