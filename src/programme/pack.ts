// A programme pack: one plan as data, every figure with the place in the document that says it. The schema is the shape of
// a pack, pack-rules.ts what its parts have to say of each other: a new plan is a file that fits both (docs/new-programme.md).

import * as z from 'zod/mini'
import { civilDate, isDate } from '../model/civil-date.ts'
import { measureCode } from '../model/tally.ts'
import { comparisons } from '../model/terms.ts'
import { text } from '../model/text.ts'
import { unitId } from '../model/unit.ts'
import { periodKinds, periodRules } from './period.ts'

const words = z.strictObject({ vi: text(400), en: text(400) })

/**
 * Where a statement stands: its place and words in the pack's own document (" … " leaves words out), or another source by
 * its number and date; and what is doubtful.
 */
const said = z.union([
  z.strictObject({ place: text(120), quote: text(1000), doubt: z.optional(text(500)) }),
  z.strictObject({ source: text(300), doubt: z.optional(text(500)) }),
])
export type Said = z.infer<typeof said>

/** "06-10": a day of every year. */
const yearlyDay = z.string().check(z.refine((day) => isDate(`2024-${day}`), { params: { code: 'not-a-day' } }))
const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))

/** A measure of the cells (cell.ts); pack-rules.ts knows which there are. "tally.pledges-signed" is a tally's. */
const cellMeasure = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,79}$/))
const atLeast = z.int().check(z.gte(1), z.lte(100_000))
const among = z.enum(['communes', 'key-communes'])

/** Attendance counts a person again at every session, first-time counts hold for one year: neither is summed over people here (docs/domain.md §4.1). */
const countsThings = (measure: string): boolean =>
  !/attendance|people-trained|^(female|male|under-14|14-15|16-60|over-60|minority|first-time|asked-first-time)/.test(measure)

/** A plain union, told apart by `type` where faults are told: the other sort would weigh on the first load of every phone. */
export const definition = z.union([
  /** Units with at least N of a measure: in the period, or from the beginning until the period's last day. */
  z.strictObject({
    type: z.literal('units-with'),
    units: z.enum(['communes', 'key-communes', 'villages']),
    measure: cellMeasure,
    atLeast,
    when: z.enum(['period', 'until']),
  }),
  /** Calendar months with at least N of a measure, counted from a month on. */
  z.strictObject({ type: z.literal('months-with'), measure: cellMeasure, atLeast, since: z.optional(month) }),
  /** Different people reached: first-time counts of one calendar year, or a survey; never attendance. */
  z.strictObject({ type: z.literal('reached'), among, age: z.enum(['14-60', 'all']) }),
  /** A sum over people or households of a baseline. */
  z.strictObject({
    type: z.literal('sum-over-baseline'),
    measure: cellMeasure.check(z.refine(countsThings, { params: { code: 'attendance-over-people' } })),
    people: z.enum(['total', 'from14to60', 'female14to60', 'under16', 'households']),
    among,
  }),
  /** The smallest of some tallies over another one. */
  z.strictObject({ type: z.literal('ratio'), numerator: z.array(measureCode).check(z.minLength(1), z.maxLength(5)), denominator: measureCode }),
  /** Plain sums, by organisation. */
  z.strictObject({ type: z.literal('count-by-organisation'), measures: z.array(cellMeasure).check(z.minLength(1), z.maxLength(40)) }),
])
export type Definition = z.infer<typeof definition>

const targetOf = z.strictObject({
  /** Per cent. Absent where the office has to set it: then `setBy` says so. */
  threshold: z.optional(z.number().check(z.gte(0), z.lte(1000))),
  setBy: z.optional(z.literal('office')),
  compare: z.enum(comparisons),
  by: z.optional(civilDate),
  said,
})

const indicatorId = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/))
const indicator = z.strictObject({ id: indicatorId, name: words, definition, targets: z.array(targetOf), said })
export type Indicator = z.infer<typeof indicator>

const shortId = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))

const report = z.strictObject({
  id: shortId,
  name: words,
  kind: z.enum([...periodKinds, 'campaign', 'ad-hoc']),
  /** Owed for this period of the year only: 3 is the third quarter. Absent: for every one. */
  of: z.optional(z.int().check(z.gte(1), z.lte(12))),
  /** Before this day; "uncertain": the document gives none or an unreadable one, and the office has to set it. */
  due: z.union([z.strictObject({ before: yearlyDay }), z.strictObject({ beforeDate: civilDate }), z.literal('uncertain'), z.literal('when asked')]),
  through: z.optional(text(200)),
  to: z.array(text(200)).check(z.minLength(1)),
  /** Where those who receive it send their sum. */
  onTo: z.optional(z.array(text(200))),
  /** Empty: the document does not say. */
  as: z.array(z.enum(['paper', 'file'])),
  said,
})

/** A civil date, a day of every year, or "uncertain": the office has to set it. */
const campaignDay = z.union([civilDate, yearlyDay, z.literal('uncertain')])

const campaign = z.strictObject({
  id: shortId,
  name: words,
  from: campaignDay,
  to: campaignDay,
  /** True for what belongs to others (the police's crackdown): shown, never counted as outreach. */
  contextOnly: z.boolean(),
  said,
})

/** `code` is the term it stands for in model/terms.ts, where there is one. */
const named = z.strictObject({ name: text(400), code: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,60}$/))), said })

export const pack = z.strictObject({
  format: z.literal(1),
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  name: z.strictObject({ vi: text(300), en: text(300) }),
  document: z.strictObject({ number: z.optional(text(80)), date: z.optional(civilDate), issuer: text(200), title: text(600), said }),
  basis: z.array(named),
  period: z.strictObject({ from: civilDate, to: z.optional(civilDate), said }),
  /** The areas it was made for, and the official units that they are today. Empty: the whole country. */
  areas: z.array(z.strictObject({ name: text(120), said, now: z.array(unitId).check(z.minLength(1)), nowSaid: said })),
  /** How its reporting periods are cut. */
  rule: z.enum(periodRules),
  ruleSaid: said,
  measures: z.array(z.strictObject({ code: measureCode, name: words, said })),
  indicators: z.array(indicator),
  reports: z.array(report),
  campaigns: z.array(campaign),
  /** Without a number where the document names the line only. */
  hotlines: z.array(z.strictObject({ number: z.optional(z.string().check(z.regex(/^[0-9 .]{3,20}$/))), name: words, said })),
  /** `asPrinted`: the document's own spelling, where the text mends a slip of it. */
  slogans: z.array(z.strictObject({ text: text(300), asPrinted: z.optional(text(300)), said })),
  forms: z.array(named),
  models: z.array(named),
  targetGroups: z.array(named),
  organisations: z.array(named),
  /** What the document leaves open, lost or contradictory, in words for the office. */
  doubts: z.array(z.strictObject({ what: words, said })),
})
export type Pack = z.infer<typeof pack>
