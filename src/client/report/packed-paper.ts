// A paper as it is kept: a number of a table stands by itself, because what it opens into follows from its row and its column; every
// other cell, and every id, stands once in a list and is named by its place there. What is unpacked is what was packed.

import { sorted } from '../../model/record.ts'
import type { Block, Paper, PaperCell, PaperFigure, PaperTable } from './paper.ts'

/** A paper of the first form has no number: it is the paper itself. */
const FORM = 2

/** What a figure opens into, in this order; what is seldom given stands at the end. */
const names = ['unit', 'measure', 'organisation', 'part', 'indicator'] as const

/** In the order of the names: the place of a text, counted from 1; 0 where nothing is given. */
type KeptPart = number[]

/** A whole number that opens; or the place of any other cell, in base 36. */
type KeptCell = number | string

interface KeptTable extends Omit<PaperTable, 'rows' | 'sum'> {
  rows: KeptCell[][]
  sum?: KeptCell[]
  byColumn: KeptPart[]
  /** The sum's row last. */
  byRow: KeptPart[]
}

export interface PackedPaper extends Omit<Paper, 'blocks' | 'annexes'> {
  form: typeof FORM
  blocks: (Exclude<Block, { as: 'table' }> | { as: 'table'; table: KeptTable })[]
  annexes: KeptTable[]
  cells: PaperCell[]
  texts: string[]
}

type Given = Partial<PaperFigure>

interface Lists {
  cells: List<PaperCell>
  texts: List<string>
}

/** `paper` with its keys in order: equal cells have to be equal as JSON. */
export function packPaper(paper: Paper): PackedPaper {
  const lists: Lists = { cells: newList(), texts: newList() }
  return {
    ...paper,
    form: FORM,
    blocks: paper.blocks.map((block) => (block.as === 'table' ? { ...block, table: packTable(block.table, lists) } : block)),
    annexes: paper.annexes.map((table) => packTable(table, lists)),
    cells: lists.cells.all,
    texts: lists.texts.all,
  }
}

function packTable({ rows, sum, ...table }: PaperTable, { cells, texts }: Lists): KeptTable {
  const lines = sum ? [...rows, sum] : rows
  // Without the sum: it opens into the whole area, whatever its rows do.
  const byColumn = table.columns.map((_, place) => common(rows.flatMap((row) => figureOf(row[place]))))
  const byRow = lines.map((row) => beyond(common(row.flatMap(figureOf)), row, byColumn))
  const packed = lines.map((row, line) =>
    row.map((cell, place): KeptCell => {
      const isPlain = 'whole' in cell && isSame(cell, { figure: { ...byColumn[place], ...byRow[line] }, whole: cell.whole })
      return isPlain ? cell.whole : cells.place(cell).toString(36)
    }),
  )
  const part = (given: Given): KeptPart => withoutLastZeros(names.map((name) => (given[name] === undefined ? 0 : texts.place(given[name]) + 1)))
  return {
    ...table,
    rows: packed.slice(0, rows.length),
    ...(sum && { sum: packed[rows.length] ?? [] }),
    byColumn: byColumn.map(part),
    byRow: byRow.map(part),
  }
}

const figureOf = (cell: PaperCell | undefined): PaperFigure[] => (cell && 'figure' in cell && cell.figure ? [cell.figure] : [])

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))

/** What all of them say alike. */
function common([first, ...others]: readonly PaperFigure[]): Given {
  const alike = names.filter((name) => first?.[name] !== undefined && others.every((other) => other[name] === first[name]))
  return Object.fromEntries(alike.map((name) => [name, first?.[name]]))
}

/** Without what the columns say of every figure of the row. */
function beyond(given: Given, row: readonly PaperCell[], byColumn: readonly Given[]): Given {
  const isSaid = (name: keyof Given): boolean => row.every((cell, place) => figureOf(cell).length === 0 || byColumn[place]?.[name] === given[name])
  return Object.fromEntries(names.filter((name) => given[name] !== undefined && !isSaid(name)).map((name) => [name, given[name]]))
}

const withoutLastZeros = (part: KeptPart): KeptPart =>
  part.slice(
    0,
    part.reduce((end, place, at) => (place > 0 ? at + 1 : end), 0),
  )

/** A newer build's form is unknown here, and so is what it keeps. */
export const isPacked = (kept: object): kept is PackedPaper => 'form' in kept && kept.form === FORM

/** Throws where a place that is named is not there. */
export function unpackPaper({ form: _, cells, texts, ...paper }: PackedPaper): Paper {
  const unpack = (table: KeptTable): PaperTable => unpackTable(table, cells, texts)
  return {
    ...paper,
    blocks: paper.blocks.map((block) => (block.as === 'table' ? { ...block, table: unpack(block.table) } : block)),
    annexes: paper.annexes.map(unpack),
  }
}

function unpackTable({ byColumn, byRow, rows, sum, ...table }: KeptTable, cells: readonly PaperCell[], texts: readonly string[]): PaperTable {
  const given = (part: KeptPart): Given =>
    Object.fromEntries(part.flatMap((place, name) => (place === 0 ? [] : [[there(names, name), there(texts, place - 1)]])))
  const columns = byColumn.map(given)
  const lines = (sum ? [...rows, sum] : rows).map((row, line) => {
    const own = given(there(byRow, line))
    return row.map((cell, place): PaperCell => {
      if (typeof cell === 'string') return there(cells, Number.parseInt(cell, 36))
      // Proved with the whole paper, as is what the lists hold.
      return { whole: cell, figure: { ...columns[place], ...own } as PaperFigure }
    })
  })
  return { ...table, rows: lines.slice(0, rows.length), ...(sum && { sum: there(lines, rows.length) }) }
}

function there<T>(list: readonly T[], place: number): T {
  const found = list[place]
  if (found === undefined) throw new RangeError(`The paper names a place ${place} that it does not have.`)
  return found
}

interface List<T> {
  all: T[]
  place(value: T): number
}

/** Each value once, by its JSON. */
function newList<T>(): List<T> {
  const all: T[] = []
  const places = new Map<string, number>()
  return {
    all,
    place(value) {
      const key = JSON.stringify(value)
      const known = places.get(key)
      if (known !== undefined) return known
      places.set(key, all.length)
      return all.push(value) - 1
    },
  }
}
