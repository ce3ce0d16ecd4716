// The national day against human trafficking, 30 July (Quyết định 793/QĐ-TTg, 10/5/2016), in the month that leads up to it.

import { daysBetween } from '../../model/civil-date.ts'

const BEGINS = '07-01'
const DAY = '07-30'

export interface NationalDay {
  date: string
  /** 0 on the day itself. */
  daysLeft: number
}

/** Undefined outside 1–30 July. */
export function nationalDay(today: string): NationalDay | undefined {
  const date = `${today.slice(0, 4)}-${DAY}`
  return today.slice(5) >= BEGINS && today <= date ? { date, daysLeft: daysBetween(today, date) } : undefined
}
