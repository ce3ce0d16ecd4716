// What was counted: what the adopted programmes count first, then the rest of the list; what communes count in outreach before
// the police's numbers, where a commune enters it.

import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import type { Form } from '../form.ts'
import { measureOptions } from '../measures.ts'
import { useSay } from '../say.ts'
import { fieldLabel } from '../words.ts'
import { Choice } from './choice.tsx'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'

export function MeasureChoice({ form }: { form: Form }) {
  const t = useWords()
  const { units } = useApp()
  const { commune, home } = useMe()
  const say = useSay()
  if (!say) return null
  const chosen = form.fields['measure'] as string | undefined
  const unit = (form.fields['unit'] as string | undefined) ?? home
  const offered = measureOptions(say.programmes, unit, { t, language: say.language, lookup: units.value.lookup }, commune !== undefined)
  // What was entered stays to be seen, also where its programme is gone.
  const isOffered = chosen === undefined || offered.some(({ value }) => value === chosen)
  const options = isOffered ? offered : [{ value: chosen, label: say.term('measure', chosen) }, ...offered]
  return (
    <Field id={fieldId(['measure'])} label={fieldLabel(t, 'tally', ['measure'])} error={form.errorAt('measure')} group>
      <Choice options={options} chosen={chosen === undefined ? [] : [chosen]} onChoose={(code) => form.set('measure', code)} />
    </Field>
  )
}
