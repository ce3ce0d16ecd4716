// What another system may ask: the schema of its question, which describes it too (openapi.ts), and what is wrong with a question
// whoever asks it.

import * as z from 'zod/mini'
import { addMonths, civilDate } from '../../model/civil-date.ts'
import { id } from '../../model/id.ts'
import { type Problem, problem } from '../../model/problem.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { unitId } from '../../model/unit.ts'
import { issueToProblem } from '../../model/validate.ts'

/** A plan of five years, and the year that its own are cut into. */
const MOST_MONTHS = 72

const breakdowns = ['unit', 'organisation', 'month'] as const
const formats = ['json', 'csv'] as const

const officialCode = z.string().check(z.regex(/^\d{2}(\d{3})?$/))
const day = (description: string) => civilDate.check(z.meta({ format: 'date', description, examples: ['2026-07-01'] }))

export const figuresQuery = z.strictObject({
  programme: id.check(z.meta({ description: 'The adopted programme, by its id: the operator tells it with the token.' })),
  from: day('The first day, in Vietnam.'),
  to: day(`The last day, which belongs to the period: at most ${MOST_MONTHS} months after the first.`),
  unit: z
    .optional(z.union([officialCode, unitId]))
    .check(z.meta({ description: 'An official code (two digits for a province, five for a commune) or a unit’s id. Left out: the token’s own unit.' })),
  by: z
    .optional(z.enum(breakdowns))
    .check(z.meta({ description: 'Adds a row for each unit right below, each organisation, or each month as the programme cuts months.' })),
  format: z.optional(z.enum(formats)).check(z.meta({ description: 'Left out: json.', default: 'json' })),
})
export type FiguresAsked = z.infer<typeof figuresQuery>

/** The first thing that is wrong. What is misspelt is told, not passed over: a system would take other figures for those it asked for. */
export function readAsked(query: URLSearchParams): Result<FiguresAsked, Problem> {
  const { shape } = figuresQuery
  const fields: Record<string, unknown> = Object.fromEntries(query)
  for (const name of query.keys()) {
    if (!Object.hasOwn(shape, name)) return failed(problem('unknown-field', [name]))
    if (query.getAll(name).length > 1) return failed(problem('not-valid', [name]))
  }
  for (const [name, schema] of Object.entries(shape)) {
    const [issue] = schema.safeParse(fields[name]).error?.issues ?? []
    if (issue) return failed(withList(issueToProblem(name, fields[name], issue), issue))
  }
  const asked = figuresQuery.parse(fields)
  if (asked.to < asked.from) return failed(problem('dates-crossed', ['to']))
  return asked.to < addMonths(asked.from, MOST_MONTHS) ? ok(asked) : failed(problem('too-many', ['to'], { months: MOST_MONTHS }))
}

const withList = (found: Problem, issue: z.core.$ZodIssue): Problem =>
  issue.code === 'invalid_value' && found.code === 'not-in-list' ? { ...found, values: { list: issue.values.map(String).join(', ') } } : found
