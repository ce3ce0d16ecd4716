// How to come from a browser where nothing lasts to one where it does: a button where one can lead there, the steps by hand,
// and the link to copy, by a tap or by selecting it.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { MessageKey, Translate } from '../../../text/translate.ts'
import type { Outlet } from '../../outlet.ts'
import { addressToOpen, chromeLink, type WayOut, wayOutOf } from '../way-out.ts'
import { Icon } from './icon.tsx'
import { PhoneSign } from './phone-sign.tsx'
import './way-out-steps.css'

interface WayOutStepsProps {
  userAgent: string
  t: Translate
  outlet: Pick<Outlet, 'copyText'>
  /** Tells what came of a tap where the app has its place for that; else it stands here. */
  tell?: ((text: string) => void) | undefined
}

const steps: Record<WayOut, MessageKey[]> = {
  android: ['aside.menu-browser', 'aside.or-copy-to-chrome'],
  'iphone-app': ['aside.menu', 'aside.choose-safari', 'aside.or-copy-to-safari'],
  'iphone-browser': ['aside.copy-to-safari'],
  safari: ['aside.share', 'aside.add', 'aside.open-icon'],
}

const signs: Partial<Record<MessageKey, 'menu' | 'share' | 'add' | 'icon'>> = {
  'aside.menu': 'menu',
  'aside.menu-browser': 'menu',
  'aside.share': 'share',
  'aside.add': 'add',
  'aside.open-icon': 'icon',
  'aside.paste': 'icon',
}

export function WayOutSteps({ userAgent, t, outlet, tell }: WayOutStepsProps) {
  const { address, isInvitation } = useAddress()
  const way = wayOutOf(userAgent)
  const isInstalling = way === 'safari'
  const copy = <CopyLink address={address} label={t(isInvitation ? 'aside.copy-invitation' : 'aside.copy')} t={t} outlet={outlet} tell={tell} />
  const told = isInstalling && isInvitation ? [...steps.safari.slice(0, -1), 'aside.paste' as const] : steps[way]
  const list = (
    <ol class="way-out">
      {isInstalling && isInvitation && <li>{copy}</li>}
      {told.map((key) => {
        const sign = signs[key]
        return (
          <li key={key}>
            {sign && <PhoneSign name={sign} />}
            <span>{t(key)}</span>
          </li>
        )
      })}
    </ol>
  )
  return (
    <>
      {way === 'android' && (
        <>
          <a class="button primary" href={chromeLink(address)}>
            <Icon name="forward" />
            {t('aside.android')}
          </a>
          <p>{t('aside.did-not-open')}</p>
        </>
      )}
      {list}
      {!isInstalling && copy}
    </>
  )
}

/** A second link opened in the same tab changes nothing but what stands behind the #. */
function useAddress(): ReturnType<typeof addressToOpen> {
  const [found, setFound] = useState(() => addressToOpen(window.location))
  useEffect(() => {
    const read = () => setFound(addressToOpen(window.location))
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return found
}

function CopyLink({ address, label, t, outlet, tell }: Omit<WayOutStepsProps, 'userAgent'> & { address: string; label: string }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [came, setCame] = useState<'copied' | 'not-copied' | undefined>(undefined)
  return (
    <div class="stack way-out-copy">
      <button type="button" class="button" onClick={() => void copy()}>
        <Icon name="copy" />
        {label}
      </button>
      {!tell && <p role="status">{came && t(`aside.${came}`)}</p>}
      <label class="field">
        <span class="hint">{t('aside.link')}</span>
        <textarea ref={field} class="input" readOnly rows={3} value={address} onFocus={(event) => event.currentTarget.select()} />
      </label>
    </div>
  )

  /** Browsers inside apps often lack the new way to copy, or forbid it. */
  async function copy() {
    const isCopied = (await outlet.copyText(address)) || copySelected()
    const answer = isCopied ? 'copied' : 'not-copied'
    if (tell) tell(t(`aside.${answer}`))
    else setCame(answer)
    if (!isCopied) field.current?.focus()
  }

  function copySelected(): boolean {
    field.current?.select()
    return document.execCommand?.('copy') === true
  }
}
