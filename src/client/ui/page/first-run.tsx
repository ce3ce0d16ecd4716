// The three steps after a phone was given to someone: whose it is and what it keeps; letters and light; her villages and what
// the badges say. Asked once, passed over with one tap, and never between a person and her draft.

import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { listDrafts } from '../../store/draft.ts'
import { endFirstRun } from '../../store/first-run.ts'
import { useLive } from '../../store/live.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { BadgeWords } from '../part/badge-words.tsx'
import { Icon } from '../part/icon.tsx'
import { LanguageSwitch } from '../part/language-switch.tsx'
import { TextSizeChoice, ThemeChoice } from '../part/looks.tsx'
import { MyVillages } from '../part/my-villages.tsx'
import { Page } from '../part/page.tsx'
import { Tabs } from '../part/tabs.tsx'
import { Who } from '../part/who.tsx'
import { Home } from './home.tsx'

const LAST = 3

export function FirstRun() {
  const { store } = useApp()
  const { route, query } = useLocation()
  const [isOver, setOver] = useState(false)
  const drafts = useLive(() => listDrafts(store), [])
  const hasDraft = drafts !== undefined && drafts.length > 0
  const step = Math.min(LAST, Math.max(1, Number(query['step']) || 1))
  useEffect(() => window.scrollTo(0, 0), [step])
  useEffect(() => {
    if (hasDraft) void endFirstRun(store)
  }, [hasDraft])
  if (!drafts) return null
  if (isOver || hasDraft) {
    return (
      <>
        <Home />
        <Tabs />
      </>
    )
  }
  const end = () => {
    // Goes on also where the phone takes nothing down any more.
    setOver(true)
    void endFirstRun(store)
    route('/', true)
  }
  return <Step step={step} next={() => (step < LAST ? route(`/?step=${step + 1}`) : end())} pass={end} />
}

function Step({ step, next, pass }: { step: number; next: () => void; pass: () => void }) {
  const t = useWords()
  const isLast = step === LAST
  const title = step === 1 ? t('begin.phone') : step === 2 ? t('begin.looks') : t('begin.ready')
  return (
    <Page
      title={title}
      {...(step > 1 ? { back: `/?step=${step - 1}` } : {})}
      aside={<span class="hint">{t('begin.step', { step, of: LAST })}</span>}
      bar={
        <>
          {!isLast && (
            <button type="button" class="button" onClick={pass}>
              {t('begin.pass')}
            </button>
          )}
          <button type="button" class="button primary" onClick={next}>
            <Icon name={isLast ? 'check' : 'forward'} />
            {t(isLast ? 'begin.home' : 'begin.next')}
          </button>
        </>
      }
    >
      {step === 1 && <Phone />}
      {step === 2 && <LettersAndLight />}
      {isLast && <Ready />}
    </Page>
  )
}

const Card = ({ children }: { children: ComponentChildren }) => <section class="card">{children}</section>

function Phone() {
  const t = useWords()
  return (
    <>
      <Card>
        <Who />
        <p class="hint">{t('begin.not-you')}</p>
      </Card>
      <Card>
        <h2>{t('begin.kept')}</h2>
        <p>{t('more.what-is-kept')}</p>
        <p>{t('begin.kept-here')}</p>
      </Card>
      <Card>
        <h2>{t('more.language')}</h2>
        <LanguageSwitch />
      </Card>
    </>
  )
}

function LettersAndLight() {
  const t = useWords()
  return (
    <>
      <Card>
        <p>{t('begin.sample')}</p>
        <p class="figure">
          23 <small>{t('begin.sample-people')}</small>
        </p>
        <p class="hint">{t('begin.sample-hint')}</p>
      </Card>
      <Card>
        <TextSizeChoice />
      </Card>
      <Card>
        <ThemeChoice />
      </Card>
    </>
  )
}

function Ready() {
  const t = useWords()
  const { role, commune } = useMe()
  return (
    <>
      <Card>
        <h2>{t('begin.badges')}</h2>
        <BadgeWords />
      </Card>
      {role === 'collaborator' && commune && (
        <Card>
          <h2>{t('begin.villages')}</h2>
          <MyVillages commune={commune} />
        </Card>
      )}
    </>
  )
}
