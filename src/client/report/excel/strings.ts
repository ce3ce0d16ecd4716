// The texts of a workbook, each once; a cell names its text by its place.

import { xmlText } from '../xml-text.ts'

/** UTF-16 units: more, and Excel says that the file has to be repaired. */
const MOST = 32_767

export interface Strings {
  place(text: string): number
  xml(): string
}

export function newStrings(): Strings {
  const places = new Map<string, number>()
  let uses = 0
  return {
    place(text) {
      uses++
      const known = places.get(text)
      if (known !== undefined) return known
      places.set(text, places.size)
      return places.size - 1
    },
    xml: () =>
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${uses}" uniqueCount="${places.size}">${[...places.keys()]
        .map((text) => `<si><t xml:space="preserve">${cellText(text)}</t></si>`)
        .join('')}</sst>`,
  }
}

/** "_x0041_" would be read as the letter A. */
const cellText = (text: string): string => xmlText(text.slice(0, MOST)).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
