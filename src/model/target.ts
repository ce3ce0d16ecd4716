// A target (mức): the threshold that an indicator has to reach, by when, in which area; set by the office beside those
// that the adopted plan brings.

import * as z from 'zod/mini'
import { civilDate } from './civil-date.ts'
import { id } from './id.ts'
import { defineKind, field } from './kind.ts'
import { unitProblems } from './shared-rules.ts'
import { comparisons } from './terms.ts'
import { unitId, unitLevels } from './unit.ts'

export const target = defineKind({
  name: 'target',
  fields: {
    programme: field(id, { as: 'record', kind: 'programme' }, { fixed: true }),
    indicator: field(z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/)), { as: 'text' }, { fixed: true }),
    unit: field(unitId, { as: 'unit', levels: unitLevels }),
    /** Per cent, one decimal at the most. */
    threshold: field(z.number().check(z.gte(0), z.lte(1000), z.multipleOf(0.1)), { as: 'decimal' }, { group: 'threshold' }),
    compare: field(z.enum(comparisons), { as: 'one', terms: 'comparison', of: comparisons }, { group: 'threshold' }),
    by: field(civilDate, { as: 'date' }, { group: 'threshold' }),
  },
  home: (set) => set.unit,
  rules: (set, around) => unitProblems(set.unit, around),
})
