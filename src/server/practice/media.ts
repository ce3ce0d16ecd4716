// What practice press, radio and loudspeakers brought: the provincial press every month but two, loudspeakers of some
// communes, now and then a round of messages. Outlets are kinds of outlets, none is a real one.

import { addDays, addMonths } from '../../model/civil-date.ts'
import type { Data } from '../../model/registry.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentBy, type PracticeAccount } from './entry.ts'
import type { CommunePlace, Span } from './place.ts'

type Item = Data<'media-item'>

const MONTHS_MISSED = 2

const press: readonly Pick<Item, 'outlet' | 'mediaForm' | 'minutes'>[] = [
  { outlet: 'Báo tỉnh (diễn tập)', mediaForm: 'article' },
  { outlet: 'Báo tỉnh (diễn tập)', mediaForm: 'news' },
  { outlet: 'Đài phát thanh tỉnh (diễn tập)', mediaForm: 'radio', minutes: 12 },
  { outlet: 'Đài truyền hình tỉnh (diễn tập)', mediaForm: 'television', minutes: 15 },
]

const titles = [
  'Cảnh giác với lời mời “việc nhẹ lương cao”',
  'Số 111 nghe máy suốt ngày đêm',
  'Đi làm việc ở nước ngoài theo hợp đồng: hỏi ai, hỏi gì',
  'Không kỳ thị người trở về',
  'Cha mẹ cần biết gì khi con đi làm xa',
  'Câu lạc bộ của thôn: cách làm hay',
]

/** From the plan's first month to yesterday's; the months that are missed are whole ones that have passed. */
export function officeMedia(chance: Chance, { id, organisation }: PracticeAccount, unit: string, since: string, span: Span): Entry<'media-item'>[] {
  const months = monthsBetween(since, span.yesterday)
  const missed = new Set(chance.some(months.slice(1, -1), MONTHS_MISSED))
  const add = (item: Omit<Item, 'unit' | 'organisation'>) =>
    entry(chance, 'media-item', id, momentBy(item.date, 18 + chance.next(), span), { unit, organisation, ...item })
  const items = months.flatMap((month) => (missed.has(month) ? [] : provincial(chance, month, span)))
  const rounds = months.filter((month) => month.endsWith('-07') || month.endsWith('-11')).map((month) => messages(chance, `${month}-15`))
  const posts = months.filter(() => chance.is(0.4)).map((month) => post(chance, `${month}-20`))
  return [...items, ...rounds, ...posts].filter(({ date }) => date <= span.yesterday).map(add)
}

function provincial(chance: Chance, month: string, { yesterday }: Span): Omit<Item, 'unit' | 'organisation'>[] {
  return Array.from({ length: chance.whole(1, 3) }, () => {
    const date = `${month}-${String(chance.whole(1, 28)).padStart(2, '0')}`
    // The month that runs has its item by yesterday.
    return { date: date <= yesterday ? date : `${month}-01`, level: 'province', title: chance.one(titles), ...chance.one(press) }
  })
}

const messages = (chance: Chance, date: string): Omit<Item, 'unit' | 'organisation'> => ({
  date,
  // No press: the plan asks for that of the province.
  level: 'online',
  mediaForm: 'sms',
  outlet: 'Nhà mạng (diễn tập)',
  title: 'Tin nhắn về đường dây nóng 111',
  messages: chance.whole(20, 90) * 1000,
})

const post = (chance: Chance, date: string): Omit<Item, 'unit' | 'organisation'> => ({
  date,
  level: 'online',
  mediaForm: 'social-media',
  outlet: 'Trang của Hội (diễn tập)',
  title: chance.one(titles),
})

/** The loudspeaker of a commune, in some months of the last year. */
export function communeMedia(chance: Chance, { commune, staff, bodies, isShown }: CommunePlace, span: Span): Entry<'media-item'>[] {
  const months = monthsBetween(addMonths(span.yesterday, -11), span.yesterday).map((month) => `${month}-08`)
  return months
    .filter((date) => chance.is(isShown ? 0.8 : 0.3) && date >= commune.validFrom && date <= span.yesterday)
    .map((date) => {
      const times = chance.whole(2, 12)
      const said: Item = {
        unit: commune.id,
        date,
        level: 'commune',
        mediaForm: 'loudspeaker',
        outlet: 'Đài truyền thanh xã',
        title: chance.one(titles),
        times,
        minutes: times * chance.whole(5, 10),
        organisation: bodies.committee,
      }
      return entry(chance, 'media-item', staff.official.id, momentBy(addDays(date, chance.whole(0, 4)), 16, span), said)
    })
}

/** "2026-11" for each calendar month that has a day between. */
function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  for (let month = `${first.slice(0, 7)}-01`; month <= last; month = addMonths(month, 1)) months.push(month.slice(0, 7))
  return months
}
