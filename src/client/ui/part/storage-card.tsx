// Whether the browser keeps what is stored here, how much room is left for more, and what was lost before: in plain words, with
// what to do about it. What a browser says of its room is a guess, and is told as one.

import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { formatBytes, formatMoment, formatNumber } from '../../../text/format.ts'
import { useLive } from '../../store/live.ts'
import { readTip, readToldLoss } from '../../store/loss.ts'
import { type App, useApp, useNow, useWords } from '../context.ts'
import { BackupButton } from './backup-button.tsx'
import { Icon } from './icon.tsx'
import './storage-card.css'

interface Told {
  usage: number
  quota: number
  isPromised: boolean
}

/** What the browser says of its storage: asked anew at each visit, shown when it has answered. */
const told = signal<Told | undefined>(undefined)

/** A saved session with its change, its indexes and its drafts, generously. */
const SESSION_BYTES = 15_000
/** Nobody needs to know more than this. */
const MANY_SESSIONS = 10_000
const LITTLE_BYTES = 30_000_000

export function StorageCard() {
  const t = useWords()
  const { store, environment } = useApp()
  const tip = useLive(() => readTip(store), [])
  useEffect(() => void ask(environment), [environment])
  const known = told.value
  if (!known) return null
  const isAtRisk = !known.isPromised && tip !== undefined && tip.n > 0
  const isLow = known.quota > 0 && known.quota - known.usage < LITTLE_BYTES
  return (
    <section class={isLow ? 'card bad' : isAtRisk ? 'card wait' : 'card'}>
      <h2>{t('storage.title')}</h2>
      {isLow && <p>{t('storage.low')}</p>}
      {isAtRisk && <NotPromised />}
      {known.isPromised && <p>{t('storage.promised')}</p>}
      {known.quota > 0 && <Room known={known} isLow={isLow} />}
      <LossNote />
      <BackupButton />
    </section>
  )
}

async function ask({ storage }: App['environment']): Promise<void> {
  const [{ usage, quota }, isPromised] = await Promise.all([storage.estimate(), storage.persisted()])
  told.value = { usage, quota, isPromised }
}

function NotPromised() {
  const t = useWords()
  const { install } = useApp()
  return (
    <>
      <p>{t('storage.not-promised')}</p>
      <ul class="storage-advice">
        <li>{t('storage.put-on-home-screen')}</li>
        <li>{t('storage.do-not-clear')}</li>
        <li>{t('storage.send-often')}</li>
      </ul>
      {install.value && (
        <button type="button" class="button" onClick={() => install.value?.()}>
          <Icon name="phone" />
          {t('more.install')}
        </button>
      )}
    </>
  )
}

function Room({ known: { usage, quota }, isLow }: { known: Told; isLow: boolean }) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const sessions = Math.floor(Math.max(0, quota - usage) / SESSION_BYTES)
  const isMany = sessions >= MANY_SESSIONS
  const room = t(isMany ? 'storage.room-for-more-than' : 'storage.room-for', { sessions: formatNumber(isMany ? MANY_SESSIONS : rounded(sessions), language) })
  return (
    <>
      <p>
        {t('storage.used', { used: formatBytes(usage, language) })} {room}
      </p>
      {isLow && <meter class="storage-meter" min={0} max={quota} value={usage} high={quota * 0.8} optimum={0} aria-label={t('storage.used-share')} />}
      <p class="hint">{t('storage.guess')}</p>
    </>
  )
}

/** To two figures: more would promise what nobody knows. */
function rounded(count: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1)
  return Math.floor(count / step) * step
}

function LossNote() {
  const t = useWords()
  const now = useNow()
  const { store } = useApp()
  const loss = useLive(() => readToldLoss(store), [])
  if (!loss) return null
  const time = formatMoment(loss.at, now)
  return <p>{loss.missing === undefined ? t('storage.lost-all', { time }) : t('storage.lost-some', { time, count: loss.missing })}</p>
}
