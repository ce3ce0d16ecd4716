// Lịch sử: what happened to a record, oldest first, as the office tells it; on top what this phone has not sent yet. Without
// a network, what this phone itself knows.

import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { type Problem, problem } from '../../../model/problem.ts'
import type { KindName } from '../../../model/registry.ts'
import { failed, type Result } from '../../../model/result.ts'
import type { PastChange } from '../../../protocol/history.ts'
import { useLive } from '../../store/live.ts'
import { listOwnChanges, type OwnChange } from '../../store/outgoing.ts'
import { getRecord } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { useApp, useWords } from '../context.ts'
import { Icon } from '../part/icon.tsx'
import { Page } from '../part/page.tsx'
import { PastStep } from '../part/past-step.tsx'
import { Missing } from '../part/recorded.tsx'
import { fieldsAfter, ownSteps, type Step, stepsOf } from '../past.ts'
import { recordName } from '../record-name.ts'
import { recordPath } from '../record-path.ts'
import { useSay } from '../say.ts'
import { problemSentence } from '../words.ts'

export function History() {
  const id = useRoute().params['id'] ?? ''
  const t = useWords()
  const { store } = useApp()
  const say = useSay()
  const found = useLive(async () => ({ record: await getRecord(store, id), own: await listOwnChanges(store, id) }), [id])
  if (found && !found.record) return <Missing back="/" />
  if (!found?.record || !say) {
    return (
      <Page title={t('history.title')} back="/">
        {null}
      </Page>
    )
  }
  const { record, own } = found
  return (
    <Page title={t('history.title')} back={recordPath(record.kind, record.id)}>
      <h2>{recordName(record, say)}</h2>
      <Past record={record} own={own} />
    </Page>
  )
}

function Past({ record, own }: { record: Shown; own: readonly OwnChange[] }) {
  const t = useWords()
  const { answer, ask } = useAnswer(record)
  const known = answer?.ok ? fieldsAfter(answer.value) : undefined
  const unsent = own.filter(({ stands }) => stands !== 'sent')
  return (
    <>
      <Steps
        title={t('history.unsent')}
        kind={record.kind}
        steps={known ? ownSteps(unsent, known) : ownSteps(own, undefined).filter(({ stands }) => stands !== 'sent')}
      />
      {!answer && <p class="card">{t('history.asking')}</p>}
      {answer?.ok && <Steps kind={record.kind} steps={stepsOf(answer.value, record.removed || unsent.some(({ did }) => did === 'restored'))} />}
      {answer && !answer.ok && (
        <>
          <Failed why={answer.problem} isEmpty={own.length === 0} again={ask} />
          <Steps title={t('history.known')} kind={record.kind} steps={ownSteps(own, undefined).filter(({ stands }) => stands === 'sent')} />
        </>
      )}
    </>
  )
}

/** Asked anew when the record has changed at the office. */
function useAnswer({ id, version }: Shown) {
  const { office } = useApp()
  const [answer, setAnswer] = useState<Result<PastChange[], Problem> | undefined>(undefined)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isGone = false
    // The part of the app that asks may not have come yet, without a network.
    const asked = office()
      .then(({ history }) => history(id))
      .catch(() => failed(problem('no-connection')))
    void asked.then((told) => !isGone && setAnswer(told))
    return () => {
      isGone = true
    }
  }, [id, version, attempt])
  const ask = () => {
    setAnswer(undefined)
    setAttempt(attempt + 1)
  }
  return { answer, ask }
}

function Failed({ why, isEmpty, again }: { why: Problem; isEmpty: boolean; again: () => void }) {
  const t = useWords()
  if (why.code === 'no-record') return <p class="card">{t('history.not-there')}</p>
  return (
    <section class="card wait">
      <h2 class="line">
        <Icon name="off" />
        {t('history.failed')}
      </h2>
      {why.code !== 'no-connection' && <p>{problemSentence(t, why)}</p>}
      <p>{t(isEmpty ? 'history.failed-empty' : 'history.failed-why')}</p>
      <button type="button" class="button" onClick={again}>
        <Icon name="again" />
        {t('trouble.retry')}
      </button>
    </section>
  )
}

function Steps({ title, kind, steps }: { title?: string; kind: KindName; steps: readonly Step[] }) {
  if (steps.length === 0) return null
  return (
    <section class="card">
      {title && <h2>{title}</h2>}
      <ol class="past">
        {steps.map((step) => (
          <PastStep key={step.key} kind={kind} step={step} />
        ))}
      </ol>
    </section>
  )
}
