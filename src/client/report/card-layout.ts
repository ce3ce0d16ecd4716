// Where on the picture each word of a card stands. Pure: draw-card.ts brings the rulers and puts the shapes on a canvas.

import type { Card, Figure } from './card.ts'
import { type Ruler, wrap } from './wrap.ts'

/** The light theme of style/token.css: a picture is looked at on other people's phones. */
export const colours = {
  paper: '#fbf8f2',
  ink: '#1d1b2e',
  'ink-2': '#413e57',
  line: '#ddd6c8',
  sunken: '#f3eee3',
  indigo: '#2b3a8c',
  'indigo-soft': '#e7e9f7',
  leaf: '#14523a',
  warn: '#634200',
  'warn-soft': '#fdf1da',
} as const

type Colour = keyof typeof colours

export interface Style {
  size: number
  /** A number: it has no marks, and needs less room over it. */
  close?: true
  weight: 400 | 700
  colour: Colour
}

/** Tells how wide a text is in a style. */
export type Rulers = (style: Style) => Ruler

/** `y` of a text is its baseline; `x` is where it begins, or ends where `end` is set. Of a diamond they are its middle. */
export type Shape =
  | ({ what: 'text'; text: string; x: number; y: number; end?: true } & Style)
  | { what: 'box'; x: number; y: number; width: number; height: number; colour: Colour }
  | { what: 'diamond'; x: number; y: number; radius: number; colour: Colour }

export interface Layout {
  width: number
  height: number
  shapes: Shape[]
}

const WIDTH = 1080
const MARGIN = 72
const INSIDE = WIDTH - 2 * MARGIN
const BAND = 56
const BAR = 44

/** A line's height by its letters' size, and how much of it lies over the baseline: Ẫ and Ỗ reach far over their tops. */
const LEAD = 1.5
const RISE = 1.12
const CLOSE = { lead: 1.15, rise: 0.95 }

const styles = {
  mark: { size: 40, weight: 700, colour: 'warn' },
  heading: { size: 42, weight: 700, colour: 'indigo' },
  name: { size: 84, weight: 700, colour: 'ink' },
  below: { size: 44, weight: 400, colour: 'ink-2' },
  main: { size: 216, weight: 700, colour: 'indigo', close: true },
  mainLabel: { size: 52, weight: 700, colour: 'indigo' },
  label: { size: 44, weight: 400, colour: 'ink' },
  value: { size: 60, weight: 700, colour: 'ink' },
  detail: { size: 42, weight: 400, colour: 'ink' },
  foot: { size: 34, weight: 400, colour: 'ink-2' },
  sign: { size: 38, weight: 700, colour: 'leaf' },
} as const satisfies Record<string, Style>

/** A picture that grows downwards as it is filled. */
interface Sheet {
  y: number
  shapes: Shape[]
  rulers: Rulers
}

/** Nothing is left out or cut off: a long name makes a taller picture. `sign` is the app's name at its foot. */
export function layOut(card: Card, sign: string, rulers: Rulers): Layout {
  const sheet: Sheet = { y: 0, shapes: [], rulers }
  weave(sheet)
  sheet.y += 48
  if (card.mark) putMark(sheet, card.mark)
  write(sheet, [card.heading], styles.heading, 8)
  write(sheet, [card.name], styles.name)
  write(sheet, card.below, styles.below, 16)
  write(sheet, [card.main.value], styles.main)
  write(sheet, [card.main.label], styles.mainLabel, 24)
  for (const figure of card.figures) putFigure(sheet, figure)
  if (card.figures.length > 0) sheet.y += 24
  if (card.bar) putBar(sheet, card.bar)
  write(sheet, card.details, styles.detail, 24)
  write(sheet, card.foot, styles.foot, 24)
  write(sheet, [sign], styles.sign, 24)
  weave(sheet)
  return { width: WIDTH, height: Math.ceil(sheet.y), shapes: sheet.shapes }
}

function write(sheet: Sheet, texts: readonly string[], style: Style, after = 0, inset = 0): void {
  const x = MARGIN + inset
  const { lead, rise } = style.close ? CLOSE : { lead: LEAD, rise: RISE }
  for (const text of texts.flatMap((one) => wrap(one, INSIDE - 2 * inset, sheet.rulers(style)))) {
    sheet.shapes.push({ what: 'text', text, x, y: sheet.y + style.size * rise, ...style })
    sheet.y += style.size * lead
  }
  if (texts.length > 0) sheet.y += after
}

function putMark(sheet: Sheet, mark: string): void {
  const ground = { what: 'box', x: MARGIN, y: sheet.y, width: INSIDE, height: 0, colour: 'warn-soft' } satisfies Shape
  sheet.shapes.push(ground)
  sheet.y += 12
  write(sheet, [mark], styles.mark, 12, 24)
  ground.height = sheet.y - ground.y
  sheet.y += 32
}

/** What was counted, and at the end of the line how many. */
function putFigure(sheet: Sheet, { label, value }: Figure): void {
  const { shapes, rulers } = sheet
  const top = sheet.y + 8
  const baseline = top + styles.value.size * RISE
  const lines = wrap(label, INSIDE - rulers(styles.value)(value) - 32, rulers(styles.label))
  shapes.push({ what: 'box', x: MARGIN, y: sheet.y, width: INSIDE, height: 2, colour: 'line' })
  shapes.push({ what: 'text', text: value, x: WIDTH - MARGIN, y: baseline, end: true, ...styles.value })
  // The first line stands on the baseline of the number.
  lines.forEach((text, place) => {
    shapes.push({ what: 'text', text, x: MARGIN, y: baseline + place * styles.label.size * LEAD, ...styles.label })
  })
  sheet.y = top + styles.value.size * LEAD + Math.max(0, lines.length - 1) * styles.label.size * LEAD + 8
}

function putBar(sheet: Sheet, { value, whole, words }: NonNullable<Card['bar']>): void {
  const { y } = sheet
  const all = Math.max(value, whole, 1)
  sheet.shapes.push({ what: 'box', x: MARGIN, y, width: INSIDE, height: BAR, colour: 'line' })
  sheet.shapes.push({ what: 'box', x: MARGIN, y, width: (INSIDE * value) / all, height: BAR, colour: 'leaf' })
  sheet.y += BAR + 12
  write(sheet, [words], styles.label, 24)
}

/** The edge of a woven skirt. */
function weave(sheet: Sheet): void {
  const step = 72
  const y = sheet.y + BAND / 2
  sheet.shapes.push({ what: 'box', x: 0, y: sheet.y, width: WIDTH, height: BAND, colour: 'indigo' })
  for (let x = step / 2; x < WIDTH; x += step) {
    sheet.shapes.push({ what: 'diamond', x, y, radius: 20, colour: 'paper' })
    sheet.shapes.push({ what: 'diamond', x, y, radius: 10, colour: 'leaf' })
    sheet.shapes.push({ what: 'diamond', x: x + step / 2, y, radius: 8, colour: 'indigo-soft' })
  }
  sheet.y += BAND
}
