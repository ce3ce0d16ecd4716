// The frame of every form: errors first, then the fields, the reason where somebody else's record is changed, and the
// one button that saves on this phone. Says when the draft was kept.

import type { ComponentChildren } from 'preact'
import { formatMoment } from '../../../text/format.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import type { Form } from '../form.ts'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'
import { Page } from './page.tsx'

interface EditorProps {
  title: string
  back: string
  form: Form | undefined | null
  children: (form: Form) => ComponentChildren
}

export function Editor({ title, back, form, children }: EditorProps) {
  const t = useWords()
  if (form === undefined)
    return (
      <Page title={title} back={back}>
        {null}
      </Page>
    )
  if (form === null) {
    return (
      <Page title={title} back={back}>
        <p class="card">{t('record.missing')}</p>
      </Page>
    )
  }
  const bar = (
    <button type="button" class="button primary" onClick={() => void form.submit()}>
      <Icon name="phone" />
      {t('save.here')}
    </button>
  )
  return (
    <Page title={title} back={back} aside={<DraftNote form={form} />} bar={bar}>
      <ErrorSummary kind={form.kind} problems={form.problems} attempt={form.attempt} />
      <form class="stack" noValidate onSubmit={(event) => event.preventDefault()}>
        {children(form)}
        <Reason form={form} />
      </form>
      {form.draftAt !== undefined && (
        <button type="button" class="button quiet" onClick={() => void form.discard()}>
          <Icon name="trash" />
          {t('draft.drop')}
        </button>
      )}
    </Page>
  )
}

function DraftNote({ form }: { form: Form }) {
  const t = useWords()
  const { environment } = useApp()
  if (form.draftAt === undefined) return null
  return <span class="hint">{t('draft.kept', { time: formatMoment(form.draftAt, environment.now()) })}</span>
}

function Reason({ form }: { form: Form }) {
  const t = useWords()
  const me = useMe()
  const { record } = form
  if (!record || record.author === me.identity.account) return null
  const missing = form.problems.find(({ code }) => code === 'reason-needed')
  return (
    <section class="card">
      <Field id="f-reason" label={t('form.reason')} hint={t('form.reason-hint', { name: record.authorName })} error={missing && t('problem.reason-needed')}>
        <input id="f-reason" class="input" type="text" maxLength={300} value={form.reason} onInput={(event) => form.setReason(event.currentTarget.value)} />
      </Field>
    </section>
  )
}
