// The plan that the practice province plays: a real one whose document is years old, its deadlines moved to today's years
// and its name saying so. Beside it the targets that the office sets itself.

import { dateParts, isDate } from '../../model/civil-date.ts'
import type { Unit } from '../../model/unit.ts'
import { adoptPack } from '../../programme/adopt-pack.ts'
import type { Pack } from '../../programme/pack.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentOf, type PracticeAccount } from './entry.ts'

/** The plan's first year becomes the year before this one. */
export const yearsToMove = (pack: Pack, today: string): number => dateParts(today)[0] - 1 - dateParts(pack.period.from)[0]

export const firstDay = (today: string): string => `${dateParts(today)[0] - 1}-01-01`

export function adopted(
  chance: Chance,
  pack: Pack,
  author: PracticeAccount,
  province: Unit,
  today: string,
): { record: Entry<'programme'>; indicators: Pack['indicators'] } {
  const years = yearsToMove(pack, today)
  const moved = movedPack(pack, years)
  const adoptedOn = `${firstDay(today).slice(0, 7)}-10`
  const record = entry(chance, 'programme', author.id, momentOf(adoptedOn, 9), adoptPack(moved, { unit: province.id, adoptedOn }))
  return { record, indicators: moved.indicators }
}

/** Only what has to be met or counted moves; the document, its number, its date and its words stay what they are. */
export function movedPack(pack: Pack, years: number): Pack {
  const move = (date: string): string => movedBy(date, years)
  const { period, indicators, reports, campaigns, doubts, name } = pack
  return {
    ...pack,
    name: { vi: `Diễn tập, thời hạn dời ${years} năm: ${name.vi}`, en: `Practice, deadlines moved by ${years} years: ${name.en}` },
    period: { ...period, from: move(period.from), ...(period.to === undefined ? {} : { to: move(period.to) }) },
    indicators: indicators.map((indicator) => ({
      ...indicator,
      definition: movedDefinition(indicator.definition, move),
      targets: indicator.targets.map((target) => (target.by === undefined ? target : { ...target, by: move(target.by) })),
    })),
    reports: reports.map((report) =>
      typeof report.due === 'object' && 'beforeDate' in report.due ? { ...report, due: { beforeDate: move(report.due.beforeDate) } } : report,
    ),
    campaigns: campaigns.map((campaign) => ({
      ...campaign,
      from: isDate(campaign.from) ? move(campaign.from) : campaign.from,
      to: isDate(campaign.to) ? move(campaign.to) : campaign.to,
    })),
    doubts: [
      ...doubts,
      {
        what: { vi: `Diễn tập: mọi thời hạn muộn hơn văn bản ${years} năm.`, en: `Practice: every deadline is ${years} years later than in the document.` },
        said: { source: 'Lan Tỏa: tỉnh diễn tập' },
      },
    ],
  }
}

const movedDefinition = (definition: Pack['indicators'][number]['definition'], move: (date: string) => string) =>
  definition.type === 'months-with' && definition.since !== undefined ? { ...definition, since: move(`${definition.since}-01`).slice(0, 7) } : definition

/** The same day so many years later; 29/2 becomes 28/2 where the year has none. */
function movedBy(date: string, years: number): string {
  const later = `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
  return isDate(later) ? later : `${later.slice(0, 8)}28`
}

const A_LITTLE_LATER = 1_800_000

/** Village coverage has no threshold of its own: one for the province, a lower one for the shown commune. */
export function practiceTargets(
  chance: Chance,
  { id: programme, at }: Entry<'programme'>,
  author: PracticeAccount,
  province: Unit,
  shown: Unit,
  today: string,
): Entry<'target'>[] {
  const set = (unit: Unit, threshold: number) =>
    entry(chance, 'target', author.id, at + A_LITTLE_LATER, {
      programme,
      indicator: 'VC1',
      unit: unit.id,
      threshold,
      compare: 'at-least',
      by: `${today.slice(0, 4)}-12-31`,
    })
  return [set(province, 70), set(shown, 60)]
}
