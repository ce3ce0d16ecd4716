// One step of a record's history: who, when, what, why, and each field with what it was and what it became.

import type { Fields } from '../../../model/record.ts'
import type { KindName } from '../../../model/registry.ts'
import { formatMoment } from '../../../text/format.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { useFactRows } from '../fact-rows.ts'
import type { Step } from '../past.ts'
import { Facts } from './facts.tsx'
import './fold.css'
import './history.css'

export function PastStep({ kind, step }: { kind: KindName; step: Step }) {
  const t = useWords()
  const { environment } = useApp()
  const { identity } = useMe()
  const { by, at, did, reason, set, wasKept, stands } = step
  const name = !by ? t('history.this-phone') : by.account === identity.account ? t('history.you', { name: by.name }) : by.name
  return (
    <li class={stands === 'sent' ? undefined : 'unsent'}>
      <p>
        <span class="past-did">{t(`did.${did}`)}</span> · {name}
      </p>
      <p class="hint">
        {formatMoment(at, environment.now())}
        {stands !== 'sent' && ` · ${t(`history.stands-${stands}`)}`}
      </p>
      {reason && <p>{t('history.reason', { reason })}</p>}
      {wasKept && <p>{t('history.kept')}</p>}
      {did === 'made' ? <Made kind={kind} set={set} /> : (did === 'edited' || did === 'resolved') && <Changed kind={kind} step={step} />}
    </li>
  )
}

function Made({ kind, set }: { kind: KindName; set: Fields }) {
  const t = useWords()
  return (
    <details class="fold">
      <summary>{t('history.all-entered')}</summary>
      <Facts kind={kind} fields={set} />
    </details>
  )
}

function Changed({ kind, step: { did, set, before } }: { kind: KindName; step: Step }) {
  const t = useWords()
  const { rowsOf } = useFactRows()
  const found = before && Object.fromEntries(Object.keys(set).map((name) => [name, before[name]]))
  const [was, became] = [rowsOf(kind, found ?? {}), rowsOf(kind, set)]
  const labels = new Map([...was, ...became].map(({ key, label }) => [key, label]))
  const textIn = (rows: typeof was, key: string): string | undefined => rows.find((row) => row.key === key)?.text
  const apart = [...labels].filter(([key]) => !before || textIn(was, key) !== textIn(became, key))
  if (apart.length === 0) return <p class="hint">{t(did === 'resolved' ? 'history.as-it-stood' : 'history.nothing-shown')}</p>
  return (
    <dl class="past-set">
      {apart.map(([key, label]) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            {before && (
              <>
                <s>{textIn(was, key) ?? t('decide.empty')}</s> <span aria-hidden="true">→</span> <span class="unseen">{t('history.into')}</span>{' '}
              </>
            )}
            {textIn(became, key) ?? t('decide.empty')}
          </dd>
        </div>
      ))}
    </dl>
  )
}
