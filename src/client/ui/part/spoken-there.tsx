// The languages of a session: those that were spoken at sessions of this area come first, then those of its province.

import { useEffect, useState } from 'preact/hooks'
import { languagesOfProvince } from '../../../model/languages-of-province.ts'
import { languages } from '../../../model/terms.ts'
import { recentLanguages } from '../../store/recent-languages.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import type { Form } from '../form.ts'
import { fieldLabel, termName } from '../words.ts'
import { Choice } from './choice.tsx'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { toggled } from './toggled.ts'

export function SpokenThere({ form }: { form: Form }) {
  const t = useWords()
  const { store, units } = useApp()
  const { province } = useMe().identity.scope
  const [spoken, setSpoken] = useState<readonly string[] | undefined>(undefined)
  // Once: choices must not change places under the finger.
  useEffect(() => {
    recentLanguages(store).then(setSpoken, () => setSpoken([]))
  }, [])
  if (!spoken) return null
  const chosen = (form.field('languages') ?? []) as string[]
  const known = languagesOfProvince[units.value.lookup(province)?.code ?? ''] ?? []
  const inOrder = [...new Set([...spoken, ...known, ...languages])]
  return (
    <Field id={fieldId(['languages'])} label={fieldLabel(t, 'session', ['languages'])} error={form.errorAt('languages')} optional group>
      <Choice
        options={inOrder.map((code) => ({ value: code, label: termName(t, 'language', code) }))}
        chosen={chosen}
        onChoose={(code) => form.set('languages', toggled(chosen, code))}
      />
    </Field>
  )
}
