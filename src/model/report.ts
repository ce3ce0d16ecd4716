// A report as it was frozen (chốt báo cáo): the whole paper as it was read that day, with its number in the series of its unit,
// organisation, plan and period. Nothing of it is ever altered: one that turns out wrong is corrected by the next number, which
// names the one that it stands for, or withdrawn with a reason. What a paper is says src/client/report/paper.ts.

import * as z from 'zod/mini'
import { civilDate } from './civil-date.ts'
import { id } from './id.ts'
import { defineKind, field } from './kind.ts'
import { problem } from './problem.ts'
import { orderProblems } from './shared-rules.ts'
import { span } from './tally.ts'
import { reportLooks, reportStates } from './terms.ts'
import { text } from './text.ts'
import { unitId } from './unit.ts'

/** Characters of a paper as it is kept: a year of 168 communes has a quarter of it, and a change stays below what a request may hold. */
export const MOST_PAPER = 600_000

const line = z.optional(text(200))

/** Who writes, as the person entered it. */
const reportHead = z.object({
  look: z.enum(reportLooks),
  issuer: text(200),
  above: line,
  sign: line,
  place: text(120),
  capacity: line,
  office: line,
})
export type ReportHead = z.infer<typeof reportHead>

const count = z.optional(z.int().check(z.gte(0), z.lte(1_000_000)))

export const report = defineKind({
  name: 'report',
  fields: {
    unit: field(unitId, { as: 'unit', levels: ['province', 'commune'] }, { fixed: true }),
    organisation: field(id, { as: 'organisation' }, { fixed: true }),
    programme: field(z.optional(id), { as: 'record', kind: 'programme' }, { fixed: true }),
    /** Which of the plan's reports; none where it was made for other dates. */
    report: field(z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))), { as: 'text' }, { fixed: true }),
    /** Only what this one did; none: everything that was done in the unit. */
    doneBy: field(z.optional(id), { as: 'organisation' }, { fixed: true }),
    period: field(span, { as: 'span' }, { fixed: true }),
    number: field(z.int().check(z.gte(1), z.lte(1000)), { as: 'whole' }, { fixed: true }),
    corrects: field(z.optional(id), { as: 'record', kind: 'report' }, { fixed: true }),
    asOf: field(civilDate, { as: 'date' }, { fixed: true }),
    before: field(z.optional(civilDate), { as: 'date' }, { fixed: true }),
    /** Phones not heard of for long when it was frozen, and places below that had recorded nothing. */
    silentPhones: field(count, { as: 'whole' }, { fixed: true }),
    silentUnits: field(count, { as: 'whole' }, { fixed: true }),
    /** JSON, kept as text so that not a byte of it is another when it is opened again. */
    paper: field(z.string().check(z.maxLength(MOST_PAPER)), { as: 'part', columns: [] }, { fixed: true }),
    /** How the heading was entered: offered again with the next report. */
    head: field(reportHead, { as: 'part', columns: [] }, { fixed: true }),
    /** SHA-256 of `paper`, which the server proves. */
    hash: field(z.string().check(z.regex(/^[0-9a-f]{64}$/)), { as: 'part', columns: [] }, { fixed: true }),
    state: field(z.enum(reportStates), { as: 'one', terms: 'reportState', of: reportStates }, { group: 'state' }),
    why: field(z.optional(text(500)), { as: 'text', lines: 3 }, { group: 'state' }),
  },
  home: (frozen) => frozen.unit,
  organisation: (frozen) => frozen.organisation,
  date: (frozen) => frozen.period.to,
  // A half-year's report is owed before the half-year ends.
  ahead: true,
  follows: (before, after) => (before.state === 'withdrawn' && after.state !== 'withdrawn' ? [problem('not-allowed', ['state'])] : []),
  rules: ({ unit, period, state, why }, around) => {
    const level = around.unit(unit)?.level
    if (level === undefined) return [problem('unknown-unit', ['unit'])]
    return [
      ...(level === 'province' || level === 'commune' ? [] : [problem('wrong-level', ['unit'])]),
      ...orderProblems(period.from, period.to, ['period', 'to']),
      ...(state === 'withdrawn' && why === undefined ? [problem('required', ['why'])] : []),
    ]
  },
})
