// A cell of a table as it reads on paper.

import { formatDate, formatNumber } from '../../text/format.ts'
import type { Language } from '../../text/translate.ts'
import type { PaperCell } from './paper.ts'

export function saidCell(cell: PaperCell, language: Language): string {
  if ('text' in cell) return cell.text
  if ('whole' in cell) return formatNumber(cell.whole, language)
  if ('percent' in cell) return cell.said
  return 'date' in cell ? formatDate(cell.date) : cell.none
}
