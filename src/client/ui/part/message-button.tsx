// A polite message to whoever answers for a unit, drafted and ready to be changed; it leaves by the person's own hand.

import { useState } from 'preact/hooks'
import { QUIET_DAYS } from '../../../programme/area.ts'
import { formatDate, formatMoment } from '../../../text/format.ts'
import { handText } from '../../hand-over.ts'
import { useApp, useNow, useWords } from '../context.ts'
import { Icon } from './icon.tsx'
import './field.css'

interface MessageProps {
  name: string
  /** Civil date of the newest session there; undefined: none is recorded. */
  last?: string | undefined
  /** Where it is about villages of a commune: which had none, of how many. */
  villages?: { names: readonly string[]; all: number }
  asOf: number
}

export function MessageButton(props: MessageProps) {
  const t = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="button no-print" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="edit" />
        {t('message.open')} <span class="unseen">{props.name}</span>
      </button>
      {isOpen && <Message {...props} />}
    </>
  )
}

const answers = { shared: 'share.shared', copied: 'share.copied', 'by-hand': 'share.not-copied' } as const

function Message({ name, last, villages, asOf }: MessageProps) {
  const t = useWords()
  const now = useNow()
  const { outlet, toast, identity } = useApp()
  const [text, setText] = useState(draft)
  const canShare = outlet.canShareText()
  return (
    <div class="stack no-print">
      <textarea class="input" rows={9} aria-label={t('message.to', { name })} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      <button type="button" class="button primary" onClick={send}>
        <Icon name={canShare ? 'share' : 'copy'} />
        {t(canShare ? 'message.send' : 'message.copy')}
      </button>
    </div>
  )

  function draft(): string {
    const time = formatMoment(asOf, now)
    const practice = identity.value?.scope.practice ? `${t('practice.mark')}\n` : ''
    return `${practice}${t('message.greeting')}\n${told(time)}\n${t('message.asks')}\n${t('message.thanks')}`
  }

  function told(time: string): string {
    if (villages) {
      const { names, all } = villages
      return t('message.villages', { name, time, count: names.length, all, days: QUIET_DAYS, villages: names.join(', ') })
    }
    return last === undefined ? t('message.never', { name, time }) : t('message.quiet', { name, time, days: QUIET_DAYS, date: formatDate(last) })
  }

  async function send() {
    const came = await handText(outlet, text)
    if (came !== 'closed') toast.value = { text: t(answers[came]) }
  }
}
