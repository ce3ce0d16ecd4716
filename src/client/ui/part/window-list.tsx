// A long list under headings, of which only the rows near the screen are drawn. Every heading always stands, and each row
// says which of how many it is. The row that has the focus stays, with its neighbours, wherever the list is scrolled to.

import type { VNode } from 'preact'
import { useMemo, useRef } from 'preact/hooks'
import { type Place, useRowWindow } from '../row-window.ts'
import './rows.css'

export interface RowGroup<T> {
  key: string
  title: string
  rows: readonly T[]
}

interface WindowListProps<T> {
  groups: readonly RowGroup<T>[]
  keyOf: (row: T) => string
  /** Rows of one shape are taken to be equally high until they are measured. */
  shapeOf: (row: T) => string
  /** What stands in a row; the same function for as long as rows look the same. */
  draw: (row: T) => VNode
  /** Where to begin. */
  place: Place | undefined
  onPlace: (place: Place) => void
}

export function WindowList<T extends object>({ groups, keyOf, shapeOf, draw, place, onPlace }: WindowListProps<T>) {
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups])
  const counts = useMemo(() => groups.map((group) => group.rows.length), [groups])
  const { list, layout, placesIn, ...events } = useRowWindow({ rows, counts, keyOf, shapeOf, place, onPlace })
  const drawn = useDrawnOnce(draw)
  return (
    <div ref={list} class="window-list" {...events}>
      {groups.map(({ key, title }, group) => (
        <section key={key}>
          <h2 class="rows-head">{title}</h2>
          {rowsOf(group)}
        </section>
      ))}
    </div>
  )

  function rowsOf(group: number) {
    const bounds = layout.groups[group]
    if (!bounds) return null
    const { first, after, top, end } = bounds
    let below = top
    const items = placesIn(first, after).map((at) => {
      const row = rows[at] as T // The layout has a place for each row.
      const rowTop = layout.tops[at] ?? 0
      const space = rowTop - below
      below = rowTop + (layout.heights[at] ?? 0)
      return (
        <li key={keyOf(row)} data-row={keyOf(row)} style={{ marginBlockStart: `${space}px` }} aria-setsize={after - first} aria-posinset={at - first + 1}>
          {drawn(row)}
        </li>
      )
    })
    const left = { blockSize: `${end - below}px` }
    return (
      <>
        {items.length > 0 && <ul class="rows">{items}</ul>}
        <div style={left} />
      </>
    )
  }
}

/** A row that stays the same is not drawn again while the list moves over it. */
function useDrawnOnce<T extends object>(draw: (row: T) => VNode): (row: T) => VNode {
  const kept = useRef<{ draw: typeof draw; drawn: WeakMap<T, VNode> } | undefined>(undefined)
  if (kept.current?.draw !== draw) kept.current = { draw, drawn: new WeakMap() }
  const { drawn } = kept.current
  return (row) => {
    const before = drawn.get(row)
    if (before) return before
    const made = draw(row)
    drawn.set(row, made)
    return made
  }
}
