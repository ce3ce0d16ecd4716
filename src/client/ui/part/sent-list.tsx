// What was sent lately, newest first: a few at once, the rest on request.

import { useState } from 'preact/hooks'
import { formatMoment } from '../../../text/format.ts'
import { translateDynamic } from '../../../text/translate.ts'
import type { Sent } from '../../store/outgoing.ts'
import { useApp, useWords } from '../context.ts'
import { recordName } from '../record-name.ts'
import { recordPath } from '../record-path.ts'
import type { Say } from '../say.ts'
import { Icon } from './icon.tsx'
import { MoreButton } from './more-button.tsx'

const FIRST = 5

export function SentList({ sent, say }: { sent: readonly Sent[]; say: Say }) {
  const t = useWords()
  const [isWhole, setWhole] = useState(false)
  if (sent.length === 0) return null
  return (
    <section class="card">
      <h2 class="line">
        <Icon name="sent" />
        {t('sending.lately')}
      </h2>
      <ul class="rows">
        {sent.slice(0, isWhole ? sent.length : FIRST).map((one) => (
          <li key={one.record}>
            <Row sent={one} say={say} />
          </li>
        ))}
      </ul>
      {!isWhole && <MoreButton left={sent.length - FIRST} onMore={() => setWhole(true)} />}
    </section>
  )
}

function Row({ sent: { kind, shown, did, at }, say }: { sent: Sent; say: Say }) {
  const t = useWords()
  const { environment } = useApp()
  const what = t('sending.sent-at', { did: t(`did.${did}`), time: formatMoment(at, environment.now()) })
  if (!shown) {
    return (
      <div class="row">
        <span class="row-main">{t('sending.gone', { kind: translateDynamic(t, `kind.${kind}`) })}</span>
        <span class="hint row-sub">{what}</span>
      </div>
    )
  }
  return (
    <a class="row" href={recordPath(shown.kind, shown.id)}>
      <span class="row-main">{recordName(shown, say)}</span>
      <span class="hint row-sub">{what}</span>
    </a>
  )
}
