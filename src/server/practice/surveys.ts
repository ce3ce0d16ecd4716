// Two practice surveys: what people of the province know, and who of the shown commune was reached. Their source says that
// they are practice.

import { addMonths } from '../../model/civil-date.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentBy, type PracticeAccount } from './entry.ts'
import type { CommunePlace, Span } from './place.ts'

const SOURCE = 'Khảo sát diễn tập'

export function surveys(chance: Chance, { commune, staff }: CommunePlace, office: PracticeAccount, province: string, span: Span): Entry<'survey'>[] {
  const later = (date: string) => (date < commune.validFrom ? commune.validFrom : date)
  const inProvince = later(addMonths(span.yesterday, -7))
  const inCommune = later(addMonths(span.yesterday, -3))
  return [
    entry(chance, 'survey', office.id, momentBy(inProvince, 15, span), {
      unit: province,
      date: inProvince,
      question: 'knows',
      group: 'all',
      sample: 1200,
      yes: chance.whole(700, 940),
      method: 'Hỏi trực tiếp tại nhà, chọn hộ ngẫu nhiên ở 24 thôn (diễn tập)',
      source: SOURCE,
    }),
    entry(chance, 'survey', staff.official.id, momentBy(inCommune, 15, span), {
      unit: commune.id,
      date: inCommune,
      question: 'reached',
      group: '14-60',
      sample: 200,
      yes: chance.whole(110, 160),
      method: 'Hỏi tại chợ và tại nhà văn hóa (diễn tập)',
      source: SOURCE,
    }),
  ]
}
