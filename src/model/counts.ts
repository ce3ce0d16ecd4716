// How many came (docs/domain.md §2). One field, so that merging two edits can't make a total that nobody entered.
// Marginals, never cross-tables; each breakdown is optional and sums to the total where it is given.

import * as z from 'zod/mini'
import { type Problem, problem } from './problem.ts'

/** Whole people, 0 to 100,000: the largest rally of a province stays under it. */
export const people = z.int().check(z.gte(0), z.lte(100_000))

const some = z.optional(people)

export const counts = z.object({
  total: people,
  female: some,
  male: some,
  under14: some,
  from14to15: some,
  from16to60: some,
  over60: some,
  minority: some,
  minorityFemale: some,
  /** People for whom it was the first session of this calendar year, as asked in the room; absent: nobody asked. */
  firstTime: some,
  firstTime14to60: some,
  firstTime14to60Female: some,
  firstTimeUnder16: some,
  method: z.enum(['counted', 'estimated']),
})

export type Counts = z.infer<typeof counts>
export type CountName = Exclude<keyof Counts, 'method'>

export const sexes = ['female', 'male'] as const
export const ages = ['under14', 'from14to15', 'from16to60', 'over60'] as const

export const countNames = [
  'total',
  ...sexes,
  ...ages,
  'minority',
  'minorityFemale',
  'firstTime',
  'firstTime14to60',
  'firstTime14to60Female',
  'firstTimeUnder16',
] as const satisfies readonly CountName[]

type Given = Partial<Record<CountName, number | undefined>>

/** The sum of those parts that are given, or undefined where none is. */
export function sumOf(given: Given, names: readonly CountName[]): number | undefined {
  const values = names.map((name) => given[name]).filter((value) => value !== undefined)
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0)
}

/** How many people of `total` a breakdown still leaves out: 3 means "còn thiếu 3", -2 means two too many. */
export function stillMissing(given: Given, names: readonly CountName[]): number | undefined {
  const sum = sumOf(given, names)
  const missing = sum === undefined || given.total === undefined ? undefined : given.total - sum
  return Number.isNaN(missing) ? undefined : missing
}

/** People aged 14–60, where the ages were taken: 14–60 is two bands. */
const from14to60 = (given: Given): number | undefined => sumOf(given, ['from14to15', 'from16to60'])

/** [part, the whole that it can't exceed]; a whole that was not given limits nothing. */
function limits(given: Given): [CountName, number | undefined][] {
  const asked = sumOf(given, ages) !== undefined
  return [
    ['minority', given.total],
    ['minorityFemale', given.minority ?? given.total],
    ['minorityFemale', given.female],
    ['firstTime', given.total],
    ['firstTime14to60', given.firstTime],
    ['firstTime14to60', asked ? (from14to60(given) ?? 0) : undefined],
    ['firstTime14to60Female', given.firstTime14to60 ?? given.firstTime],
    ['firstTime14to60Female', given.female],
    ['firstTimeUnder16', given.firstTime],
    ['firstTimeUnder16', asked ? (sumOf(given, ['under14', 'from14to15']) ?? 0) : undefined],
  ]
}

/** Every way in which the numbers contradict each other; paths begin with "counts". */
export function countProblems(given: Counts): Problem[] {
  const found: Problem[] = []
  const sex = sumOf(given, sexes)
  if (sex !== undefined && sex !== given.total) {
    found.push(problem('sexes-apart', ['counts', 'total'], { sum: sex, total: given.total, apart: Math.abs(sex - given.total) }))
  }
  const age = sumOf(given, ages)
  if (age !== undefined && age !== given.total) {
    found.push(problem('ages-apart', ['counts', 'under14'], { sum: age, total: given.total, apart: Math.abs(age - given.total) }))
  }
  const named = new Set<CountName>()
  for (const [name, whole] of limits(given)) {
    const part = given[name]
    if (part === undefined || whole === undefined || part <= whole || named.has(name)) continue
    named.add(name)
    found.push(problem('part-too-big', ['counts', name], { part, whole }))
  }
  return found
}
