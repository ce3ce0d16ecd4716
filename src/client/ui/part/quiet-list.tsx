// Ai còn thiếu: units without a session for ninety days, those that never had one first, each with a message to send.

import { daysBetween } from '../../../model/civil-date.ts'
import { QUIET_DAYS, type QuietUnit, quietUnits, unitsBelow } from '../../../programme/area.ts'
import type { Figures } from '../../../programme/figures.ts'
import { formatDate } from '../../../text/format.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { unitName } from '../words.ts'
import { Icon } from './icon.tsx'
import { MessageButton } from './message-button.tsx'
import { NoVillages } from './no-villages.tsx'
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
    <section class="card">
      <h2>{t('coverage.missing-title')}</h2>
      <p>
        {quiet.length > 0 && <Icon name="alert" />} {t(`area.quiet.${kind}`, { count: quiet.length, all: all.length, days: QUIET_DAYS })}
      </p>
      <ul class="rows">
        {quiet.map((one) => (
          <QuietRow key={one.unit.id} quiet={one} asOf={figures.asOf} query={query} />
        ))}
      </ul>
    </section>
  )
}

function QuietRow({ quiet: { unit, last }, asOf, query }: { quiet: QuietUnit; asOf: number; query: string }) {
  const t = useWords()
  const today = useToday()
  const name = unitName(unit, t)
  return (
    <li class="quiet">
      <a class="row-main row-link" href={`/area/${unit.id}?${query}`}>
        {name}
      </a>
      <p class="hint">{last === undefined ? t('coverage.never') : t('coverage.last', { count: daysBetween(last, today), date: formatDate(last) })}</p>
      <MessageButton name={name} last={last} asOf={asOf} />
    </li>
  )
}
