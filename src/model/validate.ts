// The one validation of a record, run by the phone's form and by the server on the merged record. Zod checks single
// fields, the kind's rules check the whole; both come out as Problems with a code and a path, never as English.

import type * as z from 'zod/mini'
import type { Surroundings } from './kind.ts'
import { isProblemCode, type Problem, type ProblemCode, problem } from './problem.ts'
import type { Fields } from './record.ts'
import { type Data, type KindName, kindNamed } from './registry.ts'
import { failed, ok, type Result } from './result.ts'
import { SEEN } from './text.ts'

/**
 * Checks a whole record. Gives the cleaned data (text in NFC; unknown stored fields kept), or every problem found, in the
 * order of the kind's fields. Rules run only where all single fields hold.
 */
export function validate<K extends KindName>(kindName: K, fields: Fields, around: Surroundings): Result<Data<K>, Problem[]> {
  const kind = kindNamed(kindName)
  const clean: Fields = { ...fields }
  const found: Problem[] = []
  for (const [name, { schema }] of Object.entries(kind.fields)) {
    const parsed = schema.safeParse(fields[name])
    if (!parsed.success) found.push(...parsed.error.issues.map((issue) => issueToProblem(name, fields[name], issue)))
    else if (parsed.data !== undefined) clean[name] = parsed.data
  }
  if (found.length > 0) return failed(toldOnce(found))
  const broken = kind.rules(clean as never, around)
  return broken.length > 0 ? failed(broken) : ok(clean as Data<K>)
}

/** What a change may not do to this kind whoever makes it: name a field that doesn't exist, or alter a fixed one. */
export function setProblems(kindName: KindName, before: Fields | undefined, set: Fields): Problem[] {
  const { fields } = kindNamed(kindName)
  return Object.keys(set).flatMap((name) => {
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!known) return [problem('unknown-field', [name])]
    return known.fixed && before !== undefined && JSON.stringify(before[name]) !== JSON.stringify(set[name]) ? [problem('fixed-field', [name])] : []
  })
}

/** What the record may not become from what it was; both must fit the kind's fields. */
export const followProblems = (kindName: KindName, before: Fields, after: Fields): Problem[] =>
  kindNamed(kindName).follows?.(before as never, after as never) ?? []

/** On a phone: what it knows better than the record that sets these fields (docs/protocol.md, P39 and P68; the server takes it). */
export function knownBetter(kindName: KindName, fields: Fields, set: Fields, around: Surroundings): Problem[] {
  const { knownBetter: known } = kindNamed(kindName)
  return known?.about.some((name) => Object.hasOwn(set, name)) ? known.problems(fields as never, around) : []
}

/** On a phone whose clock is known to be right: days that have not come yet (docs/protocol.md, P42; the server only marks it). */
export const futureProblems = (kindName: KindName, fields: Fields, today: string): Problem[] =>
  fieldsAfter(kindName, fields, today).map((name) => problem('future-date', [name]))

/** Whether the record tells of a day after the given one, as if it had been; what is planned may lie ahead. */
export const isAfter = (kindName: KindName, fields: Fields, day: string): boolean => fieldsAfter(kindName, fields, day).length > 0

function fieldsAfter(kindName: KindName, fields: Fields, day: string): string[] {
  const { ahead, date, happened } = kindNamed(kindName)
  if (ahead || !date) return []
  return (happened ?? ['date']).filter((name) => typeof fields[name] === 'string' && fields[name] > day)
}

/** The civil date a record is listed by, where its kind has one. */
export const dateOf = (kindName: KindName, fields: Fields): string | undefined => kindNamed(kindName).date?.(fields as never)

/** One value may be wrong for two reasons that are one to a person. */
const toldOnce = (found: readonly Problem[]): Problem[] => [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]

/** Where a value of that name is wrong, as a problem of the record. */
export function issueToProblem(name: string, value: unknown, issue: z.core.$ZodIssue): Problem {
  const path = [name, ...issue.path.map(String)]
  const missing = value === undefined || value === '' || at(value, issue.path) === undefined
  const empty = Array.isArray(value) && value.length === 0
  return problem(missing || empty ? 'required' : issueCode(issue), path)
}

function issueCode(issue: z.core.$ZodIssue): ProblemCode {
  const named = 'params' in issue ? (issue.params as { code?: unknown } | undefined)?.code : undefined
  if (isProblemCode(named)) return named
  if (issue.code === 'too_big') return 'origin' in issue && issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'not-a-count'
  if (issue.code === 'too_small') return issue.origin === 'number' || issue.origin === 'int' ? 'not-a-count' : 'required'
  if (issue.code === 'invalid_value') return 'not-in-list'
  if (issue.code === 'invalid_type' && (issue.expected === 'number' || issue.expected === 'int')) return 'not-a-count'
  if (issue.code === 'invalid_format' && issue.format === 'regex' && issue.pattern === String(SEEN)) return 'required'
  return 'not-valid'
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner !== null && typeof inner === 'object' ? (inner as Record<PropertyKey, unknown>)[key] : undefined), value)
}
