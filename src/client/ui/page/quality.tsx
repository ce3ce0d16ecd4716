// Cần xem lại: what may be wrong with what was recorded, each with its reason, the way to it, and "looked at, it is right".

import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { isDate } from '../../../model/civil-date.ts'
import { type Finding, findingKey } from '../../../programme/quality.ts'
import { formatDate, formatNumber } from '../../../text/format.ts'
import { setSeen } from '../../store/seen-findings.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { useFindings } from '../findings.ts'
import { Icon } from '../part/icon.tsx'
import { MoreButton } from '../part/more-button.tsx'
import { Page } from '../part/page.tsx'
import { recordPath } from '../record-path.ts'
import { useSpoken } from '../spoken.ts'
import { unitName } from '../words.ts'
import '../part/rows.css'

const STEP = 30

export function Quality() {
  const t = useWords()
  const { from, to } = useLocation().query
  const period = from && to && isDate(from) && isDate(to) ? { from, to } : undefined
  // Above the communes a phone holds sums, and records of its own organisation alone.
  const { commune } = useMe()
  const found = useFindings(period)
  const [most, setMost] = useState(STEP)
  useSpoken(found && (commune || found.open.length > 0) ? t('quality.count', { count: found.open.length }) : undefined)
  return (
    <Page title={t('quality.title')} back={period ? '/submissions' : '/more'}>
      {commune ? <p class="hint">{t('quality.what')}</p> : <p class="card wait">{t('quality.elsewhere')}</p>}
      {period && <p>{t('period.dates', { from: formatDate(period.from), to: formatDate(period.to) })}</p>}
      {!found && <p class="card">{t('quality.looking')}</p>}
      {found && (
        <>
          {found.open.length === 0 ? commune && <p class="card">{t('quality.none')}</p> : <h2>{t('quality.count', { count: found.open.length })}</h2>}
          {found.open.slice(0, most).map((finding) => (
            <FindingCard key={findingKey(finding)} finding={finding} />
          ))}
          <MoreButton left={found.open.length - most} isWide onMore={() => setMost(most + STEP)} />
          {found.seen > 0 && <p class="hint">{t('quality.seen', { count: found.seen })}</p>}
          <p class="hint">{t('quality.only-here')}</p>
        </>
      )}
    </Page>
  )
}

function FindingCard({ finding }: { finding: Finding }) {
  const t = useWords()
  const { store, units, preferences, toast } = useApp()
  const language = preferences.language.value
  const { rule, records, unit, date, values } = finding
  const numbers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, formatNumber(value, language)]))
  const key = findingKey(finding)
  const place = unitName(units.value.lookup(unit), t)
  const hide = async () => {
    await setSeen(store, key, true)
    toast.value = { text: t('quality.hidden'), action: { label: t('action.undo'), run: () => void setSeen(store, key, false) } }
  }
  return (
    <section class="card">
      <h3>
        {place} · {rule === 'sudden-jump' ? t('quality.month', { month: date.slice(5, 7), year: date.slice(0, 4) }) : formatDate(date)}
      </h3>
      <p>{t(`quality.rule.${rule}`, numbers)}</p>
      {records.map((record, index) => (
        <a key={record} class="button start" href={recordPath('session', record)}>
          <Icon name="search" />
          {records.length > 1 ? t('quality.open-one', { number: index + 1 }) : t(rule === 'sudden-jump' ? 'quality.open-largest' : 'quality.open')}
        </a>
      ))}
      <button type="button" class="button quiet" onClick={() => void hide()}>
        <Icon name="check" />
        {t('quality.is-right')} <span class="unseen">{place}</span>
      </button>
    </section>
  )
}
