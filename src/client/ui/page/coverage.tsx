// Coverage of one's own commune: which villages had a session, which are still missing, how many came; every figure with
// its numerator, denominator, source and the moment it runs to.

import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { daysBetween } from '../../../model/civil-date.ts'
import type { Unit } from '../../../model/unit.ts'
import type { Coverage } from '../../../programme/coverage.ts'
import { periodOf } from '../../../programme/period.ts'
import { tellsPercent } from '../../../programme/share.ts'
import { formatDate, formatMoment, formatNumber, formatPercent } from '../../../text/format.ts'
import { useMe } from '../actor.ts'
import { useApp, useNow, useToday, useWords } from '../context.ts'
import { type CoverageNow, useCoverage } from '../coverage.ts'
import { BulletBar } from '../part/bullet-bar.tsx'
import { FirstData, useHasData } from '../part/first-data.tsx'
import { Icon } from '../part/icon.tsx'
import { NoVillages } from '../part/no-villages.tsx'
import { Page } from '../part/page.tsx'
import { PeriodPicker } from '../part/period-picker.tsx'
import { SessionFold } from '../part/session-fold.tsx'
import { SyncPill } from '../part/sync-pill.tsx'
import { unitName } from '../words.ts'
import '../part/figure.css'

export function CoveragePage() {
  const t = useWords()
  const { commune, role } = useMe()
  const { route } = useLocation()
  const isField = role === 'collaborator'
  useEffect(() => {
    // Whoever answers for an area has the same figures at the top, with more beside them.
    if (!isField) route('/', true)
  }, [isField])
  if (!isField) return null
  if (!commune) {
    return (
      <Page title={t('coverage.title')} back="/">
        <p class="card">{t('coverage.no-commune')}</p>
      </Page>
    )
  }
  return <CommuneCoverage commune={commune} />
}

function CommuneCoverage({ commune }: { commune: Unit }) {
  const t = useWords()
  const today = useToday()
  const { preferences } = useApp()
  const [period, setPeriod] = useState(() => periodOf(preferences.periodRule.value, 'quarter', today))
  const now = useCoverage(commune.id, period)
  const hasData = useHasData()
  return (
    <Page title={unitName(commune, t)} back="/" aside={<SyncPill />}>
      <PeriodPicker period={period} onChange={setPeriod} />
      {!hasData && <FirstData />}
      {now && (
        <>
          <Villages figures={now.figures} />
          <Missing figures={now.figures} />
          <People now={now} />
          <SessionFold title={t('coverage.records', { count: now.sessions.length })} sessions={now.sessions} />
          <AsOf now={now} />
        </>
      )}
      <a class="button no-print" href="/month">
        <Icon name="print" />
        {t('month.link')}
      </a>
    </Page>
  )
}

function Villages({ figures }: { figures: Coverage }) {
  const t = useWords()
  const now = useNow()
  const language = useApp().preferences.language.value
  const { numerator, denominator, share, listChangedAt } = figures.villages
  const isNothing = figures.sessions.length === 0
  return (
    <section class="card">
      <h2>{t('coverage.vc1')}</h2>
      {'none' in share ? (
        <NoVillages />
      ) : isNothing ? (
        <>
          <p class="told-share">{t('coverage.never')}</p>
          <BulletBar value={undefined} whole={denominator} met={undefined} sentence={t('coverage.never')} />
        </>
      ) : (
        <>
          <p class="figure">
            {numerator} <small>/ {t('coverage.of-villages', { count: denominator })}</small>{' '}
            {tellsPercent(denominator) && <small>({formatPercent(share.percent, language)})</small>}
          </p>
          <BulletBar value={numerator} whole={denominator} met={numerator >= denominator} sentence={t('coverage.villages', { numerator, denominator })} />
          <p class="told-share">{numerator === denominator ? t('coverage.none-missing') : t('coverage.missing-count', { count: denominator - numerator })}</p>
        </>
      )}
      <p class="hint">
        {t('coverage.village-source')}
        {listChangedAt !== undefined && ` ${t('coverage.list-changed', { time: formatMoment(listChangedAt, now) })}`}
      </p>
      {figures.withoutVillage.length > 0 && <p class="hint">{t('coverage.without-village', { count: figures.withoutVillage.length })}</p>}
    </section>
  )
}

