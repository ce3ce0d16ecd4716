// Tallies summed over a period. A tally is a number for a span of its own, so it counts where the whole span lies in the
// period; and one that lies in a wider one of the same unit and organisation is part of it and is not added again.

import type { Cell, Measure } from './cell.ts'
import type { Dates } from './period.ts'
import { halfMonthOf } from './summary.ts'

export interface Tallied {
  value: number
  /** Tallies found, those within wider ones too. None is no zero. */
  entries: number
  /** Two spans of one unit and organisation share days and neither holds the other: something is counted twice. */
  overlapping: boolean
}

interface Span {
  holder: string
  from: string
  /** The half-month in which it ends, so that summaries and records give the same. */
  to: string
  value: number
}

const isTallyOf = (measure: Measure): string => measure.slice('tally.'.length)

/** Measures of definitions name a tally by its code alone: "tally.tips-received". */
export const isTally = (measure: Measure): boolean => measure.startsWith('tally.')

/** `measure` as in a definition. A period from '' takes in every tally that ends until its last day. */
export function tallied(cells: readonly Cell[], measure: Measure, period: Dates): Tallied {
  const { spans, entries } = spansIn(cells, isTallyOf(measure), period)
  const counted = spans.filter((span) => !spans.some((other) => other !== span && isWithin(span, other)))
  return {
    value: counted.reduce((sum, { value }) => sum + value, 0),
    entries,
    overlapping: counted.some((span) => counted.some((other) => other.holder === span.holder && span.from < other.from && other.from <= span.to)),
  }
}

/** The few cells of an area that have any tally. */
export const withTallies = (cells: readonly Cell[]): Cell[] => cells.filter(({ values }) => Object.keys(values).some((name) => name.startsWith('tallies.')))

/** The codes of all tallies that the cells have. */
export const tallyCodesIn = (cells: readonly Cell[]): string[] =>
  [...new Set(cells.flatMap(({ values }) => Object.keys(values).filter((name) => name.startsWith('tallies.'))))].map((name) => name.split('.')[1] ?? '')

/** Equal spans of one holder become one: their values add up. */
function spansIn(cells: readonly Cell[], code: string, period: Dates): { spans: Span[]; entries: number } {
  const spans = new Map<string, Span>()
  const [value, count] = [`tally.${code}.`, `tallies.${code}.`]
  let entries = 0
  for (const cell of cells) {
    if (cell.date < period.from || cell.date > period.to) continue
    for (const [name, number] of Object.entries(cell.values)) {
      if (!name.startsWith(count)) continue
      const from = name.slice(count.length)
      if (from < period.from) continue
      entries += number
      const span = { holder: `${cell.unit} ${cell.organisation}`, from, to: halfMonthOf(cell.date), value: cell.values[value + from] ?? 0 }
      const key = `${span.holder} ${from} ${span.to}`
      spans.set(key, { ...span, value: span.value + (spans.get(key)?.value ?? 0) })
    }
  }
  return { spans: [...spans.values()], entries }
}

const isWithin = (span: Span, wider: Span): boolean => span.holder === wider.holder && wider.from <= span.from && span.to <= wider.to
