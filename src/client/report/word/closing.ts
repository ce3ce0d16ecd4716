// Who gets it, at the left, and who signs, at the right, with room for the signature; her name is written by hand.

import type { Paper } from '../paper.ts'
import type { PaperWords } from '../paper-words.ts'
import { ended, upper } from './heading.ts'
import { textWidth } from './page.ts'
import { paragraph } from './paragraph.ts'
import { sideBySide } from './table.ts'

const LINES_TO_SIGN = 5

export function closingXml({ signature, receivers }: Paper, words: PaperWords): string {
  const width = textWidth('portrait')
  const left = Math.round(width * 0.46)
  const last = receivers.length - 1
  const copies = [
    paragraph('receiversHead', words.receivers),
    ...receivers.map((one, place) => paragraph('receivers', `- ${ended(one, place === last ? '.' : ';')}`)),
  ]
  const signs = [
    signature.capacity === '' ? '' : paragraph('signature', upper(signature.capacity)),
    paragraph('signature', upper(signature.office)),
    ...Array.from({ length: LINES_TO_SIGN }, () => paragraph('signature', '')),
  ]
  return sideBySide(left, width - left, [receivers.length === 0 ? '<w:p/>' : copies.join(''), signs.join('')])
}
