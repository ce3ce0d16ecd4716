// What an office changes of a plan that it adopted: a plan with one part of it replaced. What is typed half goes in as it is,
// so that a draft keeps it; pack-check.ts tells what is wrong before it is saved. Pure.

import type { Pack } from '../../programme/pack.ts'

type PackList = 'indicators' | 'reports' | 'campaigns' | 'hotlines' | 'slogans'
type Entry<L extends PackList> = Pack[L][number]
type Target = Pack['indicators'][number]['targets'][number]

export const withEntry = <L extends PackList>(pack: Pack, list: L, place: number, change: (entry: Entry<L>) => Entry<L>): Pack => ({
  ...pack,
  [list]: pack[list].map((entry, at) => (at === place ? change(entry) : entry)),
})

export const withAdded = <L extends PackList>(pack: Pack, list: L, entry: Entry<L>): Pack => ({ ...pack, [list]: [...pack[list], entry] })

export const withoutEntry = (pack: Pack, list: PackList, place: number): Pack => ({ ...pack, [list]: pack[list].filter((_, at) => at !== place) })

export const withTarget = (pack: Pack, indicator: number, place: number, set: Partial<Target>): Pack =>
  withEntry(pack, 'indicators', indicator, (entry) => ({
    ...entry,
    targets: entry.targets.map((target, at) => (at === place ? targetWith(target, set) : target)),
  }))

/** Without a threshold it is the office's to set, and says so. */
function targetWith(target: Target, set: Partial<Target>): Target {
  const { threshold, by, setBy: _, ...rest } = { ...target, ...set }
  return { ...rest, ...(threshold === undefined ? { setBy: 'office' as const } : { threshold }), ...(by === undefined ? {} : { by }) }
}

/** Empty again, a day that the document leaves open is open again; any other is missing. */
export const withDue = (pack: Pack, place: number, due: Pack['reports'][number]['due']): Pack =>
  withEntry(pack, 'reports', place, (report) => ({ ...report, due }))

/** Beside what no document says: it is data, and read in Vietnamese like all that a plan is made from. */
export const SAID_BY_OFFICE = { source: 'Văn phòng tỉnh đặt' } as const

/** Day and month of a day of every year, as far as they were typed. */
export const dayParts = (day: string): { day: number | undefined; month: number | undefined } => {
  const [month = '', date = ''] = day.split('-')
  return { day: date === '' ? undefined : Number(date), month: month === '' ? undefined : Number(month) }
}

/** "06-10"; undefined where neither was typed. */
export const dayOfParts = ({ day, month }: { day: number | undefined; month: number | undefined }): string | undefined =>
  day === undefined && month === undefined ? undefined : `${padded(month)}-${padded(day)}`

const padded = (part: number | undefined): string => (part === undefined ? '' : String(part).padStart(2, '0'))
