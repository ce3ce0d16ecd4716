// Stands on every screen once the phone has stopped writing: what that means, how to carry the work out, how to go on.

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useApp, useWords } from '../context.ts'
import { Icon } from './icon.tsx'
import { Later } from './later.tsx'
import './fold.css'
import './storage-banner.css'

// No part of the first load; reading goes on where writing has stopped.
const backupButton = () => import('./backup-button.tsx').then((part) => part.BackupButton)

export function StorageBanner() {
  const t = useWords()
  const { store } = useApp()
  const hasStopped = useSignal(false)
  useEffect(() => {
    store.breaker.onTrip(() => {
      hasStopped.value = true
    })
  }, [store])
  if (!hasStopped.value) return null
  return (
    <div class="storage-banner no-print" role="alert">
      <details class="fold" open>
        <summary>
          <Icon name="alert" />
          {t('storage.stopped')}
        </summary>
        <div class="stack">
          <p>{t('storage.stopped-what')}</p>
          <div class="line">
            <Later load={backupButton} given={{}} />
            <button type="button" class="button" onClick={() => window.location.reload()}>
              <Icon name="again" />
              {t('storage.reopen')}
            </button>
          </div>
        </div>
      </details>
    </div>
  )
}
