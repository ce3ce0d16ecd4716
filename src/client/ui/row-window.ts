// Which rows of a long list are drawn, and that what is being read stays where it is when heights turn out otherwise or
// rows come and go above it. The page itself scrolls; the list begins somewhere in it.

import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { rowHeights } from './row-heights.ts'
import { layoutOf, rowAt, rowsBetween } from './row-layout.ts'

/** A row, how far below the upper edge of the window it stands (px), and whether the person opened it. */
export interface Place {
  key: string
  at: number
  opened?: boolean
}

interface RowWindowOptions<T> {
  rows: readonly T[]
  /** Rows of each group. */
  counts: readonly number[]
  keyOf: (row: T) => string
  shapeOf: (row: T) => string
  /** Where to begin; asked once. */
  place: Place | undefined
  onPlace: (place: Place) => void
}

/** Drawn before anything is known of the window. */
const FIRST_ROWS = 16

/** A list at rest this long is worth remembering; some browsers refuse to be told oftener than three times a second. */
const REST_MS = 400

/** Less than this is rounding. */
const APART = 0.5

export function useRowWindow<T>({ rows, counts, keyOf, shapeOf, place, onPlace }: RowWindowOptions<T>) {
  const list = useRef<HTMLDivElement>(null)
  const heights = useMemo(rowHeights, [])
  const [head, setHead] = useState(0)
  const [learned, setLearned] = useState(0)
  const [[from, to], setRange] = useState<[number, number]>([0, FIRST_ROWS])
  const keys = useMemo(() => rows.map(keyOf), [rows])
  const places = useMemo(() => new Map(keys.map((key, at) => [key, at])), [keys])
  useMemo(() => heights.list(keys, rows.map(shapeOf)), [keys])
  const layout = useMemo(() => layoutOf(counts, head, heights.of), [keys, counts, head, learned])
  const focused = useRef<string | undefined>(undefined)
  const anchor = useRef<{ key: string; top: number; scrolled: number } | undefined>(undefined)
  const toRestore = useRef(place)
  // What listeners that outlive a drawing ask for.
  const drawn = useRef({ look, note, widen })
  drawn.current = { look, note, widen }

  useLayoutEffect(() => {
    if (toRestore.current) restore(toRestore.current)
    else keepInPlace()
    if (!measure()) settle()
  })

  useLayoutEffect(() => listen(drawn), [])

  return {
    list,
    layout,
    /** Of the rows from `first` to before `after`, those that are drawn. */
    placesIn(first: number, after: number): number[] {
      const held = focused.current === undefined ? undefined : places.get(focused.current)
      const wanted = [...span(Math.max(first, from), Math.min(after, to)), ...(held === undefined ? [] : span(held - 1, held + 2))]
      return [...new Set(wanted)].filter((at) => at >= first && at < after).sort((a, b) => a - b)
    },
    onFocusIn: (event: FocusEvent) => {
      focused.current = rowOf(event)
    },
    onFocusOut: () => {
      focused.current = undefined
    },
    onClickCapture: (event: MouseEvent) => note(rowOf(event), true),
  }

  function topOfList(): number {
    return list.current?.getBoundingClientRect().top ?? 0
  }

  /** Where a row stands in the window now. */
  function standsAt(key: string | undefined): number | undefined {
    const at = key === undefined ? undefined : places.get(key)
    return at === undefined ? undefined : topOfList() + (layout.tops[at] ?? 0)
  }

  function restore({ key, at }: Place) {
    const stands = standsAt(key)
    if (stands === undefined) toRestore.current = undefined
    else if (Math.abs(stands - at) >= APART) window.scrollBy(0, stands - at)
    look()
  }

  function keepInPlace() {
    if (!anchor.current) return
    const { key, top, scrolled } = anchor.current
    const at = places.get(key)
    // A page that grew shorter than it was scrolled has been moved by the browser already.
    const byBrowser = isAtEnd() ? window.scrollY - scrolled : 0
    const moved = at === undefined ? 0 : (layout.tops[at] ?? 0) - top - byBrowser
    if (Math.abs(moved) >= APART) window.scrollBy(0, moved)
  }

  /** True where something is otherwise than was thought: then all is laid out anew. */
  function measure(): boolean {
    const first = list.current?.querySelector('h2')?.getBoundingClientRect().height ?? 0
    const drawnRows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const news = drawnRows.filter((item) => {
      const at = places.get(item.dataset['row'] ?? '')
      return at !== undefined && heights.learn(at, item.getBoundingClientRect().height)
    })
    const isOtherHead = Math.abs(first - head) >= APART
    if (isOtherHead) setHead(first)
    if (news.length > 0) setLearned(learned + 1)
    return isOtherHead || news.length > 0
  }

  /** Everything stands where it was thought to stand. */
  function settle() {
    const { key, opened } = toRestore.current ?? {}
    const isDrawn = key !== undefined && itemOf(key)
    if (toRestore.current && !isDrawn) return
    toRestore.current = undefined
    if (isDrawn && opened) isDrawn.querySelector('a')?.focus({ preventScroll: true })
    look()
  }

  function itemOf(key: string): HTMLElement | undefined {
    return [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].find((item) => item.dataset['row'] === key)
  }

  /** Draws what lies in the window, and as much again above and below. */
  function look() {
    const top = topOfList()
    const { innerHeight } = window
    const [first, last] = rowsBetween(layout, -top - innerHeight, -top + 2 * innerHeight)
    setRange((before) => (before[0] === first && before[1] === last ? before : [first, last]))
    const seen = rowAt(layout, -top)
    const key = keys[seen]
    anchor.current = top >= 0 || key === undefined ? undefined : { key, top: layout.tops[seen] ?? 0, scrolled: window.scrollY }
  }

  function note(key: string | undefined = anchor.current?.key, opened = false) {
    const at = standsAt(key)
    if (key !== undefined && at !== undefined) onPlace({ key, at, ...(opened ? { opened } : {}) })
  }

  function widen() {
    heights.forget()
    setLearned((before) => before + 1)
  }
}

interface Listener {
  look: () => void
  note: () => void
  widen: () => void
}

function listen(drawn: { current: Listener }): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined
  let { innerWidth } = window
  const onScroll = () => {
    drawn.current.look()
    clearTimeout(resting)
    resting = setTimeout(() => drawn.current.note(), REST_MS)
  }
  const onResize = () => {
    // A keyboard that comes up changes the height alone.
    if (window.innerWidth === innerWidth) return drawn.current.look()
    innerWidth = window.innerWidth
    drawn.current.widen()
  }
  window.addEventListener('scroll', onScroll, { passive: true })
  window.addEventListener('resize', onResize)
  return () => {
    clearTimeout(resting)
    window.removeEventListener('scroll', onScroll)
    window.removeEventListener('resize', onResize)
  }
}

const isAtEnd = (): boolean => window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1

const span = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step)

const rowOf = ({ target }: Event): string | undefined => (target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined)
