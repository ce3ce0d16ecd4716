// A dated denominator with its source (docs/domain.md §2): who lives in a unit, said by which document, of which year.

import * as z from 'zod/mini'
import { defineKind, field } from './kind.ts'
import { type Problem, problem } from './problem.ts'
import { text } from './text.ts'
import { unitId, unitLevels } from './unit.ts'

const inhabitants = z.int().check(z.gte(0), z.lte(200_000_000))

const parts = ['from14to60', 'female14to60', 'under16'] as const

export const baseline = defineKind({
  name: 'baseline',
  fields: {
    unit: field(unitId, { as: 'unit', levels: unitLevels }, { fixed: true }),
    year: field(z.int().check(z.gte(2000), z.lte(2100)), { as: 'whole' }, { group: 'counted' }),
    source: field(text(200), { as: 'text' }, { group: 'counted' }),
    people: field(
      z.object({ total: inhabitants, from14to60: z.optional(inhabitants), female14to60: z.optional(inhabitants), under16: z.optional(inhabitants) }),
      { as: 'wholes', of: ['total', ...parts] },
      { group: 'counted' },
    ),
    /**
     * Set where the office chose this one of several sources of a year to count with: one more than the highest of the others
     * then. The highest counts; a clock is not asked, and two phones that chose at once agree by the ids.
     */
    chosen: field(z.optional(z.int().check(z.gte(1), z.lte(1_000_000))), { as: 'part', columns: [''] }),
    households: field(z.optional(inhabitants), { as: 'whole' }, { group: 'counted' }),
  },
  home: (base) => base.unit,
  rules: (base, around) => {
    const found: Problem[] = []
    if (!around.unit(base.unit)) found.push(problem('unknown-unit', ['unit']))
    for (const part of parts) {
      const whole = part === 'female14to60' ? (base.people.from14to60 ?? base.people.total) : base.people.total
      const value = base.people[part]
      if (value !== undefined && value > whole) found.push(problem('part-too-big', ['people', part], { part: value, whole }))
    }
    return found
  },
})