function Missing({ figures }: { figures: Coverage }) {
  const t = useWords()
  const today = useToday()
  const { units } = useApp()
  const { missing } = figures.villages
  if (missing.length === 0) return null
  return (
    <section class="card">
      <h2>{t('coverage.missing-title')}</h2>
      <ul class="rows">
        {missing.map(({ village, last }) => (
          <li key={village} class="row">
            <span class="row-main">{unitName(units.value.lookup(village), t)}</span>
            <span class="hint row-sub">
              {last === undefined
                ? t('coverage.never')
                : last > today || last > figures.period.to
                  ? t('coverage.last-on', { date: formatDate(last) })
                  : t('coverage.last', { count: daysBetween(last, today), date: formatDate(last) })}
            </span>
            <a class="button no-print" href={`/session/new?village=${village}`}>
              <Icon name="plus" />
              {t('tab.log')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function People({ now }: { now: CoverageNow }) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const { figures } = now
  const { firstTime } = figures
  const number = (value: number) => formatNumber(value, language)
  return (
    <section class="card">
      <h2>{t('coverage.people')}</h2>
      {figures.sessions.length === 0 ? (
        <p>{t('coverage.no-data')}</p>
      ) : (
        <dl class="figures">
          <div>
            <dt>{t('coverage.sessions')}</dt>
            <dd>{number(figures.sessions.length)}</dd>
          </div>
          <div>
            <dt>
              {t('coverage.attendance')} <span class="hint">{t('coverage.attendance-note')}</span>
            </dt>
            <dd>{number(figures.attendance)}</dd>
          </div>
          <div>
            <dt>
              {t('coverage.first-time')}{' '}
              <span class="hint">{t('coverage.first-time-note', { asked: firstTime.askedSessions, sessions: figures.sessions.length })}</span>
            </dt>
            <dd>{firstTime.people === undefined ? t('coverage.not-asked') : number(firstTime.people)}</dd>
          </div>
        </dl>
      )}
      <Reach figures={figures} />
    </section>
  )
}

/** People aged 14–60 who came for the first time this year against the people who live there: a number or its reason. */
function Reach({ figures }: { figures: Coverage }) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const { share, people, baseline } = figures.reach
  const number = (value: number) => formatNumber(value, language)
  const of = baseline?.people ?? 0
  const source = baseline && t('coverage.base-source', { source: baseline.source, year: baseline.year })
  return (
    <div class="count-group">
      <h3>{t('coverage.reach')}</h3>
      {'none' in share ? (
        <p>
          {t('coverage.not-enough')} {t(`coverage.none.${share.none}`)}
        </p>
      ) : (
        <p>
          <b>
            {number(people ?? 0)} / {number(of)} {tellsPercent(of) && `(${formatPercent(share.percent, language)})`}
          </b>{' '}
          {t('coverage.as-asked')} {share.overHundred && <b>{t('coverage.over-hundred')}</b>}
        </p>
      )}
      {source && <p class="hint">{source}</p>}
    </div>
  )
}

function AsOf({ now }: { now: CoverageNow }) {
  const t = useWords()
  const time = useNow()
  return (
    <p class="hint">
      {t('coverage.as-of', { time: formatMoment(now.figures.asOf, time) })}
      {now.waiting > 0 && ` ${t('coverage.with-waiting', { count: now.waiting })}`}
      {now.attention > 0 && ` ${t('coverage.without-attention', { count: now.attention })}`}
    </p>
  )
}
