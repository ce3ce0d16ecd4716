// One figure of a report, opened: the records that make it where they are on this phone; where they are not, the places below, and for
// the province's office the communes' records one by one.

import { useRoute } from 'preact-iso'
import { isDate } from '../../../model/civil-date.ts'
import { compareNames } from '../../../model/name-order.ts'
import type { FigureAsked } from '../../../programme/behind.ts'
import type { Dates } from '../../../programme/period.ts'
import { useLive } from '../../store/live.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { figureName } from '../figure-name.ts'
import { readBehind } from '../figure-read.ts'
import { OpenedRecords } from '../part/opened-records.tsx'
import { Page } from '../part/page.tsx'
import { RecordList } from '../part/record-list.tsx'
import { periodDates } from '../period-name.ts'
import { useSay } from '../say.ts'
import '../part/facts.css'
import '../part/figure.css'
import '../part/rows.css'

export function FigurePage() {
  const t = useWords()
  const { query } = useRoute()
  const { from, to, unit } = query
  const back = query['back']?.startsWith('/report/') ? query['back'] : '/reports'
  if (!from || !to || !isDate(from) || !isDate(to) || !unit) {
    return (
      <Page title={t('figure.title')} back={back}>
        <p class="card">{t('submission.no-period')}</p>
      </Page>
    )
  }
  return <Opened asked={query} unit={unit} period={{ from, to }} back={back} />
}

interface OpenedProps {
  asked: Record<string, string>
  unit: string
  period: Dates
  back: string
}

function Opened({ asked, unit, period, back }: OpenedProps) {
  const t = useWords()
  const { store, identity } = useApp()
  const { home, commune, role } = useMe()
  const say = useSay()
  const asOf = identity.value?.lastReceivedAt ?? 0
  const { measure, indicator, programme, organisation, part } = asked
  const figure = measure === undefined ? undefined : { measure, unit, organisation, part: partOf(part) }
  const read = useLive(() => readBehind(store, { figure, indicator, programme, unit, period, home, asOf }), [JSON.stringify(asked), home, asOf])
  if (!say || !read) {
    return (
      <Page title={t('figure.title')} back={back}>
        {null}
      </Page>
    )
  }
  const name = measure === undefined ? `${indicator ?? ''}` : figureName(measure.replace(/\.\*$/, ''), say)
  const { records, value, places, opens } = read
  // An observer is told sums.
  const mayOpen = role === 'province' && opens !== undefined
  return (
    <Page title={name} back={back}>
      <section class="card">
        <p>
          <b>{[say.unit(unit), organisation && say.record(organisation)].filter(Boolean).join(' · ')}</b>
        </p>
        <p>{t('submission.period', { dates: periodDates({ kind: 'dates', ...period }, t) })}</p>
        {value !== undefined && <p class="figure">{say.number(value)}</p>}
      </section>
      {!commune && places.length > 0 && (
        <section class="card">
          <h2>{t('overview.by-place')}</h2>
          <dl class="facts">
            {places
              .map((one) => ({ ...one, name: say.unit(one.unit) }))
              .sort((a, b) => compareNames(a.name, b.name))
              .map((one) => (
                <div key={one.unit}>
                  <dt>{one.name}</dt>
                  <dd>{say.number(one.value)}</dd>
                </div>
              ))}
          </dl>
        </section>
      )}
      {records.length > 0 && (
        <section class="card">
          <h2>{t(commune ? 'overview.records' : 'figure.own-records', { count: records.length })}</h2>
          <RecordList records={records} say={say} />
        </section>
      )}
      {records.length === 0 && places.length === 0 && <p class="card">{t('figure.no-records')}</p>}
      {mayOpen && <OpenedRecords key={JSON.stringify(asked)} {...opens} />}
      {!commune && !mayOpen && <p class="hint">{t('figure.in-communes')}</p>}
    </Page>
  )
}

const partOf = (part: string | undefined): FigureAsked['part'] => (part === 'own' || part === 'former' ? part : undefined)
