// Who holds sessions and owes reports: an agency, a union, a school (docs/domain.md §1).

import * as z from 'zod/mini'
import { defineKind, field } from './kind.ts'
import { problem } from './problem.ts'
import { organisationTypes } from './terms.ts'
import { text } from './text.ts'
import { unitId, unitLevels } from './unit.ts'

export const organisation = defineKind({
  name: 'organisation',
  fields: {
    name: field(text(160), { as: 'text' }),
    type: field(z.enum(organisationTypes), { as: 'one', terms: 'organisationType', of: organisationTypes }),
    unit: field(unitId, { as: 'unit', levels: unitLevels }),
  },
  home: (body) => body.unit,
  rules: (body, around) => (around.unit(body.unit) ? [] : [problem('unknown-unit', ['unit'])]),
})
