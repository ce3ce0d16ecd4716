// Two papers about the same, figure by figure: what a corrected report has that the earlier one had not, and whether a frozen one
// still says what the records come to. A figure that stands in several tables is told once.

import type { Paper, PaperCell, PaperFigure, PaperTable } from './paper.ts'

type Numbered = Extract<PaperCell, { whole: number } | { percent: number }>

export interface ChangedFigure {
  table: string
  row: string
  column: string
  figure: PaperFigure
  /** Undefined where the paper has no number there. */
  before: Numbered | undefined
  after: Numbered | undefined
}

interface Place extends Omit<ChangedFigure, 'before' | 'after'> {
  cell: Numbered
}

/** In the order of the later paper; what only the earlier one has comes last. */
export function changedFigures(earlier: Paper, later: Paper): ChangedFigure[] {
  const [old, fresh] = [figuresOf(earlier), figuresOf(later)]
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((key) => {
    const [before, after] = [old.get(key), fresh.get(key)]
    const place = after ?? before
    if (!place || (before && after && numberOf(before.cell) === numberOf(after.cell))) return []
    const { cell: _, ...where } = place
    return [{ ...where, before: before?.cell, after: after?.cell }]
  })
}

const numberOf = (cell: Numbered): number => ('whole' in cell ? cell.whole : cell.percent)

/** What was changed in locked periods is itself told as a difference: its own numbers are no figures of this report. */
const isCompared = ({ id }: PaperTable): boolean => id !== 'adjustments'

function figuresOf({ blocks, annexes }: Paper): Map<string, Place> {
  const tables = [...blocks.flatMap((block) => (block.as === 'table' ? [block.table] : [])), ...annexes]
  const found = new Map<string, Place>()
  for (const table of tables.filter(isCompared)) {
    for (const row of [...table.rows, ...(table.sum ? [table.sum] : [])]) {
      for (const [key, place] of placesIn(table, row)) if (!found.has(key)) found.set(key, place)
    }
  }
  return found
}

/** An indicator has several numbers in its row: they are told apart by their order. */
function placesIn(table: PaperTable, row: readonly PaperCell[]): [string, Place][] {
  const [first] = row
  const name = first && 'text' in first ? first.text : ''
  const times = new Map<string, number>()
  return row.flatMap((cell, place): [string, Place][] => {
    if (!('whole' in cell || 'percent' in cell) || !cell.figure) return []
    const { measure, indicator, unit, organisation, part } = cell.figure
    const key = JSON.stringify([measure, indicator, unit, organisation, part])
    const time = times.get(key) ?? 0
    times.set(key, time + 1)
    return [[`${key} ${time}`, { table: table.title, row: name, column: table.columns[place]?.heading ?? '', figure: cell.figure, cell }]]
  })
}
