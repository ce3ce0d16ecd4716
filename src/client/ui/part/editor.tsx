// The frame of every form: errors first, then the fields, the reason where somebody else's record is changed, and the
// one button that saves on this phone. Says when the draft was kept. Where nothing lasts, nothing new is begun; what was begun
// there can be finished.

import type { ComponentChildren } from 'preact'
import type { Fields } from '../../../model/record.ts'
import { formatMoment } from '../../../text/format.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import type { Form } from '../form.ts'
import { useIsLocked } from '../locks.ts'
import { ErrorSummary } from './error-summary.tsx'
import { Icon } from './icon.tsx'
import { Later } from './later.tsx'
import { Page } from './page.tsx'
import { ReadOnly } from './read-only.tsx'
import { Reason } from './reason.tsx'

interface EditorProps {
  title: string
  back: string
  form: Form | undefined | null
  children: (form: Form) => ComponentChildren
}

export function Editor({ title, back, form, children }: EditorProps) {
  const t = useWords()
  const { passing } = useApp()
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
  if (form.record?.readOnly) {
    return (
      <Page title={title} back={back}>
        <ReadOnly />
      </Page>
    )
  }
  if (passing && !form.id && form.draftAt === undefined) {
    return (
      <Page title={title} back={back}>
        <Later load={passingCard} given={{ userAgent: passing }} />
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
      {form.decides && form.record && <Later load={byHand} given={{ record: form.record }} />}
      <form class="stack" noValidate onSubmit={(event) => event.preventDefault()}>
        {children(form)}
        <WhyChanged form={form} />
      </form>
      <DropDraft form={form} />
    </Page>
  )
}

/** Of another's record, and of what lies in a locked period or is moved there. */
function WhyChanged({ form }: { form: Form }) {
  const me = useMe()
  const isLocked = useIsLocked()
  const { record } = form
  const before: Fields = record?.data ?? {}
  const lies = isLocked(form.field('unit'), form.field('date')) || isLocked(before['unit'], before['date'])
  const isMissing = form.problems.some(({ code }) => code === 'reason-needed')
  const isOthers = record !== undefined && record.author !== me.identity.account
  if (!isOthers && !lies && !isMissing) return null
  return (
    <Reason
      authorName={isOthers ? record.authorName : undefined}
      isLocked={lies || !isOthers}
      reason={form.reason}
      isMissing={isMissing}
      onInput={form.setReason}
    />
  )
}

const passingCard = () => import('./passing-card.tsx').then(({ PassingCard }) => PassingCard)
const byHand = () => import('./by-hand.tsx').then(({ ByHand }) => ByHand)

function DraftNote({ form }: { form: Form }) {
  const t = useWords()
  const { environment } = useApp()
  if (form.draftAt === undefined) return null
  return <span class="hint">{t('draft.kept', { time: formatMoment(form.draftAt, environment.now()) })}</span>
}

function DropDraft({ form }: { form: Form }) {
  const t = useWords()
  if (form.draftAt === undefined) return null
  return (
    <button type="button" class="button quiet" onClick={() => void form.discard()}>
      <Icon name="trash" />
      {t('draft.drop')}
    </button>
  )
}
