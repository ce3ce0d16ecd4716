// A line of a table, cell by cell, as it stands in somebody's file.

/** A date is a midnight in UTC. */
export type Cell = string | number | Date

/** As many cells as the file has in this line; an empty one is ''. */
export type Line = readonly Cell[]

export const isBlank = (line: Line): boolean => line.every((cell) => cell === '')
