// What was counted: what communes count in outreach first, where a commune enters it; the province's lists in their order.

import { measures } from '../../../model/terms.ts'
import { useMe } from '../actor.ts'
import { useWords } from '../context.ts'
import type { Form } from '../form.ts'
import { fieldLabel, termName } from '../words.ts'
import { Choice } from './choice.tsx'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'

/** The police's and the courts' numbers, which hardly any commune enters. */
const isOfCases = (measure: string): boolean => /^(tips|cases)-/.test(measure)

export function MeasureChoice({ form }: { form: Form }) {
  const t = useWords()
  const { commune } = useMe()
  const chosen = form.fields['measure'] as string | undefined
  const ordered = commune ? [...measures].sort((a, b) => Number(isOfCases(a)) - Number(isOfCases(b))) : measures
  return (
    <Field id={fieldId(['measure'])} label={fieldLabel(t, 'tally', ['measure'])} error={form.errorAt('measure')} group>
      <Choice
        options={ordered.map((code) => ({ value: code, label: termName(t, 'measure', code) }))}
        chosen={chosen === undefined ? [] : [chosen]}
        onChoose={(code) => form.set('measure', code)}
      />
    </Field>
  )
}
