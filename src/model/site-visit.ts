// One meeting of a model site, or one visit to it (docs/domain.md §1). It names the commune and nothing nearer, and has no
// room for free text, so that a visit can never tell where people are sheltered.

import * as z from 'zod/mini'
import { civilDate } from './civil-date.ts'
import { people } from './counts.ts'
import { id } from './id.ts'
import { defineKind, field } from './kind.ts'
import { communeProblems, partProblems } from './shared-rules.ts'
import { visitKinds } from './terms.ts'
import { unitId } from './unit.ts'

export const siteVisit = defineKind({
  name: 'site-visit',
  fields: {
    site: field(id, { as: 'record', kind: 'site' }, { fixed: true }),
    unit: field(unitId, { as: 'unit', levels: ['commune'] }, { fixed: true }),
    date: field(civilDate, { as: 'date' }),
    visitKind: field(z.enum(visitKinds), { as: 'one', terms: 'visitKind', of: visitKinds }),
    attendance: field(z.optional(z.object({ total: people, female: z.optional(people) })), { as: 'wholes', of: ['total', 'female'] }),
    organisation: field(id, { as: 'organisation' }),
  },
  home: (visit) => visit.unit,
  organisation: (visit) => visit.organisation,
  date: (visit) => visit.date,
  rules: (visit, around) => [...communeProblems(visit.unit, around), ...partProblems('attendance', visit.attendance, { female: 'total' })],
})
