// Names that Excel takes: at most 31 characters, none of []:*?/\, no apostrophe at an end, none twice (capitals aside).

import { cleanText } from '../../../model/text.ts'

const MOST = 31
const FORBIDDEN = /[[\]:*?/\\]/g

/** One name for each title, in their order. */
export function sheetNames(titles: readonly string[], otherwise: string): string[] {
  // Excel keeps this name for itself.
  const taken = new Set(['history'])
  return titles.map((title) => {
    const name = cut(legal(title) || otherwise, MOST)
    for (let number = 1; ; number++) {
      const after = number === 1 ? '' : ` (${number})`
      const tried = `${cut(name, MOST - after.length)}${after}`
      if (taken.has(tried.toLocaleLowerCase('vi'))) continue
      taken.add(tried.toLocaleLowerCase('vi'))
      return tried
    }
  })
}

const legal = (title: string): string => trimmed(cleanText(title).replace(FORBIDDEN, ' ').replace(/\s+/g, ' '))

const trimmed = (name: string): string => name.replace(/^['\s]+|['\s]+$/g, '')

/** At a space where there is one not far from the end, never within a letter. */
function cut(name: string, most: number): string {
  if (name.length <= most) return name
  let short = ''
  for (const letter of name) {
    if (short.length + letter.length > most) break
    short += letter
  }
  const space = short.lastIndexOf(' ')
  return trimmed(space > most / 2 ? short.slice(0, space) : short)
}
