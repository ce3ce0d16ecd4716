// How wide a line of bold Times New Roman is: rules under a line are half as long as it, or as long, and Word has no such border.

import { wrap } from '../wrap.ts'

/** Thousandths of the letter's size → the letters that are so wide, marks aside. */
const widths: [number, string][] = [
  [250, ' ,.'],
  [278, "il/'"],
  [333, 'fjt-:;()'],
  [389, 'Is'],
  [444, 'cerz'],
  [500, 'Jagovxy0123456789–'],
  [556, 'Sbdhknpqu'],
  [611, 'FP'],
  [667, 'BELTZ'],
  [722, 'ACDNRUVXYw'],
  [778, 'GHKOQ'],
  [833, 'm&'],
  [944, 'M'],
  [1000, 'W%'],
]
const USUAL = 556
const STEP = 60
const byLetter = new Map(widths.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)))

/** In twentieths of a point, as everything in a Word file is. */
export function boldWidth(text: string, points: number): number {
  const letters = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd')
  const thousandths = [...letters].reduce((sum, letter) => sum + (byLetter.get(letter) ?? USUAL), 0)
  return Math.round((thousandths / 1000) * points * 20)
}

/** The lines that a text takes in so much room, none much longer than the others: no word is left over by itself. */
export function balanced(text: string, points: number, room: number): string[] {
  const ruler = (part: string): number => boldWidth(part, points)
  const lines = wrap(text, room, ruler)
  let best = lines
  for (let narrower = room - STEP; narrower > room / 2; narrower -= STEP) {
    const tried = wrap(text, narrower, ruler)
    if (tried.length > lines.length) break
    best = tried
  }
  return best
}
