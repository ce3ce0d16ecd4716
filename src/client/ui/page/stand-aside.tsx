// In a browser where nothing lasts: says why, and leads out. Nothing is kept or used up here; the invitation stays in the
// address. StandAside stands without the database.

import type { ReadonlySignal } from '@preact/signals'
import type { Translate } from '../../../text/translate.ts'
import type { Outlet } from '../../outlet.ts'
import { useLive } from '../../store/live.ts'
import { getOutbox } from '../../store/read.ts'
import { useApp } from '../context.ts'
import { BarePage } from '../part/bare-page.tsx'
import { LanguageChips } from '../part/language-switch.tsx'
import { WayOutSteps } from '../part/way-out-steps.tsx'
import type { Preferences } from '../preference.ts'
import { appAround, wayOutOf } from '../way-out.ts'
import { Enrol } from './enrol.tsx'

interface StandAsideProps {
  userAgent: string
  preferences: Preferences
  words: ReadonlySignal<Translate>
  outlet: Pick<Outlet, 'copyText'>
  tell?: ((text: string) => void) | undefined
}

export function StandAside({ userAgent, preferences, words, outlet, tell }: StandAsideProps) {
  const t = words.value
  const way = wayOutOf(userAgent)
  const title = t(`aside.${way}`)
  return (
    <BarePage title={title}>
      <p class="card wait">{t(`aside.why.${way}`, { app: appAround(userAgent) ?? t('aside.another-app') })}</p>
      <WayOutSteps userAgent={userAgent} t={t} outlet={outlet} tell={tell} />
      <LanguageChips preferences={preferences} />
    </BarePage>
  )
}

/** Letting in, where this phone remembers something: allowed only while unsent work lies here, which has to be handed in. */
export function PassingEnrol({ userAgent }: { userAgent: string }) {
  const { store, identity, preferences, t, outlet, toast } = useApp()
  const outbox = useLive(() => getOutbox(store), [])
  if (!outbox) return null
  if (identity.value && outbox.unsentRecords > 0) return <Enrol />
  return <StandAside userAgent={userAgent} preferences={preferences} words={t} outlet={outlet} tell={(text) => (toast.value = { text })} />
}
