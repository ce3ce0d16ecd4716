// What is wrong with a screen, judged from what was measured on it in a browser. Pure.

/** An element that hides what does not fit into it. Pixels. */
export interface Hiding {
  what: string
  hidesX: boolean
  hidesY: boolean
  clientWidth: number
  clientHeight: number
  scrollWidth: number
  scrollHeight: number
}

/** What is lost to the eye; an element of one pixel is there for the ear alone. */
export const clippedIn = (boxes: readonly Hiding[]): string[] =>
  boxes
    .filter(({ clientWidth, clientHeight }) => clientWidth > 1 && clientHeight > 1)
    .filter((box) => (box.hidesX && box.scrollWidth > box.clientWidth + 1) || (box.hidesY && box.scrollHeight > box.clientHeight + 1))
    .map(({ what, clientWidth, clientHeight, scrollWidth, scrollHeight }) => `${scrollWidth}×${scrollHeight} in ${clientWidth}×${clientHeight}: ${what}`)

/** Something to tap, and how big it has to be at least. */
export interface Target {
  what: string
  width: number
  height: number
  least: number
}

/** Half a pixel is what browsers round away. */
export const tooSmallIn = (targets: readonly Target[]): string[] =>
  targets
    .filter(({ width, height, least }) => Math.min(width, height) < least - 0.5)
    .map(({ what, width, height, least }) => `${Math.round(width)}×${Math.round(height)}, ${least} is needed: ${what}`)

/** Where the focus came to rest: the place of the stop in the order of the document, −1 where it is none of them. */
export interface Visit {
  stop: number
  /** Its middle is on the screen, with nothing over it. */
  isSeen: boolean
  /** The mark around it is drawn, and not cut off. */
  isMarked: boolean
}

/** A date has a few places of its own for the focus, and no field more. */
const MOST_INSIDE = 8

/** `stops`: all that should be reached, in the order of the document; `all`: whether as many steps were made as it takes. */
export function tabFaults(stops: readonly string[], visits: readonly Visit[], all: boolean): string[] {
  const name = (stop: number): string => stops[stop] ?? '?'
  const known = visits.filter(({ stop }) => stop >= 0)
  const first = known.filter(({ stop }, place) => known.findIndex((other) => other.stop === stop) === place)
  const missed = all ? stops.filter((_, stop) => !first.some((visit) => visit.stop === stop)) : []
  const jumped = first.filter(({ stop }, place) => stop < (first[place - 1]?.stop ?? 0))
  return [
    ...missed.map((what) => `not reached: ${what}`),
    ...jumped.map(({ stop }) => `out of order: ${name(stop)}`),
    ...first.filter(({ isSeen }) => !isSeen).map(({ stop }) => `hidden when focused: ${name(stop)}`),
    ...first.filter(({ isMarked }) => !isMarked).map(({ stop }) => `its focus is not seen: ${name(stop)}`),
    ...trapsIn(known).map((stop) => `holds the focus: ${name(stop)}`),
  ]
}

const trapsIn = (visits: readonly Visit[]): number[] => [
  ...new Set(
    visits.flatMap(({ stop }, place) => (visits.slice(place, place + MOST_INSIDE + 1).filter((next) => next.stop === stop).length > MOST_INSIDE ? [stop] : [])),
  ),
]

type Words = Record<string, string>

/** Keys of words that stand where their words should. */
export function rawKeysIn(said: readonly string[], words: Words): string[] {
  const keys = new Set(Object.keys(words).flatMap((key) => [key, key.replace(/_(one|other)$/, '')]))
  return said.flatMap((text) => (text.match(/[a-z][\w-]*(?:\.[\w-]+)+/g) ?? []).filter((part) => keys.has(part)))
}

const withMarks = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i

/** "thôn {name}" would find half of all names. */
const TELLING_LETTERS = 6

/** Sentences and labels of the app's own Vietnamese words, in what an English screen says; names that people gave are theirs. */
export function vietnameseIn(said: readonly string[], vi: Words, en: Words): string[] {
  const english = new Set(Object.values(en))
  const own = Object.values(vi).filter((text) => withMarks.test(text) && !english.has(text))
  const whole = new Set(own.filter((text) => !text.includes('{')))
  const isTelling = (text: string): boolean => text.includes('{') && text.replace(/\{\w+\}|[^\p{L}]/gu, '').length >= TELLING_LETTERS
  const filled = own.filter(isTelling).map(
    (text) =>
      new RegExp(
        `^${text
          .split(/\{\w+\}/)
          .map(escaped)
          .join('.+')}$`,
      ),
  )
  return said.filter((text) => whole.has(text) || (withMarks.test(text) && filled.some((pattern) => pattern.test(text))))
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
