// That the province's office changed or added an entry, and on which day.

import { formatDate } from '../../../text/format.ts'
import type { Translate } from '../../../text/translate.ts'
import { changedOn, type HandbookItem } from './items.ts'

/** Empty where it is as the app brings it. */
export function officeNote({ record, shipped }: HandbookItem, t: Translate): string {
  return record ? t(shipped ? 'handbook.edited' : 'handbook.added', { date: formatDate(changedOn(record)) }) : ''
}
