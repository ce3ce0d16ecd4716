// Which column of somebody's table holds what: found by its heading, in whatever words; put right by hand where it was not.

import { fold } from '../../text/fold.ts'
import type { Cell, Line } from './line.ts'

export interface Column<Name extends string = string> {
  name: Name
  /** Headings that people give it, folded (text/fold.ts). */
  headings: readonly string[]
  required?: true
}

/** Of the columns that were found, the place in a line. */
export type Places<Name extends string = string> = Partial<Record<Name, number>>

export interface Head<Name extends string = string> {
  /** The line of the headings; −1 where none of the first lines names a column. */
  at: number
  places: Places<Name>
}

/** Above its headings a table has a title, a number, a date. */
const SEARCHED = 15

/** The line that names most columns, the first of equals. */
export function findHead<Name extends string>(lines: readonly Line[], columns: readonly Column<Name>[]): Head<Name> {
  let best: Head<Name> = { at: -1, places: {} }
  for (const [at, line] of lines.slice(0, SEARCHED).entries()) {
    const places = placesIn(line, columns)
    if (Object.keys(places).length > Object.keys(best.places).length) best = { at, places }
  }
  return best
}

/** Of two headings that would do, the one whose words come first in the column's list. */
function placesIn<Name extends string>(line: Line, columns: readonly Column<Name>[]): Places<Name> {
  const told = line.map((cell) => fold(textOf(cell)))
  const places: Places<Name> = {}
  for (const { name, headings } of columns) {
    const at = headings.map((heading) => told.indexOf(heading)).find((place) => place >= 0)
    if (at !== undefined) places[name] = at
  }
  return places
}

/** What stands in the column, or '' where the table has none. */
export function cellAt<Name extends string>(line: Line, places: Places<Name>, name: Name): Cell {
  const at = places[name]
  return at === undefined ? '' : (line[at] ?? '')
}

export const textOf = (cell: Cell): string => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))
