// What stands around a report's body: heading, title, whom it goes to, its dates, the signature, who receives it. Two looks: an
// office of the state, and the Women's Union, whose own name stands above and its standing committee below.

import { dateInVietnam } from '../../model/civil-date.ts'
import { periodWith } from '../../programme/period.ts'
import { fold } from '../../text/fold.ts'
import { formatDate } from '../../text/format.ts'
import { officialMoment, officialPeriod } from './official-date.ts'
import type { Paper, PaperSignature } from './paper.ts'
import { begun } from './paper-cell.ts'
import { namesOf } from './paper-sentence.ts'
import type { Telling } from './report-about.ts'

type Frame = Pick<Paper, 'heading' | 'title' | 'subject' | 'to' | 'dates' | 'signature' | 'receivers'>

export function frameOf(telling: Telling): Frame {
  const { about, words } = telling
  const { t } = words
  const { to, through } = addressees(telling)
  return {
    heading: headingOf(telling),
    title: upper(t('paper.title')),
    subject: subjectOf(telling),
    to: to.map((one) => (through === undefined ? one : t('paper.through', { to: one, through }))),
    dates: datesOf(telling),
    signature: about.signature ?? signatureOf(telling),
    receivers: [
      ...(to.length > 0 ? [t('paper.as-above')] : []),
      ...(about.copies ?? []),
      about.filedBy === undefined ? t('paper.filed') : t('paper.filed-by', { by: about.filedBy }),
    ],
  }
}

export const upper = (text: string): string => text.toLocaleUpperCase('vi')

/** Who sums up what the others send does not send it to itself: its own goes where the sum goes. */
export function addressees({ about: { report, issuer } }: Telling): { to: readonly string[]; through?: string | undefined; onTo: readonly string[] } {
  const { to = [], through, onTo = [] } = report ?? {}
  const isOwn = to.some((one) => fold(one) === fold(issuer))
  return isOwn ? { to: onTo, onTo: [] } : { to, through, onTo }
}

function headingOf({ about, words: { t } }: Telling): Paper['heading'] {
  const { look, issuer, above = '', sign = '', place, date } = about
  const bodies = look === 'union' ? { above: issuer, issuer: t('paper.standing-committee') } : { above, issuer }
  return { ...bodies, sign, place, date }
}

function signatureOf({ about, words: { t } }: Telling): PaperSignature {
  return { capacity: about.look === 'union' ? t('paper.on-behalf', { body: upper(t('paper.standing-committee')) }) : '', office: '' }
}

function subjectOf({ report, about, words }: Telling): string {
  if (about.subject !== undefined) return about.subject
  const period = officialPeriod(report.period, words)
  return about.programme ? words.t('paper.subject-programme', { programme: about.programme.name, period }) : words.t('paper.subject', { period })
}

/** Period, the day the figures run to, and the day it is due are three things (docs/domain.md §1). */
function datesOf(telling: Telling): string[] {
  const { report, words } = telling
  const { t } = words
  const { from, to } = report.period
  const name = officialPeriod(report.period, words)
  return [
    // Dates that are no regular period have no other name.
    periodWith(report.period).kind === 'dates'
      ? t('paper.period', { name })
      : t('overview.period', { name, dates: t('period.dates', { from: formatDate(from), to: formatDate(to) }) }),
    t('overview.as-of', { time: officialMoment(report.asOf) }),
    ...(dateInVietnam(report.asOf) < to ? [t('indicator.flag.not-over')] : []),
    ...dueNote(telling),
    ...adjustedNote(telling),
    ...(report.organisation === undefined ? [] : [t('paper.by-one', { organisation: words.organisation(report.organisation) })]),
    ...silentNote(telling),
  ]
}

function dueNote({ about: { report, before }, words: { t } }: Telling): string[] {
  if (!report) return []
  if (before !== undefined) return [t('paper.due', { date: formatDate(before) })]
  return [t(report.whenAsked ? 'paper.due-asked' : 'paper.due-unset')]
}

/** What the figures have that the locked ones have not is said before any of them is read. */
function adjustedNote(telling: Telling): string[] {
  const { report, words } = telling
  const adjusted = report.handedIn?.adjusted ?? []
  if (adjusted.length === 0) return []
  const places = adjusted.map(({ unit, asOf }) => `${begun(words.unit(unit))} (${formatDate(asOf)})`)
  return [words.t('paper.adjusted.since', { places: namesOf(places, telling), table: words.t('adjustment.title') })]
}

/** Which places have phones that may hold more; a phone is told by its place, not by its person. */
function silentNote(telling: Telling): string[] {
  const { silent } = telling.about
  const { t, unit } = telling.words
  if (!silent || silent.phones.length === 0) return []
  const places = new Map<string, number>()
  for (const phone of silent.phones) places.set(phone.unit, (places.get(phone.unit) ?? 0) + 1)
  const names = [...places].map(([id, count]) => (count === 1 ? begun(unit(id)) : `${begun(unit(id))} (${count})`))
  return [`${t('silent.at-least', { count: silent.phones.length })}: ${namesOf(names, telling)}. ${t('silent.as-of', { time: officialMoment(silent.at) })}`]
}
