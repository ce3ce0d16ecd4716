// What the practice office made of the handbook: one of the app's entries worded for the province, and one of its own.

import type { Chance } from './chance.ts'
import { type Entry, entry, momentOf, type PracticeAccount } from './entry.ts'
import type { Span } from './place.ts'

export function officeHandbook(chance: Chance, { id }: PracticeAccount, unit: string, { since }: Span): Entry<'handbook-entry'>[] {
  const common = { unit, source: 'Văn phòng Hội LHPN tỉnh (diễn tập)', sourceDate: since, hidden: false }
  const changed = {
    ...common,
    entry: 'viec-nhe-luong-cao',
    section: 'trick',
    title: '“Việc nhẹ lương cao” (bản của tỉnh, diễn tập)',
    body: [
      'Hứa lương cao, không cần tay nghề, đi ngay.',
      'Không cho biết tên công ty, không có hợp đồng.',
      '“Đưa chị xem hợp đồng đã rồi hãy đi.”',
      'Báo Chi hội trưởng hoặc Công an xã.',
    ].join('\n'),
  } as const
  const added = {
    ...common,
    section: 'response',
    title: 'Mở đầu buổi nói chuyện (diễn tập)',
    body: ['Chào bà con, nói ngay mục đích.', '“Hôm nay ai đã từng nghe rủ đi làm xa? Giơ tay.”', 'Kết thúc: cả lớp đọc to số 111.'].join('\n'),
  } as const
  return [changed, added].map((data) => entry(chance, 'handbook-entry', id, momentOf(since, 16), data))
}
