// What stands in the handbook: every shipped entry, or in its place what the province's office made of it, and the office's
// own. Pure. Of two wordings of one entry the newer stands; the older is for the office to clear away.

import { dateInVietnam } from '../../../model/civil-date.ts'
import { handbookSections } from '../../../model/terms.ts'
import { fold, matches } from '../../../text/fold.ts'
import type { Language } from '../../../text/translate.ts'
import type { Shown } from '../../store/shown.ts'
import { sortedByName } from '../sorting.ts'
import type { ShippedEntry } from './shipped.ts'

type OfficeEntry = Shown<'handbook-entry'>

export interface HandbookText {
  title: string
  lines: readonly string[]
  number?: string | undefined
  source: string
  sourceDate?: string | undefined
  /** There in Vietnamese only. */
  isVietnamese: boolean
}

export interface HandbookItem {
  /** The shipped entry's, also where the office's stands in its place. */
  id: string
  section: string
  text: HandbookText
  /** What the app brings, where the office's stands in its place. */
  shipped?: HandbookText
  record?: OfficeEntry
  /** Kept from everybody but the office. */
  isHidden: boolean
}

/** By section, shipped ones in their own order, then the office's new ones by name. */
export function itemsOf(shipped: readonly ShippedEntry[], records: readonly OfficeEntry[], language: Language): HandbookItem[] {
  const newestFirst = [...records].sort((a, b) => b.changedAt - a.changedAt || (a.id < b.id ? -1 : 1))
  const taken = new Set<string>()
  const inPlace = shipped.map((entry): HandbookItem => {
    const text = shippedText(entry, language)
    const record = newestFirst.find(({ data }) => data.entry === entry.id)
    if (!record) return { id: entry.id, section: entry.section, text, isHidden: false }
    taken.add(record.id)
    return { ...officeItem(record), id: entry.id, shipped: text }
  })
  const known = new Set(shipped.map(({ id }) => id))
  const others = newestFirst.filter(({ id }) => !taken.has(id))
  const own = others.map((record) => ({ ...officeItem(record), isHidden: record.data.hidden || known.has(record.data.entry ?? '') }))
  const all = [...inPlace, ...sortedByName(own, ({ text }) => text.title)]
  return handbookSections.flatMap((section) => all.filter((item) => item.section === section))
}

/** Without marks, in its title, lines and number; "1900969680" finds "1900 969 680". */
export function isFound({ text: { title, lines, number = '' } }: HandbookItem, query: string): boolean {
  return query.trim() === '' || matches(fold([title, ...lines, number, number.replace(/\D/g, '')].join(' ')), query)
}

/** The day on which the office last changed it, in Vietnam. */
export const changedOn = ({ changedAt }: OfficeEntry): string => dateInVietnam(changedAt)

/** Lines as the office typed them. */
const linesOf = (body: string): string[] => body.split('\n').flatMap((line) => line.trim() || [])

function officeItem(record: OfficeEntry): HandbookItem {
  const { section, title, number, body, source, sourceDate, hidden } = record.data
  return { id: record.id, section, text: { title, lines: linesOf(body), number, source, sourceDate, isVietnamese: true }, record, isHidden: hidden }
}

export function shippedText({ title, body, number, source, sourceDate, isVietnamese }: ShippedEntry, language: Language): HandbookText {
  return { title: title[language], lines: body[language], number, source: source[language], sourceDate, isVietnamese: isVietnamese === true }
}
