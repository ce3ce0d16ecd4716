// The first screen of a phone that belongs to nobody yet: a link opens it with everything filled in, a code is typed.

import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type Problem, problemTraits } from '../../../model/problem.ts'
import { CODE_LENGTH, normaliseCode } from '../../../protocol/enrol.ts'
import { useApp, useWords } from '../context.ts'
import { Field } from '../part/field.tsx'
import { Icon } from '../part/icon.tsx'
import { LanguageSwitch } from '../part/language-switch.tsx'
import { Page } from '../part/page.tsx'
import { useSpoken } from '../spoken.ts'
import { problemSentence } from '../words.ts'

export function Enrol() {
  const t = useWords()
  const app = useApp()
  const { route } = useLocation()
  const typed = useSignal('')
  const problem = useSignal<Problem | undefined>(undefined)
  const tried = useSignal('')
  const busy = useSignal(false)
  const begun = useRef(false)
  useSpoken(busy.value ? t('enrol.busy') : undefined)

  useEffect(() => {
    const begin = () => {
      const secret = takeSecret()
      if (secret) void enrol(secret)
    }
    if (!begun.current) begin()
    begun.current = true
    // A second link opened in the same tab changes nothing but what stands behind the #.
    window.addEventListener('hashchange', begin)
    return () => window.removeEventListener('hashchange', begin)
  }, [])

  return (
    <Page title={t('enrol.title')} {...(app.identity.value ? { back: '/' } : {})}>
      <p>{t('enrol.intro')}</p>
      {problem.value && <NotIn problem={problem.value} again={() => void enrol(tried.value)} />}
      {busy.value ? (
        <p class="card">{t('enrol.busy')}</p>
      ) : (
        <form class="card" noValidate onSubmit={submit}>
          <Field id="enrol-code" label={t('enrol.code')} hint={t('enrol.code-hint')}>
            <input
              id="enrol-code"
              class="input"
              type="text"
              autocomplete="one-time-code"
              autocapitalize="characters"
              spellcheck={false}
              value={typed.value}
              onInput={(event) => {
                typed.value = event.currentTarget.value
              }}
            />
          </Field>
          <button type="submit" class="button primary">
            <Icon name="check" />
            {t('enrol.start')}
          </button>
        </form>
      )}
      <p class="hint">{t('enrol.kept')}</p>
      {!app.identity.value && (
        <a class="button" href="/try-out">
          {t('tryout.title')}
        </a>
      )}
      <LanguageSwitch />
    </Page>
  )

  function submit(event: Event) {
    event.preventDefault()
    const pasted = secretIn(typed.value)
    const code = pasted ?? normaliseCode(typed.value)
    if (code.length < CODE_LENGTH) {
      problem.value = { code: 'invitation-unknown', path: [] }
      return
    }
    void enrol(code)
  }

  async function enrol(invitation: string) {
    busy.value = true
    tried.value = invitation
    problem.value = undefined
    problem.value = await app.enrol(invitation)
    busy.value = false
    if (!problem.value) route('/', true)
  }
}

/** Why not, and what to do: a code that is no good needs another, a network that is away only another try. */
function NotIn({ problem, again }: { problem: Problem; again: () => void }) {
  const t = useWords()
  const { code } = problem
  // The store lets nobody in over another person's unsent work.
  const sentence = code === 'not-allowed' ? t('enrol.others-work') : problemSentence(t, problem)
  return (
    <div class="card bad" role="alert">
      <p>{sentence}</p>
      {code.startsWith('invitation-') && <p>{t('enrol.what-now')}</p>}
      {problemTraits[code].retry === 'later' && (
        <button type="button" class="button" onClick={again}>
          {t('trouble.retry')}
        </button>
      )}
    </div>
  )
}

/** The secret stands behind the # so that no server's log ever holds it; it leaves the address bar at once. */
function takeSecret(): string | undefined {
  const secret = secretIn(window.location.href)
  if (secret) window.history.replaceState(null, '', '/enrol')
  return secret
}

const secretIn = (link: string): string | undefined => /\/enrol#([\w-]{16,100})/.exec(link)?.[1]
