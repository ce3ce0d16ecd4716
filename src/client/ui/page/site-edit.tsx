// Adding a model site, and editing one. What shelters people is explained where it is made: commune only, no address.

import { useLocation, useRoute } from 'preact-iso'
import { isConfidential } from '../../../model/site.ts'
import type { siteTypes } from '../../../model/terms.ts'
import { useMe } from '../actor.ts'
import { useToday, useWords } from '../context.ts'
import { type Form, useForm } from '../form.ts'
import { Editor } from '../part/editor.tsx'
import { fieldId } from '../part/error-summary.tsx'
import { Field } from '../part/field.tsx'
import { Icon } from '../part/icon.tsx'
import { RecordFields } from '../part/record-fields.tsx'
import { StatusHistory } from '../part/status-history.tsx'
import { UnitPicker } from '../part/unit-picker.tsx'
import { fieldLabel } from '../words.ts'

export function SiteNew() {
  return <SiteEditor />
}

export function SiteEdit() {
  const { params } = useRoute()
  return <SiteEditor id={params['id']} />
}

function SiteEditor({ id }: { id?: string | undefined }) {
  const t = useWords()
  const me = useMe()
  const today = useToday()
  const { route } = useLocation()
  const form = useForm({
    kind: 'site',
    id,
    defaults: () => ({ organisation: me.identity.scope.organisation, statuses: [{ status: 'active', from: today }] }),
    onSaved: (saved) => route(`/site/${saved.id}`, true),
  })
  return (
    <Editor title={id ? t('site.edit') : t('site.add')} back={id ? `/site/${id}` : '/sites'} form={form}>
      {(ready) => <SiteCards form={ready} />}
    </Editor>
  )
}

function SiteCards({ form }: { form: Form }) {
  const { type, published, address } = form.fields as { type?: (typeof siteTypes)[number]; published?: boolean; address?: string }
  const confidential = type !== undefined && isConfidential({ type, published })
  return (
    <>
      <section class="card fold-body">
        <RecordFields form={form} names={['type', 'name', 'depth']} />
      </section>
      {confidential && <ConfidentialNote />}
      <section class="card fold-body">
        <RecordFields form={form} names={['unit']} parts={{ unit: () => <Place key="unit" form={form} confidential={confidential} /> }} />
        {(!confidential || address !== undefined) && <RecordFields form={form} names={['address']} />}
        {type === 'trusted-address' && <RecordFields form={form} names={['published']} />}
      </section>
      <section class="card fold-body">
        <StatusHistory form={form} />
        <RecordFields form={form} names={['members', 'organisation']} />
      </section>
    </>
  )
}

const OPEN_LEVELS = ['village', 'commune'] as const
const CONFIDENTIAL_LEVELS = ['commune'] as const

function Place({ form, confidential }: { form: Form; confidential: boolean }) {
  const t = useWords()
  const id = fieldId(['unit'])
  return (
    <Field id={id} label={fieldLabel(t, 'site', ['unit'])} hint={confidential ? t('site.commune-only') : undefined} error={form.errorAt('unit')} group>
      <UnitPicker
        id={id}
        value={form.fields['unit'] as string | undefined}
        levels={confidential ? CONFIDENTIAL_LEVELS : OPEN_LEVELS}
        onChoose={(unit) => form.set('unit', unit)}
      />
    </Field>
  )
}

function ConfidentialNote() {
  const t = useWords()
  return (
    <section class="card wait">
      <h2 class="line">
        <Icon name="lock" />
        {t('site.confidential')}
      </h2>
      <p>{t('site.confidential-why')}</p>
    </section>
  )
}
