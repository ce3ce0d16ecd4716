// Which communes a decision names as key areas: several at once, by search without marks. One that is key already on that day says
// since when, and is not chosen twice.

import { useState } from 'preact/hooks'
import { fold, matches } from '../../../text/fold.ts'
import { formatDate } from '../../../text/format.ts'
import { useLive } from '../../store/live.ts'
import { listRecords } from '../../store/read.ts'
import { useApp, useWords } from '../context.ts'
import type { Form } from '../form.ts'
import { sortedByName } from '../sorting.ts'
import { fieldLabel, unitName } from '../words.ts'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'
import { toggled } from './toggled.ts'

/** Fewer need no search. */
const FEW = 8

export function KeyCommunes({ form }: { form: Form }) {
  const t = useWords()
  const { store, units } = useApp()
  const [query, setQuery] = useState('')
  const held = useLive(() => listRecords(store, 'key-area'), [])
  const chosen = Array.isArray(form.fields['unit']) ? (form.fields['unit'] as string[]) : []
  const from = String(form.fields['from'] ?? '')
  const named = units.value.communes.map((unit) => ({
    id: unit.id,
    name: unitName(unit, t),
    folded: fold([unitName(unit, t), ...(unit.formerNames ?? [])].join(' ')),
  }))
  const keySince = (unit: string) => held?.find(({ data }) => data.unit === unit && data.from <= from && (data.to === undefined || from <= data.to))?.data.from
  const found = sortedByName(named, ({ name }) => name).filter(({ id, folded }) => chosen.includes(id) || matches(folded, query))
  const id = fieldId(['unit'])
  return (
    <Field id={id} label={fieldLabel(t, 'key-area', ['unit'])} hint={t('key-area.several')} error={form.errorAt('unit')} group>
      {chosen.length > 0 && <p>{t('key-area.chosen', { count: chosen.length })}</p>}
      {named.length > FEW && (
        <>
          <label class="unseen" for={`${id}-search`}>
            {t('unit.search')}
          </label>
          <input
            id={`${id}-search`}
            class="input"
            type="search"
            value={query}
            placeholder={t('unit.search')}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </>
      )}
      <ul class={named.length > FEW ? 'unit-list' : 'chips'}>
        {found.map(({ id: unit, name }) => {
          const since = keySince(unit)
          const isChosen = chosen.includes(unit)
          return (
            <li key={unit}>
              {since !== undefined && !isChosen ? (
                <p class="hint unit-choice">{`${name}: ${t('key-area.already', { date: formatDate(since) })}`}</p>
              ) : (
                <button
                  type="button"
                  class={named.length > FEW ? 'unit-choice' : 'chip'}
                  aria-pressed={isChosen}
                  onClick={() => form.set('unit', toggled(chosen, unit))}
                >
                  <span class="line">
                    {isChosen && <Icon name="check" />}
                    {name}
                  </span>
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {named.length === 0 && <p class="hint">{t('unit.none-loaded')}</p>}
      {named.length > 0 && found.length === 0 && <p class="hint">{t('unit.not-found', { query })}</p>}
    </Field>
  )
}
