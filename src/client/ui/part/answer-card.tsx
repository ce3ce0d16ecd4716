// The province answers what a commune has sent: locks it, returns it with a remark, or reopens what was locked. Each is asked about
// first; what it undoes is reopening.

import { useState } from 'preact/hooks'
import { useWords } from '../context.ts'
import type { Submission } from '../report-periods.ts'
import { useSaveSubmission } from '../save-submission.ts'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'
import { NotOver } from './not-over.tsx'

/** What is given back to the commune, with a remark: what becomes of it, and what is said then. */
const backs = {
  return: { state: 'returned', icon: 'undo', hint: 'submission.remark-hint', done: 'submission.was-returned' },
  reopen: { state: 'reopened', icon: 'again', hint: 'submission.reopen-what', done: 'submission.was-reopened' },
} as const
type Back = keyof typeof backs

export function AnswerCard({ submission: { id, data } }: { submission: Submission }) {
  const t = useWords()
  const { save, isSaving } = useSaveSubmission()
  const [asking, setAsking] = useState<'nothing' | 'lock' | Back>('nothing')
  const cancel = () => setAsking('nothing')
  const lock = () => {
    cancel()
    void save({ ...data, state: 'locked' }, id, 'submission.was-locked')
  }
  const giveBack = (back: Back, remark: string) => {
    cancel()
    const { state, done } = backs[back]
    void save({ ...data, state, remark }, id, done, back === 'reopen' ? data : undefined)
  }
  if (asking === 'lock') {
    return (
      <section class="card wait">
        <h2>{t('submission.lock-sure')}</h2>
        <NotOver period={data.period} />
        <p>{t('submission.lock-what')}</p>
        <button type="button" class="button primary" aria-disabled={isSaving} onClick={lock}>
          <Icon name="lock" />
          {t('submission.lock')}
        </button>
        <Cancel onCancel={cancel} />
      </section>
    )
  }
  if (asking !== 'nothing') return <GiveBack back={asking} isSaving={isSaving} onGive={(remark) => giveBack(asking, remark)} onCancel={cancel} />
  return (
    <div class="stack no-print">
      {data.state !== 'locked' && (
        <button type="button" class="button primary" onClick={() => setAsking('lock')}>
          <Icon name="lock" />
          {t('submission.lock')}
        </button>
      )}
      {data.state === 'submitted' && (
        <button type="button" class="button" onClick={() => setAsking('return')}>
          <Icon name="undo" />
          {t('submission.return')}
        </button>
      )}
      {data.state === 'locked' && (
        <button type="button" class="button" onClick={() => setAsking('reopen')}>
          <Icon name="again" />
          {t('submission.reopen')}
        </button>
      )}
    </div>
  )
}

interface GiveBackProps {
  back: Back
  isSaving: boolean
  onGive: (remark: string) => void
  onCancel: () => void
}

function GiveBack({ back, isSaving, onGive, onCancel }: GiveBackProps) {
  const t = useWords()
  const [remark, setRemark] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { icon, hint } = backs[back]
  return (
    <section class={back === 'reopen' ? 'card wait' : 'card'}>
      {back === 'reopen' && <h2>{t('submission.reopen-sure')}</h2>}
      <Field id="f-remark" label={t('submission.remark')} hint={t(hint)} error={isMissing ? t('submission.remark-missing') : undefined}>
        <textarea
          id="f-remark"
          class="input"
          rows={3}
          maxLength={1000}
          value={remark}
          onInput={(event) => {
            setRemark(event.currentTarget.value)
            setMissing(false)
          }}
        />
      </Field>
      <button type="button" class="button primary" aria-disabled={isSaving} onClick={() => (remark.trim() === '' ? setMissing(true) : onGive(remark.trim()))}>
        <Icon name={icon} />
        {t(`submission.${back}`)}
      </button>
      <Cancel onCancel={onCancel} />
    </section>
  )
}

function Cancel({ onCancel }: { onCancel: () => void }) {
  const t = useWords()
  return (
    <button type="button" class="button quiet" onClick={onCancel}>
      {t('action.cancel')}
    </button>
  )
}
