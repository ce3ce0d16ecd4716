// Stands on every screen once the phone has stopped writing: what that means, how to carry the work out, how to go on.

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useApp, useWords } from '../context.ts'
import type { BackupButton } from './backup-button.tsx'
import { Icon } from './icon.tsx'
import './fold.css'
import './storage-banner.css'

export function StorageBanner() {
  const t = useWords()
  const { store } = useApp()
  const hasStopped = useSignal(false)
  // No part of the first load; reading goes on where writing has stopped.
  const carrying = useSignal<{ Backup?: typeof BackupButton }>({})
  useEffect(() => {
    store.breaker.onTrip(() => {
      hasStopped.value = true
      import('./backup-button.tsx').then((part) => (carrying.value = { Backup: part.BackupButton }), console.warn)
    })
  }, [store])
  if (!hasStopped.value) return null
  const { Backup } = carrying.value
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
            {Backup && <Backup />}
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
