// How busy a day is for outreach: weekends and the days before, the dates of the year, hardly anything around Tết.

import { addDays, weekday } from '../../model/civil-date.ts'

/** Sunday first. */
const byWeekday = [1.2, 0.6, 0.8, 0.9, 1, 1.3, 1.6]

/** [from, to, how much], as MM-DD, both included; the first that fits holds. */
const seasons: readonly (readonly [string, string, number])[] = [
  ['07-30', '07-30', 6], // Ngày toàn dân phòng, chống mua bán người
  ['07-20', '08-03', 2.8],
  ['10-12', '10-20', 2.4], // Ngày Phụ nữ Việt Nam
  ['11-25', '11-25', 4], // Ngày quốc tế xóa bỏ bạo lực đối với phụ nữ
  ['11-15', '12-15', 1.7], // Tháng hành động vì bình đẳng giới
  ['03-01', '03-08', 1.6],
  ['01-20', '02-20', 0.3], // Tết
  ['10-21', '11-14', 0.7], // mưa lũ
]

export function busyness(date: string): number {
  const day = date.slice(5)
  return (byWeekday[weekday(date)] ?? 1) * (seasons.find(([from, to]) => from <= day && day <= to)?.[2] ?? 1)
}

/** The campaign that a date belongs to, where it belongs to one. */
export function campaignOn(date: string): string | undefined {
  const day = date.slice(5)
  if (day >= '07-20' && day <= '08-03') return 'Ngày toàn dân phòng, chống mua bán người 30/7'
  return day >= '11-15' && day <= '12-15' ? 'Tháng hành động vì bình đẳng giới' : undefined
}

/** Every civil date from the first to the last. */
export function datesBetween(first: string, last: string): string[] {
  const dates: string[] = []
  for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date)
  return dates
}
