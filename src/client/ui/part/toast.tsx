// One short message at a time, with at most one thing to do about it; and the one place where screen readers are told.

import { useEffect } from 'preact/hooks'
import { useApp, useWords } from '../context.ts'
import { Icon } from './icon.tsx'
import { Later } from './later.tsx'
import './toast.css'

const SHOWN_MS = 10_000

const sentNotice = () => import('./sent-notice.tsx').then(({ SentNotice }) => SentNotice)

export function ToastArea() {
  const { toast, spoken } = useApp()
  const t = useWords()
  const shown = toast.value
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(() => {
      toast.value = undefined
    }, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [shown, toast])
  return (
    <div class="toast-area no-print">
      {/* Read piece by piece: what was sent is no reason to say once more what was saved. */}
      <div role="status" aria-atomic="false">
        {shown && <p class="toast-text">{shown.text}</p>}
        {spoken.value && <p class="unseen">{spoken.value}</p>}
        <Later load={sentNotice} given={{}} />
      </div>
      {shown?.action && (
        <button type="button" class="button" onClick={act}>
          {shown.action.label}
        </button>
      )}
      {shown && (
        <button type="button" class="button quiet" onClick={close}>
          <Icon name="close" />
          <span class="unseen">{t('action.close')}</span>
        </button>
      )}
    </div>
  )

  function act() {
    shown?.action?.run()
    close()
  }

  function close() {
    toast.value = undefined
  }
}
