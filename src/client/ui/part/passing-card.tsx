// On a phone whose work lies in a browser where nothing lasts, from before this was asked: what is here can be read, sent and
// finished; where new work belongs, and how to get there.

import { useLive } from '../../store/live.ts'
import { getOutbox } from '../../store/read.ts'
import { useApp, useWords } from '../context.ts'
import { appAround, wayOutOf } from '../way-out.ts'
import { BackupButton } from './backup-button.tsx'
import { Icon } from './icon.tsx'
import { WayOutSteps } from './way-out-steps.tsx'

export function PassingCard({ userAgent }: { userAgent: string }) {
  const t = useWords()
  const { store, outlet, toast } = useApp()
  const outbox = useLive(() => getOutbox(store), [])
  if (!outbox) return null
  const unsent = outbox.unsentRecords
  const way = wayOutOf(userAgent)
  return (
    <section class="card wait">
      <h2>{t(`aside.${way}`)}</h2>
      <p>{t(way === 'safari' ? 'aside.here-safari' : 'aside.here', { app: appAround(userAgent) ?? t('aside.another-app') })}</p>
      {unsent > 0 && (
        <>
          <p>
            <b>{t('aside.unsent', { count: unsent })}</b>
          </p>
          <a class="button" href="/sending">
            <Icon name="share" />
            {t('aside.open-outbox')}
          </a>
          <BackupButton />
        </>
      )}
      <p>{t('aside.new-code')}</p>
      <WayOutSteps userAgent={userAgent} t={t} outlet={outlet} tell={(text) => (toast.value = { text })} />
    </section>
  )
}
