// What was handed out: a number for each kind of material; none is simply left empty.

import { materialKinds } from '../../../model/terms.ts'
import { useWords } from '../context.ts'
import type { Form } from '../form.ts'
import { fieldLabel, termName } from '../words.ts'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Stepper } from './stepper.tsx'

interface Material {
  kind: string
  quantity: number
}

export function Materials({ form }: { form: Form }) {
  const t = useWords()
  const given = (form.fields['materials'] ?? []) as Material[]
  return (
    <Field id={fieldId(['materials'])} label={fieldLabel(t, 'session', ['materials'])} error={form.errorAt('materials')} optional group>
      {materialKinds.map((kind) => (
        <Stepper
          key={kind}
          id={fieldId(['materials', kind])}
          label={termName(t, 'materialKind', kind)}
          value={given.find((one) => one.kind === kind)?.quantity}
          onChange={(quantity) => put(kind, quantity)}
        />
      ))}
    </Field>
  )

  function put(kind: string, quantity: number | undefined) {
    const others = given.filter((one) => one.kind !== kind)
    const next = quantity ? [...others, { kind, quantity }] : others
    form.set('materials', next.length > 0 ? next : undefined)
  }
}
