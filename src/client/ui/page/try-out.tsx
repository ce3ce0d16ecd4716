// The door of the try-out, from both sides: what it is before it begins; what becomes of what was tried before it ends.

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { useLive } from '../../store/live.ts'
import { storedCounts } from '../../store/read.ts'
import { useApp, useWords } from '../context.ts'
import { Icon } from '../part/icon.tsx'
import { LanguageSwitch } from '../part/language-switch.tsx'
import { Page } from '../part/page.tsx'
import { markTryOut } from '../try-out-mark.ts'

export function TryOut() {
  const { endTryOut } = useApp()
  return endTryOut ? <Leave end={endTryOut} /> : <Enter />
}

function Enter() {
  const t = useWords()
  const isForbidden = useSignal(false)
  return (
    <Page title={t('tryout.title')} back="/">
      <section class="card">
        <p>{t('tryout.made-up')}</p>
        <p>{t('tryout.not-sent')}</p>
        <p>{t('tryout.how-to-leave')}</p>
      </section>
      {isForbidden.value && (
        <p class="card bad" role="alert">
          {t('tryout.forbidden')}
        </p>
      )}
      <button type="button" class="button primary" onClick={enter}>
        <Icon name="edit" />
        {t('tryout.begin')}
      </button>
      <LanguageSwitch />
    </Page>
  )

  function enter() {
    if (markTryOut()) window.location.assign('/')
    else isForbidden.value = true
  }
}

function Leave({ end }: { end: () => Promise<void> }) {
  const t = useWords()
  const { store } = useApp()
  const counts = useLive(() => storedCounts(store), [])
  const tried = counts && counts.unsent + counts.drafts
  useEffect(() => {
    // Nothing was logged: there is nothing to ask.
    if (tried === 0) void end()
  }, [tried === 0])
  return (
    <Page title={t('tryout.leave')} back="/">
      {tried ? (
        <>
          <p class="card wait">{t('tryout.what-goes', { count: tried })}</p>
          <button type="button" class="button primary" onClick={() => void end()}>
            <Icon name="trash" />
            {t('tryout.leave-for-good')}
          </button>
          <a class="button" href="/">
            {t('tryout.stay')}
          </a>
        </>
      ) : null}
    </Page>
  )
}
