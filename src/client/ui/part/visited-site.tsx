// Which site a visit was to: known where the visit is begun from the site's own screen, else chosen.

import { useRoute } from 'preact-iso'
import { useWords } from '../context.ts'
import type { Form } from '../form.ts'
import { useSay } from '../say.ts'
import { fieldLabel } from '../words.ts'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { RecordChoice } from './record-choice.tsx'

export function VisitedSite({ form }: { form: Form }) {
  const t = useWords()
  const say = useSay()
  const { query } = useRoute()
  const site = form.fields['site'] as string | undefined
  return (
    <Field id={fieldId(['site'])} label={fieldLabel(t, 'site-visit', ['site'])} error={form.errorAt('site')} group>
      {query['site'] !== undefined && site !== undefined ? (
        <p>{say?.record(site)}</p>
      ) : (
        <RecordChoice kind="site" chosen={site} onChange={(chosen) => form.set('site', chosen)} />
      )}
    </Field>
  )
}
