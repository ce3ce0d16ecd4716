// Below a commune's villages: those that were merged, split or ended within the period, so that the lines above are read
// rightly and together come to what the commune has.

import { addDays } from '../../../model/civil-date.ts'
import { heirOf, isValidOn, type Unit } from '../../../model/unit.ts'
import { sumsOf } from '../../../programme/area.ts'
import type { Figures } from '../../../programme/figures.ts'
import type { Dates } from '../../../programme/period.ts'
import { formatDate } from '../../../text/format.ts'
import type { Translate } from '../../../text/translate.ts'
import { useWords } from '../context.ts'
import { unitName } from '../words.ts'

interface AreaChangesProps {
  figures: Figures
  area: string
  period: Dates
  /** Of the period that the rest of the screens show. */
  query: string
}

export function AreaChanges({ figures, area, period, query }: AreaChangesProps) {
  const t = useWords()
  const villages = figures.units.filter(({ id, level, parent }) => level === 'village' && parent === area && !figures.removed.has(id))
  const ended = villages.filter(({ validTo }) => validTo !== undefined && validTo >= period.from && validTo < period.to)
  if (ended.length === 0) return null
  const lines = [...made(villages, ended, period, t), ...left(figures, ended, period, t)]
  return (
    <ul class="stack">
      {lines.map(({ id, told }) => (
        <li key={`${id} ${told}`} class="hint">
          <a href={`/area/${id}?${query}`}>{told}</a>
        </li>
      ))}
    </ul>
  )
}

/** Those that hold on the last day and were others when the period began. */
function made(villages: readonly Unit[], ended: readonly Unit[], period: Dates, t: Translate) {
  return villages
    .filter((village) => isValidOn(village, period.to))
    .flatMap((village) => {
      const [id, name] = [village.id, unitName(village, t)]
      const whole = ended.filter((one) => heirOf(one) === id)
      const parts = ended.filter((one) => !whole.includes(one) && one.successors?.some(({ unit }) => unit === id))
      return [
        ...(whole.length > 0 ? [{ id, told: t('area.made-of', { name, names: whole.map((one) => unitName(one, t)).join(', ') }) }] : []),
        ...parts.map((one) => ({ id, told: t('area.split-from', { name, from: unitName(one, t), date: formatDate(village.validFrom) }) })),
      ]
    })
}

/** What was held in those that went into no single one stands in no line above. */
const left = (figures: Figures, ended: readonly Unit[], period: Dates, t: Translate) =>
  ended.flatMap((village) => {
    const sessions = heirOf(village) === undefined ? (sumsOf(figures, village.id, period)?.sessions ?? 0) : 0
    const date = formatDate(addDays(village.validTo ?? '', 1))
    return sessions === 0 ? [] : [{ id: village.id, told: t('area.ended', { name: unitName(village, t), count: sessions, date }) }]
  })
