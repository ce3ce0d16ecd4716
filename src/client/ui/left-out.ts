// The lines of a file that the person leaves out, one by one or all of a sort: wrong ones, and those that may be there twice.

import { useState } from 'preact/hooks'
import type { Table } from '../import/line.ts'
import type { ImportRow } from '../import/row.ts'

export type RowState = ImportRow['as'] | 'like' | 'doubt' | 'left'

export interface LeftOut {
  stateOf: (row: ImportRow) => RowState
  count: (state: RowState) => number
  leave: (rows: readonly ImportRow[]) => void
  takeBack: (row: ImportRow) => void
  /** All rows in such a state. */
  rowsIn: (...states: RowState[]) => readonly ImportRow[]
}

/** `table`: of another one nothing was left out yet. */
export function useLeftOut(rows: readonly ImportRow[], table: Table | undefined): LeftOut {
  const [chosen, setChosen] = useState<{ of: Table | undefined; left: ReadonlySet<number> }>({ of: table, left: new Set() })
  const left: ReadonlySet<number> = chosen.of === table ? chosen.left : new Set()
  const setLeft = (lines: ReadonlySet<number>) => setChosen({ of: table, left: lines })
  const stateOf = (row: ImportRow): RowState => {
    const state = row.as !== 'new' ? row.as : row.like ? 'like' : row.doubts ? 'doubt' : 'new'
    // A line that became good, because a column was put right, is not left out any more.
    return left.has(row.line) && (state === 'wrong' || state === 'like') ? 'left' : state
  }
  const rowsIn: LeftOut['rowsIn'] = (...states) => rows.filter((row) => states.includes(stateOf(row)))
  return {
    stateOf,
    rowsIn,
    count: (state) => rowsIn(state).length,
    leave: (more) => setLeft(new Set([...left, ...more.map(({ line }) => line)])),
    takeBack: ({ line }) => setLeft(new Set([...left].filter((one) => one !== line))),
  }
}
