// Rules that several kinds share, as functions that give problems.

import type { Surroundings } from './kind.ts'
import { type Problem, problem } from './problem.ts'

export const unitProblems = (unit: string, around: Surroundings): Problem[] => (around.unit(unit) ? [] : [problem('unknown-unit', ['unit'])])

/** The unit has to be a commune, no more and no less. */
export function communeProblems(unit: string, around: Surroundings): Problem[] {
  const found = around.unit(unit)
  if (!found) return [problem('unknown-unit', ['unit'])]
  return found.level === 'commune' ? [] : [problem('wrong-level', ['unit'])]
}

/** In a group of numbers: each part named is at most the whole named beside it. Numbers that are missing limit nothing. */
export function partProblems(name: string, group: Record<string, number | undefined> | undefined, wholes: Record<string, string>): Problem[] {
  return Object.entries(wholes).flatMap(([part, whole]) => {
    const value = group?.[part]
    const most = group?.[whole]
    return value !== undefined && most !== undefined && value > most ? [problem('part-too-big', [name, part], { part: value, whole: most })] : []
  })
}

/** The later of two civil dates may not come first. */
export const orderProblems = (from: string, to: string | undefined, path: string[]): Problem[] =>
  to !== undefined && to < from ? [problem('dates-crossed', path)] : []
