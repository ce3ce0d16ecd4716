// The frame of a screen: heading that takes focus after navigation, the way back, the practice strip.

import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useApp, useWords } from '../context.ts'
import { Icon } from './icon.tsx'
import './page.css'

interface PageProps {
  title: string
  /** Path to go up to; screens of the tab bar have none. */
  back?: string | undefined
  aside?: ComponentChildren
  /** Sticks to the lower edge: the one thing to do here. */
  bar?: ComponentChildren
  /** The screen shows a paper of its own: only that is printed. */
  paper?: boolean
  children: ComponentChildren
}

export function Page({ title, back, aside, bar, paper, children }: PageProps) {
  const t = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const { endTryOut } = useApp()
  useEffect(() => {
    document.title = `${endTryOut ? `${t('tryout.strip')} · ` : ''}${title} · Lan Tỏa`
    heading.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <div class={paper ? 'page on-paper' : 'page'}>
      <PracticeStrip />
      <header class="page-head">
        {back !== undefined && (
          <a class="button quiet back no-print" href={back}>
            <Icon name="back" />
            <span class="unseen">{t('action.back')}</span>
          </a>
        )}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {aside}
      </header>
      <main class="stack">{children}</main>
      {bar && <div class="page-bar no-print">{bar}</div>}
    </div>
  )
}

/** What every screen of practice says. */
export function usePracticeMark(): string | undefined {
  const { identity, endTryOut } = useApp()
  const t = useWords()
  if (endTryOut) return t('tryout.strip')
  return identity.value?.scope.practice ? t('practice.strip') : undefined
}

function PracticeStrip() {
  const { endTryOut } = useApp()
  const t = useWords()
  const mark = usePracticeMark()
  if (!mark) return null
  return (
    <p class="practice-strip">
      {mark}
      {endTryOut && <a href="/try-out">{t('tryout.leave')}</a>}
    </p>
  )
}
