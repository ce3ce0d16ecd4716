// Thresholds and the days by which they have to be reached: for the whole plan here, for single areas as targets of their own.

import { comparisons } from '../../../model/terms.ts'
import type { Pack } from '../../../programme/pack.ts'
import { withTarget } from '../adapted-pack.ts'
import type { Adapting } from '../adapting.ts'
import { targetKey } from '../pack-rows.ts'
import { indicatorName } from '../pack-words.ts'
import { termName } from '../words.ts'
import { AreaTargets } from './area-targets.tsx'
import { Choice } from './choice.tsx'
import { DateInput } from './date-field.tsx'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { NumberInput } from './number-input.tsx'
import { OfficeChanged } from './office-changed.tsx'

type Indicator = Pack['indicators'][number]

export const AdaptIndicators = ({ adapting }: { adapting: Adapting }) => (
  <>
    {adapting.plan.indicators.map((indicator, place) => (
      <OneIndicator key={indicator.id} adapting={adapting} indicator={indicator} place={place} />
    ))}
  </>
)

function OneIndicator({ adapting, indicator, place }: { adapting: Adapting; indicator: Indicator; place: number }) {
  const { plan, form, saying } = adapting
  const { t, language } = saying
  return (
    <div class="adapt-part">
      <h3>{indicatorName(plan, indicator.id, language)}</h3>
      {indicator.targets.length === 0 && <p class="hint">{t('programme.counts-only')}</p>}
      {indicator.targets.map((_, at) => (
        // Targets have no id, and none is added or taken away here.
        <OneTarget key={at} adapting={adapting} indicator={indicator} place={place} at={at} />
      ))}
      {indicator.targets.length > 0 && form.id && <AreaTargets programme={form.id} indicator={indicator.id} saying={saying} />}
    </div>
  )
}

interface OneTargetProps {
  adapting: Adapting
  indicator: Indicator
  place: number
  at: number
}

function OneTarget({ adapting, indicator, place, at }: OneTargetProps) {
  const { plan, shipped, saying, set, errorAt } = adapting
  const { t, language } = saying
  const target = indicator.targets[at]
  if (!target) return null
  const path = (field: string) => ['indicators', String(place), 'targets', String(at), field]
  const change = (set: Partial<typeof target>) => withTarget(plan, place, at, set)
  const written = shipped?.indicators.find(({ id }) => id === indicator.id)?.targets[at]
  const id = fieldId(['pack', ...path('threshold')])
  return (
    <fieldset class="field">
      <legend class="unseen">{`${indicatorName(plan, indicator.id, language)}${at > 0 ? ` (${at + 1})` : ''}`}</legend>
      <Choice
        options={comparisons.map((value) => ({ value, label: termName(t, 'comparison', value) }))}
        chosen={[target.compare]}
        onChoose={(chosen) => {
          const compare = comparisons.find((one) => one === chosen)
          if (compare) set(change({ compare }))
        }}
      />
      <Field id={id} label={t('adapt.threshold')} error={errorAt(...path('threshold'))}>
        <NumberInput
          id={id}
          value={target.threshold}
          decimal
          wrong={errorAt(...path('threshold')) !== undefined}
          onInput={(threshold) => set(change({ threshold }))}
        />
      </Field>
      <Field id={fieldId(['pack', ...path('by')])} label={t('adapt.by')} optional error={errorAt(...path('by'))} group>
        <DateInput
          id={fieldId(['pack', ...path('by')])}
          label={t('adapt.by')}
          value={target.by}
          error={errorAt(...path('by'))}
          onChange={(by) => set(change({ by }))}
        />
      </Field>
      <OfficeChanged
        adapting={adapting}
        line={targetKey(indicator.id, at)}
        undo={written && (() => set(change({ threshold: written.threshold, by: written.by, compare: written.compare })))}
      />
    </fieldset>
  )
}
