// A number that dials: big, with whose it is, and the way to when to call it. Where the office gives another number, the
// app's own stays in sight.

import { useWords } from '../context.ts'
import type { HandbookItem } from '../handbook/items.ts'
import { officeNote } from '../handbook/office-note.ts'
import { Badge } from './badge.tsx'
import { Icon } from './icon.tsx'
import './handbook.css'

export function Hotline({ item }: { item: HandbookItem }) {
  const t = useWords()
  const { id, record, text, shipped, isHidden } = item
  const isOther = shipped?.number !== undefined && shipped.number !== text.number
  return (
    <section class="hotline">
      {text.number && <Call number={text.number} whose={text.title} />}
      {record && (
        <p class="hint">
          {officeNote(item, t)}
          {isHidden && ` · ${t('handbook.hidden')}`} <Badge record={record} quiet />
        </p>
      )}
      {isOther && shipped.number && <Call number={shipped.number} quiet />}
      <a class="button quiet start" href={`/handbook/${id}`}>
        <Icon name="forward" />
        <span>
          {t('handbook.details')} <span class="unseen">{text.title}</span>
        </span>
      </a>
    </section>
  )
}

interface CallProps {
  number: string
  whose?: string
  /** The number that the app brings, beside the office's. */
  quiet?: boolean
}

export function Call({ number, whose, quiet }: CallProps) {
  const t = useWords()
  return (
    <a class={quiet ? 'button start' : 'button primary start call'} href={`tel:${number.replace(/[^\d+]/g, '')}`}>
      <Handset />
      <span>
        <span class={quiet ? undefined : 'call-number'}>{t(quiet ? 'handbook.shipped-number' : 'handbook.call', { number })}</span>
        {whose && <span class="call-whose">{whose}</span>}
      </span>
    </a>
  )
}

export const Handset = () => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1.5 1.5 0 0 1-1.5 1.5A15 15 0 0 1 3.5 5.5 1.5 1.5 0 0 1 5 4" />
  </svg>
)
