// The two shapes that most tables of a report have: places or bodies against measures, and measures one below the other. Either
// ends with the sum of its lines where they add up.

import type { ReportLine } from '../../programme/report.ts'
import { sumIn } from '../../programme/sum-told.ts'
import type { PaperTable } from './paper.ts'
import { begun, cellOf, numbersColumn, type Of, wordsColumn } from './paper-cell.ts'
import type { PaperWording, Telling } from './report-about.ts'

export interface NamedLine {
  name: string
  line: ReportLine
  of: Of
  /** Left out of a table in which it has nothing. */
  mayBeLeftOut?: true
}

interface Head {
  id: string
  title: string
  /** Over the names. */
  first: string
  notes?: readonly string[]
}

/** The whole of the report, as one line. */
export const wholeOf = ({ report }: Telling): Omit<NamedLine, 'name'> => ({ line: report.whole, of: ofArea(report) })

const ofArea = ({ area, organisation }: Telling['report']): Of => ({ unit: area, ...(organisation !== undefined && { organisation }) })

export function linesTable({ id, title, first, notes = [] }: Head, lines: readonly NamedLine[], measures: readonly string[], telling: Telling): PaperTable {
  const { t, figure } = telling.words
  const whole = wholeOf(telling)
  const shown = lines.filter(({ line, mayBeLeftOut }) => !mayBeLeftOut || measures.some((measure) => sumIn(line.sums, measure) !== undefined))
  return {
    id,
    title: begun(title),
    columns: [wordsColumn(first, 3), ...measures.map((measure) => numbersColumn(figure(measure), 1.5))],
    rows: shown.map(({ name, line, of }) => [{ text: begun(name) }, ...measures.map((measure) => cellOf(line, measure, of, t))]),
    sum: [{ text: t('month.sum') }, ...measures.map((measure) => cellOf(whole.line, measure, whole.of, t))],
    notes: [...notes],
  }
}

export interface NamedMeasure {
  name: string
  measure: string
}

/** `sum`: the family that the rows make up, "media.*". */
export function measuresTable({ id, title, first, notes = [] }: Head, measured: readonly NamedMeasure[], telling: Telling, sum?: string): PaperTable {
  const { t } = telling.words
  const { line, of } = wholeOf(telling)
  return {
    id,
    title: begun(title),
    columns: [wordsColumn(first, 4), numbersColumn(t('paper.column.count'), 1)],
    rows: measured.map(({ name, measure }) => [{ text: begun(name) }, cellOf(line, measure, of, t)]),
    ...(sum !== undefined && { sum: [{ text: t('month.sum') }, cellOf(line, sum, of, t)] }),
    notes: [...notes],
  }
}

/** Each under its own name. */
export const named = (measures: readonly string[], { figure }: PaperWording): NamedMeasure[] => measures.map((measure) => ({ name: figure(measure), measure }))
