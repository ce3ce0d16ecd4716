// Offers to put the app on the home screen, after a while and never insisting; where nothing lasts, the way out instead.

import { useState } from 'preact/hooks'
import { useApp, useWords } from '../context.ts'
import { mayOffer, putOff, readOffer } from '../install-offer.ts'
import { Icon } from './icon.tsx'
import { Later } from './later.tsx'

const passingCard = () => import('./passing-card.tsx').then(({ PassingCard }) => PassingCard)

/** `asked`: on the screen where one looks for it. */
export function InstallCard({ asked }: { asked: boolean }) {
  const t = useWords()
  const { install, passing } = useApp()
  const [isOffered, setOffered] = useState(() => asked || mayOffer(readOffer()))
  if (passing) return <Later load={passingCard} given={{ userAgent: passing }} />
  const ask = install.value
  if (!ask || !isOffered) return null
  return (
    <section class="card">
      <h2>{t('install.title')}</h2>
      <p>{t('install.why')}</p>
      <div class="line">
        <button type="button" class="button" onClick={() => answer(ask)}>
          <Icon name="phone" />
          {t('more.install')}
        </button>
        {!asked && (
          <button type="button" class="button quiet" onClick={() => answer()}>
            {t('install.later')}
          </button>
        )}
      </div>
    </section>
  )

  /** Who says no to the browser's own question has put it off, too. */
  function answer(run?: () => void) {
    putOff()
    run?.()
    setOffered(asked)
  }
}
