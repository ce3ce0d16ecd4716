// Ai còn thiếu: units without a session for ninety days, those that never had one first, each with a message to send. A province
// is also told in which communes villages are missing.

import { daysBetween } from '../../../model/civil-date.ts'
import type { Unit } from '../../../model/unit.ts'
import { QUIET_DAYS, type QuietUnit, quietUnits, unitsBelow } from '../../../programme/area.ts'
import type { Figures } from '../../../programme/figures.ts'
import { formatDate } from '../../../text/format.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { unitName } from '../words.ts'
import { Icon } from './icon.tsx'
import { MessageButton } from './message-button.tsx'
import { NoVillages } from './no-villages.tsx'
import './quiet-list.css'
import './rows.css'

interface QuietListProps {
  figures: Figures
  last: ReadonlyMap<string, string>
  /** Of the period that the rest of the screens show. */
  query: string
}

export function QuietList({ figures, last, query }: QuietListProps) {
  const t = useWords()
  const today = useToday()
  const { units } = useApp()
  const kind = units.value.lookup(figures.area)?.level === 'commune' ? 'villages' : 'communes'
  const all = unitsBelow(figures, figures.area, today)
  const quiet = quietUnits(figures, last, today)
  if (all.length === 0) return <section class="card">{kind === 'villages' ? <NoVillages /> : <p>{t('indicator.none.no communes')}</p>}</section>
  return (
    <>
      <section class="card">
        <h2>{t('coverage.missing-title')}</h2>
        <p class="quiet-told">
          <Icon name={quiet.length > 0 ? 'alert' : 'check'} />
          {quiet.length > 0
            ? t(`area.quiet.${kind}`, { count: quiet.length, all: all.length, days: QUIET_DAYS })
            : t(`area.quiet-none.${kind}`, { days: QUIET_DAYS })}
        </p>
        <ul class="rows">
          {quiet.map((one) => (
            <QuietRow key={one.unit.id} quiet={one} query={query} asOf={figures.asOf} />
          ))}
        </ul>
      </section>
      {kind === 'communes' && <QuietWithin figures={figures} last={last} query={query} communes={all} />}
    </>
  )
}

function QuietRow({ quiet: { unit, last }, asOf, query }: { quiet: QuietUnit; asOf: number; query: string }) {
  const t = useWords()
  const today = useToday()
  return (
    <li class="quiet-unit">
      <UnitLink unit={unit} query={query} />
      <p class="hint">{last === undefined ? t('coverage.never') : t('coverage.last', { count: daysBetween(last, today), date: formatDate(last) })}</p>
      <MessageButton name={unitName(unit, t)} last={last} asOf={asOf} />
    </li>
  )
}

/** Communes where something is held, though not everywhere: the most villages without a session first. */
function QuietWithin({ figures, last, query, communes }: QuietListProps & { communes: readonly Unit[] }) {
  const t = useWords()
  const today = useToday()
  const within = communes
    .map((unit) => ({ unit, all: unitsBelow(figures, unit.id, today).length, quiet: quietUnits({ ...figures, area: unit.id }, last, today) }))
    .filter(({ all, quiet }) => quiet.length > 0 && quiet.length < all)
    .sort((a, b) => b.quiet.length - a.quiet.length)
  if (within.length === 0) return null
  return (
    <section class="card">
      <h2>{t('area.quiet-within')}</h2>
      <ul class="rows">
        {within.map(({ unit, all, quiet }) => (
          <li key={unit.id} class="quiet-unit">
            <UnitLink unit={unit} query={query} />
            <p class="hint">{t('area.quiet-villages', { count: quiet.length, all, days: QUIET_DAYS })}</p>
            <MessageButton name={unitName(unit, t)} villages={{ names: quiet.map((one) => unitName(one.unit, t)), all }} asOf={figures.asOf} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function UnitLink({ unit, query }: { unit: Unit; query: string }) {
  const t = useWords()
  return (
    <a class="row-main row-link" href={`/area/${unit.id}?${query}`}>
      {unitName(unit, t)}
    </a>
  )
}
