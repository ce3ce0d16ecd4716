// Adding a model site, and editing one. What shelters people is explained where it is made: commune only, no address.

import { useEffect, useRef } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import { isConfidential } from '../../../model/site.ts'
import type { siteTypes } from '../../../model/terms.ts'
import { communeOf } from '../../../model/unit.ts'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { type Form, useForm } from '../form.ts'
import { Editor } from '../part/editor.tsx'
import { fieldId } from '../part/error-summary.tsx'
import { Field } from '../part/field.tsx'
import { Icon } from '../part/icon.tsx'
import { RecordFields } from '../part/record-fields.tsx'
import { StatusHistory } from '../part/status-history.tsx'
import { UnitPicker } from '../part/unit-picker.tsx'
import { useSpoken } from '../spoken.ts'
import { fieldLabel, termName } from '../words.ts'

type SiteType = (typeof siteTypes)[number]

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
  const { type, address } = form.fields as { type?: SiteType; address?: string }
  const confidential = useConfidential(form)
  const note = useRef<HTMLDivElement>(null)
  const t = useWords()
  useSpoken(confidential ? t('site.confidential') : undefined)
  const was = useRef(confidential)
  // The list of types is long: what the choice means would stand below the window.
  useEffect(() => {
    if (confidential && !was.current) note.current?.scrollIntoView({ block: 'nearest' })
    was.current = confidential
  }, [confidential])
  return (
    <>
      <section class="card fold-body">
        {form.record && type && <FixedType type={type} />}
        <RecordFields form={form} names={['type']} />
        <div ref={note} style={{ scrollMarginBlock: '96px' }}>
          {confidential && type && <ConfidentialNote type={type} />}
        </div>
        <RecordFields form={form} names={['name', 'depth']} />
      </section>
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

/**
 * What was entered before the type was chosen goes with the fields that then disappear: no draft may hold it either. What an
 * earlier record holds stays in sight until the person takes it out.
 */
function useConfidential(form: Form): boolean {
  const { units } = useApp()
  const { type, published, unit, address } = form.fields as { type?: SiteType; published?: boolean; unit?: string; address?: string }
  const confidential = type !== undefined && isConfidential({ type, published })
  useEffect(() => {
    if (!confidential || form.record) return
    if (address !== undefined) form.set('address', undefined)
    const commune = unit && units.value.lookup(unit)?.level === 'village' ? communeOf(unit, units.value.lookup) : undefined
    if (commune) form.set('unit', commune.id)
  }, [confidential])
  return confidential
}

function FixedType({ type }: { type: SiteType }) {
  const t = useWords()
  return (
    <p>
      <b>{termName(t, 'siteType', type)}</b>
      <br />
      <span class="hint">{t('site.type-fixed')}</span>
    </p>
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

const kept = ['site.kept-commune', 'site.kept-photo', 'site.kept-name'] as const

/** Said where the choice is made: what is not asked any more, and why. */
function ConfidentialNote({ type }: { type: SiteType }) {
  const t = useWords()
  return (
    <section class="card wait">
      <h2 class="line">
        <Icon name="lock" />
        {t('site.confidential')}
      </h2>
      <ul class="stack">
        {kept.map((said) => (
          <li key={said}>{t(said)}</li>
        ))}
      </ul>
      <p>{t('site.kept-why')}</p>
      {type === 'trusted-address' && <p>{t('site.kept-until')}</p>}
    </section>
  )
}
