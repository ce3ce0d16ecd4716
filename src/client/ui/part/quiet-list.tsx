// Ai còn thiếu: units without a session for ninety days, those that never had one first, each with whom to call and a message to
// send. A province is also told in which communes which villages are missing.

import { daysBetween } from '../../../model/civil-date.ts'
import type { Unit } from '../../../model/unit.ts'
import { QUIET_DAYS, type QuietUnit, quietUnits, unitsBelow } from '../../../programme/area.ts'
import type { Figures } from '../../../programme/figures.ts'
import { formatDate } from '../../../text/format.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { type Staff, type StaffByUnit, useStaff } from '../staff.ts'
import { unitName } from '../words.ts'
import { Icon } from './icon.tsx'
import { MessageButton } from './message-button.tsx'
import { NoVillages } from './no-villages.tsx'
import { WhomToCall } from './whom-to-call.tsx'
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
  const staff = useStaff()
  if (!staff) return null
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
            <QuietRow key={one.unit.id} quiet={one} staff={staff.get(one.unit.id)} query={query} asOf={figures.asOf} />
          ))}
        </ul>
      </section>
      {kind === 'communes' && <QuietWithin figures={figures} last={last} query={query} communes={all} staff={staff} />}
    </>
  )
}

interface QuietRowProps {
  quiet: QuietUnit
  staff: readonly Staff[] | undefined
  asOf: number
  query: string
}

function QuietRow({ quiet: { unit, last }, staff, asOf, query }: QuietRowProps) {
  const t = useWords()
  const today = useToday()
  return (
    <li class="quiet-unit">
      <UnitLink unit={unit} query={query} />
      <p class="hint">{last === undefined ? t('coverage.never') : t('coverage.last', { count: daysBetween(last, today), date: formatDate(last) })}</p>
      <WhomToCall staff={staff} />
      <MessageButton name={unitName(unit, t)} last={last} asOf={asOf} />
    </li>
  )
}

/** Communes where something is held, though not everywhere: the most villages without a session first. */
function QuietWithin({ figures, last, query, communes, staff }: QuietListProps & { communes: readonly Unit[]; staff: StaffByUnit }) {
  const t = useWords()
  const today = useToday()
  const within = communes
    .map((unit) => {
      const quiet = quietUnits({ ...figures, area: unit.id }, last, today)
      return { unit, all: unitsBelow(figures, unit.id, today).length, names: quiet.map((one) => unitName(one.unit, t)) }
    })
    .filter(({ all, names }) => names.length > 0 && names.length < all)
    .sort((a, b) => b.names.length - a.names.length)
  if (within.length === 0) return null
  return (
    <section class="card">
      <h2>{t('area.quiet-within')}</h2>
      <ul class="rows">
        {within.map(({ unit, all, names }) => (
          <li key={unit.id} class="quiet-unit">
            <UnitLink unit={unit} query={query} />
            <p class="hint">
              {t('area.quiet-villages', { count: names.length, all, days: QUIET_DAYS })}: {names.join(', ')}.
            </p>
            <WhomToCall staff={staff.get(unit.id)} />
            <MessageButton name={unitName(unit, t)} villages={{ names, all }} asOf={figures.asOf} />
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
