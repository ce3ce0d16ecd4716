// Which column of somebody's table holds what: found by its heading, in whatever words; put right by hand where it was not.

import { fold } from '../../text/fold.ts'
import { type Cell, type Line, textOf } from './line.ts'

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
  /** Where they take two lines, the first of them. */
  from?: number
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
  return best.at < 0 ? best : withSecondLine(best, lines, columns)
}

/** Under one heading for several columns stands what each of them is: a line in which every cell names a column. */
function withSecondLine<Name extends string>(head: Head<Name>, lines: readonly Line[], columns: readonly Column<Name>[]): Head<Name> {
  const below = lines[head.at + 1] ?? []
  const places = placesIn(below, columns)
  const named = new Set(Object.values(places))
  const cells = below.flatMap((cell, place) => (cell === '' ? [] : [place]))
  if (cells.length === 0 || !cells.every((place) => named.has(place))) return head
  const above = Object.entries(head.places).filter(([, place]) => !named.has(place))
  return { at: head.at + 1, from: head.at, places: { ...(Object.fromEntries(above) as Places<Name>), ...places } } // of the same names
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

/** What tells files of one making: their headings, in their order. */
export const headingsKey = (lines: readonly Line[], head: Pick<Head, 'at' | 'from'>): string =>
  headingLines(lines, head)
    .map((line) => line.map((cell) => fold(textOf(cell))).join('|'))
    .join('\n')

/** The lines that the headings take. */
export const headingLines = (lines: readonly Line[], { at, from = at }: Pick<Head, 'at' | 'from'>): readonly Line[] => (at < 0 ? [] : lines.slice(from, at + 1))
