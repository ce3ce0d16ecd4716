// What communes record beside sessions and sites: materials received, news items, counted numbers, surveys, plans, staff,
// visits to sites.

import { addDays, isDate } from '../../../model/civil-date.ts'
import { communeOf } from '../../../model/unit.ts'
import { periodOf } from '../../../programme/period.ts'
import { formatPercent } from '../../../text/format.ts'
import { getRecord, listRecords } from '../../store/read.ts'
import { MeasureChoice } from '../part/measure-choice.tsx'
import { VisitedSite } from '../part/visited-site.tsx'
import { periodDates } from '../period-name.ts'
import type { Register, Start } from './register.ts'

const joined = (...parts: (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== '').join(' · ')

export const materialReceipts: Register<'material-receipt'> = {
  kind: 'material-receipt',
  words: 'material-receipt',
  name: ({ data }, say) => say.record(data.material),
  about: ({ data }, say) =>
    joined(
      say.unit(data.unit),
      say.t('material-receipt.received', { date: say.date(data.receivedOn) }),
      data.deployedOn ? say.t('material-receipt.deployed', { date: say.date(data.deployedOn) }) : say.t('material-receipt.not-deployed'),
    ),
  date: ({ receivedOn }) => receivedOn,
  starting: async ({ app, home, organisation, today }) => {
    const [only, ...others] = await listRecords(app.store, 'material')
    return { unit: home, organisation, receivedOn: today, ...(only && others.length === 0 ? { material: only.id } : {}) }
  },
}

const mediaFields = ['link', 'times', 'minutes', 'messages'] as const

/** What can be said of an item of that form beside where and when. */
const fieldsOf = (mediaForm: unknown): readonly string[] =>
  mediaForm === 'sms'
    ? ['messages']
    : mediaForm === 'loudspeaker'
      ? ['times', 'minutes']
      : mediaForm === 'radio' || mediaForm === 'television'
        ? ['link', 'times', 'minutes']
        : ['link']

export const mediaItems: Register<'media-item'> = {
  kind: 'media-item',
  words: 'media-item',
  name: ({ data }) => data.title,
  first: ['mediaForm', 'title', 'outlet', 'date'],
  without: ({ mediaForm }) => mediaFields.filter((name) => !fieldsOf(mediaForm).includes(name)),
  about: ({ data }, say) => joined(say.date(data.date), data.outlet, say.term('mediaForm', data.mediaForm), say.term('outletLevel', data.level)),
  date: ({ date }) => date,
  starting: ({ home, organisation, today, me }) => ({ unit: home, organisation, date: today, level: me.commune ? 'commune' : 'province' }),
}

export const tallies: Register<'tally'> = {
  kind: 'tally',
  words: 'tally',
  name: ({ data }, say) => `${say.term('measure', data.measure)}: ${say.number(data.value)}`,
  about: ({ data }, say) => joined(periodDates({ kind: 'dates', ...data.period }, say.t), say.unit(data.unit), say.record(data.organisation)),
  date: ({ period }) => period.to,
  first: ['measure', 'value', 'period'],
  parts: { measure: (form) => <MeasureChoice key="measure" form={form} /> },
  starting: ({ home, organisation, ...start }) => ({ unit: home, organisation, period: quarterToCount(start) }),
}

/** The quarter that ended lately, while its numbers are being gathered; else the one that runs. */
function quarterToCount({ app, today }: Pick<Start, 'app' | 'today'>): { from: string; to: string } {
  const { from, to } = periodOf(app.preferences.periodRule.value, 'quarter', addDays(today, -GATHERING_DAYS))
  return { from, to }
}

const GATHERING_DAYS = 30

/** Below this a share says less than the numbers (docs/domain.md §4.3). */
const SMALL_SAMPLE = 10

export const surveys: Register<'survey'> = {
  kind: 'survey',
  words: 'survey',
  name: ({ data }, say) => say.term('surveyQuestion', data.question),
  about: ({ data }, say) => {
    const share = data.sample < SMALL_SAMPLE ? '' : ` (${formatPercent((data.yes / data.sample) * 100, say.language)})`
    const people = say.t('survey.share', { yes: say.number(data.yes), sample: say.number(data.sample) })
    return joined(`${people}${share}`, say.term('surveyGroup', data.group), say.unit(data.unit), say.date(data.date))
  },
  date: ({ date }) => date,
  starting: ({ home, today }) => ({ unit: home, date: today }),
}

export const plans: Register<'plan'> = {
  kind: 'plan',
  words: 'plan',
  name: ({ data }, say) => joined(say.day(data.date), data.partOfDay && say.term('partOfDay', data.partOfDay), say.unit(data.unit)),
  about: ({ data }, say) => joined(say.term('form', data.form), data.who),
  date: ({ date }) => date,
  // A day that is to be kept asks for a plan of that day.
  starting: ({ organisation, today, query: { date = '' } }) => ({ organisation, date: isDate(date) ? date : today }),
}

export const staff: Register<'person'> = {
  kind: 'person',
  words: 'person',
  name: ({ data }) => data.name,
  about: ({ data }, say) => joined(data.duty, data.phone, say.unit(data.unit)),
  starting: ({ home, organisation }) => ({ unit: home, organisation }),
}

export const siteVisits: Register<'site-visit'> = {
  kind: 'site-visit',
  words: 'site-visit',
  name: ({ data }, say) => joined(say.day(data.date), say.term('visitKind', data.visitKind)),
  about: ({ data }, say) => (data.attendance ? say.t('count.people', { count: say.number(data.attendance.total) }) : ''),
  date: ({ date }) => date,
  parts: { site: (form) => <VisitedSite key="site" form={form} /> },
  starting: async ({ app, home, organisation, today, query }) => {
    const site = query['site'] === undefined ? undefined : await getRecord(app.store, query['site'])
    if (site?.kind !== 'site' || !('unit' in site.data)) return { unit: home, organisation, date: today }
    return { site: site.id, unit: communeOf(site.data.unit, app.units.value.lookup)?.id ?? home, organisation, date: today }
  },
  back: ({ site }) => (typeof site === 'string' ? `/site/${site}` : '/sites'),
}
