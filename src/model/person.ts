// A member of staff (docs/domain.md §2, §7): who may be asked, and how. The least that serves, sensitive throughout.

import * as z from 'zod/mini'
import { id } from './id.ts'
import { defineKind, field } from './kind.ts'
import { phoneNumber } from './phone-number.ts'
import { unitProblems } from './shared-rules.ts'
import { text } from './text.ts'
import { unitId, unitLevels } from './unit.ts'

export const person = defineKind({
  name: 'person',
  fields: {
    name: field(text(80), { as: 'text' }, { sensitive: true, group: 'who' }),
    duty: field(text(120), { as: 'text' }),
    phone: field(z.optional(phoneNumber), { as: 'text' }, { sensitive: true, group: 'who' }),
    unit: field(unitId, { as: 'unit', levels: unitLevels }),
    organisation: field(id, { as: 'organisation' }),
  },
  home: (member) => member.unit,
  organisation: (member) => member.organisation,
  rules: (member, around) => unitProblems(member.unit, around),
})
