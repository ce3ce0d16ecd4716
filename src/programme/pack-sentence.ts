// What zod finds wrong with a pack, as plain English sentences for the person who writes the file. It knows the fields by name,
// not the rules between them (pack-rules.ts).

import type * as z from 'zod/mini'
import { SEEN } from '../model/text.ts'
import type { JsonPath } from './json-text.ts'

export interface PackFault {
  path: JsonPath
  says: string
}

type Issue = z.core.$ZodIssue
type UnionIssue = Issue & { code: 'invalid_union' }

const date = 'a date of the calendar as "year-month-day", from 2000 on, such as "2026-07-30"'
const day = 'a day of every year as "month-day", such as "07-30"'
const code = 'small letters a-z, digits and dashes'

/** How a field has to be written, by its name, where its type alone does not say it. */
const shapes: Record<string, string> = {
  id: `${code} (an indicator's may have capitals), at most 40 of them`,
  code,
  said: '{ "place": …, "quote": … } or { "source": … }',
  ruleSaid: '{ "place": …, "quote": … } or { "source": … }',
  nowSaid: '{ "place": …, "quote": … } or { "source": … }',
  due: '{ "before": "06-10" }, { "beforeDate": "2026-08-02" }, "uncertain" or "when asked"',
  from: `${date}; in a campaign also ${day}, or "uncertain"`,
  to: `${date}; in a campaign also ${day}, or "uncertain"`,
  since: 'a month as "year-month", such as "2026-01"',
  measure: 'a measure such as "sessions" or "form.rally"',
  measures: 'measures such as "sessions" or "form.rally"',
  numerator: `the codes of tallies: ${code}, beginning with a letter`,
  denominator: `the code of a tally: ${code}, beginning with a letter`,
  now: 'ids of today’s units: the code, "@" and the first day, such as "46@2025-07-01"',
  number: 'a telephone number: digits, spaces and dots, at least three',
}

const types: Record<string, string> = {
  string: 'a text in ""',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'fields in { }',
}

/** `content` is what was judged: it tells a field that is missing from one that is of another type. */
export function faultsIn(issues: readonly Issue[], content: unknown, above: JsonPath = []): PackFault[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))]
    if (issue.code === 'unrecognized_keys') return issue.keys.map((name) => ({ path: [...path, name], says: `there is no field "${name}" here` }))
    if (isMissing(path, content)) return [{ path, says: `"${path.at(-1)}" is missing` }]
    if (issue.code === 'invalid_union') return unionFaults(issue, path, content)
    return [{ path, says: sentence(issue, path) }]
  })
}

/** Of several shapes the one is meant whose `type` is named; without types, the one that fits best; where none fits at all, they are named. */
function unionFaults(issue: UnionIssue, path: JsonPath, content: unknown): PackFault[] {
  const branches = issue.errors.map((faults) => ({ faults, otherTypes: faults.flatMap(typesIn) }))
  const named = branches.filter(({ otherTypes }) => otherTypes.length === 0)
  if (named.length === 0)
    return typeFaults(
      [...path, 'type'],
      branches.flatMap(({ otherTypes }) => otherTypes),
      content,
    )
  const near = named.filter(({ faults }) => faults.every((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'))
  const [best] = [...near].sort((a, b) => a.faults.length - b.faults.length)
  return best ? faultsIn(best.faults, content, path) : [{ path, says: `this has to be ${shapeOf(path)}` }]
}

/** The types that a shape would have, where the given one is another. */
const typesIn = (inner: Issue): unknown[] => (inner.code === 'invalid_value' && inner.path.length === 1 && inner.path[0] === 'type' ? [...inner.values] : [])

const typeFaults = (path: JsonPath, types: readonly unknown[], content: unknown): PackFault[] => [
  { path, says: isMissing(path, content) ? '"type" is missing' : `this has to be one of ${types.map(quoted).join(', ')}` },
]

function sentence(issue: Issue, path: JsonPath): string {
  switch (issue.code) {
    case 'invalid_type':
      return `this has to be ${types[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `this has to be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(quoted).join(', ')}`
    case 'too_small':
      return issue.origin === 'array' ? `this list needs at least ${issue.minimum}` : `this has to be at least ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'string' ? `this text is longer than ${issue.maximum} characters` : `this has to be at most ${issue.maximum}`
    case 'invalid_format':
      return 'pattern' in issue && issue.pattern === String(SEEN) ? 'this text is empty' : `this has to be ${shapeOf(path)}`
    case 'custom':
      return customs[String(issue.params?.['code'])] ?? `this has to be ${shapeOf(path)}`
    default:
      return `this has to be ${shapeOf(path)}`
  }
}

const customs: Record<string, string> = {
  'not-a-date': `this has to be ${date}`,
  'not-a-day': `this has to be ${day}`,
  'attendance-over-people':
    'this counts a person again and again, or holds for one year only: it is never divided by people (use the type "reached" for people reached)',
}

/** An item of a list is written as its list says. */
const shapeOf = (path: JsonPath): string =>
  shapes[String([...path].reverse().find((step) => typeof step === 'string'))] ?? 'written in another way (docs/new-programme.md)'

const quoted = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : String(value))

function isMissing(path: JsonPath, content: unknown): boolean {
  const held = path.reduce<unknown>((inner, step) => (isContainer(inner) ? inner[step] : undefined), content)
  return held === undefined && path.length > 0
}

// A list's items and an object's fields are looked up in the same way.
const isContainer = (value: unknown): value is Record<string | number, unknown> => typeof value === 'object' && value !== null
