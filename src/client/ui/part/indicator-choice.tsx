// Which indicator a target is for: those that the chosen programme's pack names.

import { useWords } from '../context.ts'
import type { Form } from '../form.ts'
import { indicatorName, indicatorsOf } from '../pack-words.ts'
import { useSay } from '../say.ts'
import { fieldLabel } from '../words.ts'
import { Choice } from './choice.tsx'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'

export function IndicatorChoice({ form }: { form: Form }) {
  const t = useWords()
  const say = useSay()
  const programme = form.fields['programme'] as string | undefined
  const chosen = form.fields['indicator'] as string | undefined
  if (!say) return null
  const pack = programme === undefined ? undefined : say.programme(programme)?.data.pack
  const options = indicatorsOf(pack).map(({ id }) => ({ value: id, label: indicatorName(pack, id, say.language) }))
  return (
    <Field id={fieldId(['indicator'])} label={fieldLabel(t, 'target', ['indicator'])} error={form.errorAt('indicator')} group>
      {options.length === 0 ? (
        <p class="hint">{t(programme === undefined ? 'target.programme-first' : 'form.nothing-to-choose')}</p>
      ) : (
        <Choice key={programme} options={options} chosen={chosen === undefined ? [] : [chosen]} onChoose={(id) => form.set('indicator', id)} />
      )}
    </Field>
  )
}
