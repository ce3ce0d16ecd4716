// A session to come (lịch dự kiến).

import * as z from 'zod/mini'
import { civilDate } from './civil-date.ts'
import { id } from './id.ts'
import { defineKind, field } from './kind.ts'
import { unitProblems } from './shared-rules.ts'
import { forms, partsOfDay } from './terms.ts'
import { text } from './text.ts'
import { unitId, unitLevels } from './unit.ts'

export const plan = defineKind({
  name: 'plan',
  fields: {
    date: field(civilDate, { as: 'date' }, { group: 'when' }),
    partOfDay: field(z.optional(z.enum(partsOfDay)), { as: 'one', terms: 'partOfDay', of: partsOfDay }, { group: 'when' }),
    unit: field(unitId, { as: 'unit', levels: unitLevels }),
    form: field(z.enum(forms), { as: 'one', terms: 'form', of: forms }),
    who: field(z.optional(text(200)), { as: 'text' }, { sensitive: true }),
    organisation: field(id, { as: 'organisation' }),
  },
  home: (planned) => planned.unit,
  organisation: (planned) => planned.organisation,
  date: (planned) => planned.date,
  ahead: true,
  rules: (planned, around) => unitProblems(planned.unit, around),
})
