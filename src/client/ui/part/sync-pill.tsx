// The state of sending, in the header: what is still on the phone, and what the phone is doing about it.

import { useLive } from '../../store/live.ts'
import { getOutbox } from '../../store/read.ts'
import { useApp, useWords } from '../context.ts'
import { useHasData } from './first-data.tsx'
import { Icon, type IconName } from './icon.tsx'
import './badge.css'

export function SyncPill() {
  const { store, status, endTryOut } = useApp()
  const t = useWords()
  const outbox = useLive(() => getOutbox(store), [])
  const hasData = useHasData()
  // Where nothing is sent, nothing may look as if it had been.
  if (!outbox || (endTryOut && outbox.waiting === 0)) return null
  const { at, lastProblem } = status.value
  const [icon, tone, text] = look()
  return (
    <a class={`badge ${tone} no-print`} href="/sending">
      <Icon name={icon} />
      {text}
    </a>
  )

  function look(): [IconName, string, string] {
    if (at === 'attention' && lastProblem) return ['alert', 'bad', t('pill.storage')]
    if (outbox && outbox.attention > 0) return ['alert', 'bad', t('pill.attention', { count: outbox.attention })]
    if (at === 'signed-out') return ['lock', 'bad', t('pill.signed-out')]
    if (at === 'too-old') return ['again', 'bad', t('pill.too-old')]
    if (at === 'sending') return ['share', 'wait', t('pill.sending')]
    if (outbox && outbox.waiting > 0) return ['phone', 'wait', t('pill.waiting', { count: outbox.unsentRecords })]
    if (!hasData) return ['again', 'wait', t('pill.first')]
    return ['sent', 'good', t('pill.sent')]
  }
}
