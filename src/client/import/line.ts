// A line of a table, cell by cell, as it stands in somebody's file.

/** A date is a midnight in UTC. */
export type Cell = string | number | Date

export interface Table {
  lines: readonly Line[]
  /** Its name, and how many other sheets of the file have something on them. */
  sheet: string
  others: number
  /** Days that stand there as a number are counted as old Macs count them. */
  since1904: boolean
}

/** From the day that Excel counts from to the one that old Macs do. */
export const DAYS_TO_1904 = 1462

/** As many cells as the file has in this line; an empty one is ''. */
export type Line = readonly Cell[]

export const isBlank = (line: Line): boolean => line.every((cell) => cell === '')

export const textOf = (cell: Cell): string => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))
