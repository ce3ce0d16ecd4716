// The province answers what a commune has sent: locks it, returns it with a remark, or reopens what was locked. Locking is asked
// about first; what it undoes is reopening.

import { useState } from 'preact/hooks'
import { useWords } from '../context.ts'
import type { Submission } from '../report-periods.ts'
import { useSaveSubmission } from '../save-submission.ts'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'

type Asking = 'nothing' | 'lock' | 'return'

export function AnswerCard({ submission: { id, data } }: { submission: Submission }) {
  const t = useWords()
  const { save, isSaving } = useSaveSubmission()
  const [asking, setAsking] = useState<Asking>('nothing')
  const [remark, setRemark] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { remark: _former, ...kept } = data
  const lock = () => {
    setAsking('nothing')
    void save({ ...kept, state: 'locked' }, id, 'submission.was-locked')
  }
  const sendBack = () => {
    if (remark.trim() === '') return setMissing(true)
    setAsking('nothing')
    void save({ ...kept, state: 'returned', remark: remark.trim() }, id, 'submission.was-returned')
  }
  const reopen = () => void save({ ...kept, state: 'reopened' }, id, 'submission.was-reopened', data)
  if (asking === 'lock') {
    return (
      <section class="card wait">
        <h2>{t('submission.lock-sure')}</h2>
        <p>{t('submission.lock-what')}</p>
        <button type="button" class="button primary" aria-disabled={isSaving} onClick={lock}>
          <Icon name="lock" />
          {t('submission.lock')}
        </button>
        <button type="button" class="button quiet" onClick={() => setAsking('nothing')}>
          {t('action.cancel')}
        </button>
      </section>
    )
  }
  if (asking === 'return') {
    return (
      <section class="card">
        <Field id="f-remark" label={t('submission.remark')} hint={t('submission.remark-hint')} error={isMissing ? t('submission.remark-missing') : undefined}>
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
        <button type="button" class="button primary" aria-disabled={isSaving} onClick={sendBack}>
          <Icon name="undo" />
          {t('submission.return')}
        </button>
        <button type="button" class="button quiet" onClick={() => setAsking('nothing')}>
          {t('action.cancel')}
        </button>
      </section>
    )
  }
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
        <button type="button" class="button" aria-disabled={isSaving} onClick={reopen}>
          <Icon name="again" />
          {t('submission.reopen')}
        </button>
      )}
    </div>
  )
}
