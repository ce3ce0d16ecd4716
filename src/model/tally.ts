// A number that is not a session (số liệu đếm): so many of a measure, of a unit and an organisation, in a period. The pack
// of the programme declares the measures. No person, no case, no story.

import * as z from 'zod/mini'
import { civilDate } from './civil-date.ts'
import { id } from './id.ts'
import { defineKind, field } from './kind.ts'
import { orderProblems, unitProblems } from './shared-rules.ts'
import { measures } from './terms.ts'
import { unitId, unitLevels } from './unit.ts'

/** A measure's code: lower case letters, digits and dashes. Packs may declare more than this build has words for. */
export const measureCode = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,59}$/))

/** Two civil dates, both included. */
export const span = z.object({ from: civilDate, to: civilDate })

export const tally = defineKind({
  name: 'tally',
  fields: {
    unit: field(unitId, { as: 'unit', levels: unitLevels }, { group: 'figure' }),
    organisation: field(id, { as: 'organisation' }, { group: 'figure' }),
    period: field(span, { as: 'span' }, { group: 'figure' }),
    measure: field(measureCode, { as: 'one', terms: 'measure', of: measures }, { group: 'figure' }),
    value: field(z.int().check(z.gte(0), z.lte(1_000_000_000)), { as: 'whole' }, { group: 'figure' }),
  },
  home: (counted) => counted.unit,
  organisation: (counted) => counted.organisation,
  date: (counted) => counted.period.to,
  ahead: true,
  rules: (counted, around) => [...unitProblems(counted.unit, around), ...orderProblems(counted.period.from, counted.period.to, ['period', 'to'])],
})
