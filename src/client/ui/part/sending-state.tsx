// What the phone is doing about sending, in plain words: what that means for what is unsent, and the one thing to do.

import { formatMoment } from '../../../text/format.ts'
import type { MessageKey, Translate } from '../../../text/translate.ts'
import type { Outgoing } from '../../store/outgoing.ts'
import { type App, useApp, useWords } from '../context.ts'
import { problemSentence } from '../words.ts'
import { Icon, type IconName } from './icon.tsx'
import './progress.css'

interface StateProps {
  outgoing: Outgoing
  /** Nothing was ever sent from here. */
  isNew: boolean
}

export function SendingState({ outgoing, isNew }: StateProps) {
  const t = useWords()
  const app = useApp()
  const { at, sent, toSend, lastProblem } = app.status.value
  const [icon, tone, title, ...why] = look(app, t, { outgoing, isNew })
  return (
    <section class={`card ${tone}`}>
      <h2 class="line">
        <Icon name={icon} />
        {title}
      </h2>
      {at === 'sending' && <progress class="progress" aria-label={title} max={Math.max(1, sent + toSend)} value={sent} />}
      {why.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Moments />
      {lastProblem?.code !== 'storage-failed' && !app.endTryOut && <Act isUrgent={outgoing.waiting.length > 0 || at === 'waiting'} />}
    </section>
  )
}

/** When something was last sent and last received: two different things, each by its last success. */
function Moments() {
  const t = useWords()
  const { identity, environment } = useApp()
  const now = environment.now()
  const { lastSentAt, lastReceivedAt } = identity.value ?? {}
  return (
    <ul class="hint">
      <li>{lastSentAt ? t('net.last-sent', { time: formatMoment(lastSentAt, now) }) : t('net.never-sent')}</li>
      <li>{lastReceivedAt ? t('net.last-received', { time: formatMoment(lastReceivedAt, now) }) : t('net.never-received')}</li>
    </ul>
  )
}

/** Where nothing waits nothing presses: the button is there, and small. */
function Act({ isUrgent }: { isUrgent: boolean }) {
  const t = useWords()
  const { status, update, syncNow, toast } = useApp()
  const { at } = status.value
  const isBusy = at === 'sending' || at === 'receiving'
  if (at === 'signed-out') {
    return (
      <a class="button primary" href="/enrol">
        <Icon name="lock" />
        {t('enrol.again')}
      </a>
    )
  }
  if (at === 'too-old') {
    return (
      <button type="button" class="button primary" onClick={() => (update.value ? update.value() : window.location.reload())}>
        <Icon name="again" />
        {t('update.now')}
      </button>
    )
  }
  return (
    <button type="button" class={isUrgent ? 'button primary' : 'button'} aria-disabled={isBusy} onClick={() => !isBusy && void send()}>
      <Icon name="share" />
      {t('sending.now')}
    </button>
  )

  /** Where it came to nothing the card looks as before: the tap is answered all the same. */
  async function send() {
    await syncNow()
    const { lastProblem } = status.value
    if (lastProblem) toast.value = { text: lastProblem.code === 'no-connection' ? t('sending.no-network') : problemSentence(t, lastProblem) }
  }
}

type Look = [icon: IconName, tone: string, title: string, ...why: string[]]

function look(app: App, t: Translate, { outgoing: { waiting, toMend, held }, isNew }: StateProps): Look {
  const { at, sent, toSend, lastProblem } = app.status.value
  const unsent = waiting.length + toMend.filter(({ state }) => state === 'attention').length
  const toSee = toMend.length + held.filter(({ isLate }) => isLate).length
  const left = unsent > 0 ? t('sending.unsent', { count: unsent }) : t('sending.none-unsent')
  if (app.endTryOut) return ['phone', 'wait', t('tryout.strip'), left, t('tryout.sending-why')]
  switch (at) {
    case 'signed-out':
      return ['lock', 'bad', t('sending.signed-out'), left, t('sending.signed-out-why')]
    case 'too-old':
      return ['again', 'bad', t('sending.too-old'), left, t('sending.too-old-why')]
    case 'sending':
      return ['share', 'wait', t('sending.progress', { sent, all: sent + toSend }), t('sending.progress-why')]
    case 'receiving':
      return ['again', '', t('sending.receiving'), left]
    case 'waiting':
      return waitingLook(app, t, unsent, left)
  }
  if (lastProblem?.code === 'storage-failed') return ['alert', 'bad', t('sending.storage'), left]
  if (waiting.length > 0) return waitingLook(app, t, unsent, left)
  if (toSee > 0) return ['alert', 'bad', t('sending.to-see', { count: toSee }), t('sending.to-see-why')]
  const calm: MessageKey = isNew ? 'sending.nothing' : 'sending.all-sent'
  return ['sent', 'good', t(calm), t(`${calm}-why`)]
}

function waitingLook({ status, environment }: App, t: Translate, unsent: number, left: string): Look {
  const { nextTryAt, lastProblem } = status.value
  if (!environment.isOnline()) return ['off', 'wait', t('net.none'), left, ...(unsent > 0 ? [t('sending.offline-why')] : [])]
  if (nextTryAt === undefined) return ['phone', 'wait', t('sending.waits'), left, t('sending.by-itself')]
  const why = lastProblem && lastProblem.code !== 'no-connection' ? [problemSentence(t, lastProblem)] : []
  const again = t('sending.again-at', { time: formatMoment(nextTryAt, environment.now()) })
  return ['off', 'wait', t(unsent > 0 ? 'sending.not-sent' : 'sending.not-received'), ...why, left, again]
}
