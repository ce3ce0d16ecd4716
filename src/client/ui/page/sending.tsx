// What is still on this phone and what became of the rest: waiting, needing a look, last sent, last received.

import { formatMoment } from '../../../text/format.ts'
import type { Translate } from '../../../text/translate.ts'
import { useLive } from '../../store/live.ts'
import { getOutbox, listUnsent } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { type App, useApp, useWords } from '../context.ts'
import { Badge } from '../part/badge.tsx'
import { Icon } from '../part/icon.tsx'
import { LanguageSwitch } from '../part/language-switch.tsx'
import { Page } from '../part/page.tsx'
import { editPath } from '../record-path.ts'
import { problemSentence, unitName } from '../words.ts'
import '../part/rows.css'

export function Sending() {
  const t = useWords()
  const app = useApp()
  const outbox = useLive(() => getOutbox(app.store), [])
  const unsent = useLive(() => listUnsent(app.store), [])
  const { at } = app.status.value
  const busy = at === 'sending' || at === 'receiving'
  return (
    <Page title={t('sending.title')} back="/">
      <section class="card">
        <h2>{stateSentence(app, t, outbox?.unsentRecords ?? 0)}</h2>
        <Moments />
        {at === 'signed-out' ? (
          <a class="button primary" href="/enrol">
            <Icon name="lock" />
            {t('enrol.again')}
          </a>
        ) : (
          <button type="button" class="button primary" aria-disabled={busy} onClick={() => !busy && void app.syncNow()}>
            <Icon name="share" />
            {t('sending.now')}
          </button>
        )}
      </section>
      {unsent && unsent.length > 0 && (
        <section class="card">
          <h2>{t('sending.on-phone')}</h2>
          <ul class="rows">
            {unsent.map((record) => (
              <li key={record.id}>
                <a class="row" href={pathOf(record)}>
                  <span class="row-main">{nameOf(record, app, t)}</span>
                  <span class="hint row-sub">{record.problems.map((problem) => problemSentence(t, problem)).join(' ') || t(`kind.${record.kind}`)}</span>
                  <Badge state={record.state} />
                </a>
              </li>
            ))}
          </ul>
          <p class="hint">{t('sending.keep')}</p>
        </section>
      )}
      <LanguageSwitch />
    </Page>
  )
}

function Moments() {
  const t = useWords()
  const { identity, environment } = useApp()
  const now = environment.now()
  const { lastSentAt, lastReceivedAt } = identity.value ?? {}
  return (
    <>
      <p>{lastSentAt ? t('net.last-sent', { time: formatMoment(lastSentAt, now) }) : t('net.never-sent')}</p>
      <p>{lastReceivedAt ? t('net.last-received', { time: formatMoment(lastReceivedAt, now) }) : t('net.never-received')}</p>
    </>
  )
}

/** The machine's state in plain words. */
function stateSentence({ status, environment }: App, t: Translate, unsent: number): string {
  const { at, sent, toSend, nextTryAt, lastProblem } = status.value
  if (at === 'signed-out') return t('sending.signed-out')
  if (at === 'too-old') return t('sending.too-old')
  if (at === 'sending') return t('sending.progress', { sent, all: sent + toSend })
  if (at === 'receiving') return t('sending.receiving')
  if (unsent === 0 && at === 'idle') return t('sending.all-sent')
  if (!environment.isOnline()) return t('net.none')
  if (nextTryAt !== undefined) {
    const minutes = Math.max(1, Math.round((nextTryAt - environment.now()) / 60_000))
    return `${lastProblem && lastProblem.code !== 'no-connection' ? `${problemSentence(t, lastProblem)} ` : ''}${t('sending.retry', { count: minutes })}`
  }
  return t('sending.waiting', { count: unsent })
}

const pathOf = ({ kind, id }: Shown): string => (kind === 'session' || kind === 'site' ? `/${kind}/${id}` : editPath(kind, id))

function nameOf(record: Shown, app: App, t: Translate): string {
  const data: Record<string, unknown> = record.data
  if (typeof data['name'] === 'string') return data['name']
  return typeof data['unit'] === 'string' ? unitName(app.units.value.lookup(data['unit']), t) : t(`kind.${record.kind}`)
}
