// One figure of a report, opened: the records that make it where they are on this phone, the places below where they are not.

import { useRoute } from 'preact-iso'
import { isDate } from '../../../model/civil-date.ts'
import { compareNames } from '../../../model/name-order.ts'
import { behind, behindFigure, type FigureAsked } from '../../../programme/behind.ts'
import { countedKinds } from '../../../programme/contribution.ts'
import type { Figures } from '../../../programme/figures.ts'
import type { Dates } from '../../../programme/period.ts'
import { reportOn } from '../../../programme/report.ts'
import { sumIn } from '../../../programme/sum-told.ts'
import type { Store } from '../../store/database.ts'
import { readFiguresByDayLive, readFiguresLive } from '../../store/figures.ts'
import { useLive } from '../../store/live.ts'
import { getRecord, listRecords } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { figureName } from '../figure-name.ts'
import { indicatorsIn } from '../pack-indicators.ts'
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
  const { home, commune } = useMe()
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
  const { records, value, places } = read
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
      {!commune && <p class="hint">{t('figure.in-communes')}</p>}
    </Page>
  )
}

const partOf = (part: string | undefined): FigureAsked['part'] => (part === 'own' || part === 'former' ? part : undefined)

interface Asked {
  figure: FigureAsked | undefined
  indicator: string | undefined
  programme: string | undefined
  unit: string
  period: Dates
  home: string
  asOf: number
}

interface Behind {
  records: Shown[]
  /** Undefined where it is no sum, and where these dates can't be told. */
  value: number | undefined
  /** Below the unit, with what is there; only of a sum. */
  places: { unit: string; value: number }[]
}

async function readBehind(store: Store, asked: Asked): Promise<Behind> {
  const { figure, home, asOf } = asked
  const figures = (await readFiguresByDayLive(store, { area: home, asOf })) ?? (await readFiguresLive(store, { area: home, asOf }))
  const isBehind = figure ? behindFigure(figure, figures, asked.period) : await behindIndicator(store, asked, figures)
  const all = isBehind ? (await Promise.all(countedKinds.map((kind) => listRecords(store, kind)))).flat() : []
  const records = all.filter((record) => record.state !== 'attention' && isBehind?.(record.kind, record.data)).sort((a, b) => b.changedAt - a.changedAt)
  return { records, ...(figure ? sumOf(figure, figures, asked.period) : { value: undefined, places: [] }) }
}

async function behindIndicator(store: Store, { indicator, programme, unit, period }: Asked, figures: Figures) {
  const found = programme === undefined ? undefined : await getRecord(store, programme)
  const pack = found?.kind === 'programme' && 'pack' in found.data ? found.data.pack : undefined
  const definition = pack && indicatorsIn(pack).find(({ id }) => id === indicator)?.definition
  return definition && behind(definition, { ...figures, area: unit }, period)
}

/** By the report's own way of counting. */
function sumOf({ measure, unit, organisation, part }: FigureAsked, figures: Figures, period: Dates): Pick<Behind, 'value' | 'places'> {
  const report = reportOn({ area: unit, period, indicators: [], organisation }, figures)
  if (!report) return { value: undefined, places: [] }
  const line = part === undefined ? report.whole : report[part]
  const places = report.units.map((one) => ({ unit: one.unit, value: sumIn(one.sums, measure) ?? 0 }))
  return { value: sumIn(line.sums, measure), places: part === undefined ? places.filter(({ value }) => value !== 0) : [] }
}
