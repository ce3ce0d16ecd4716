// A key area (địa bàn trọng điểm): a commune with many cases, many returned victims or high risk, from a date to a date,
// set by the office (003, I.2, Chỉ tiêu 2).

import * as z from 'zod/mini'
import { civilDate } from './civil-date.ts'
import { defineKind, field } from './kind.ts'
import { communeProblems, orderProblems } from './shared-rules.ts'
import { text } from './text.ts'
import { unitId } from './unit.ts'

export const keyArea = defineKind({
  name: 'key-area',
  fields: {
    unit: field(unitId, { as: 'unit', levels: ['commune'] }, { fixed: true }),
    from: field(civilDate, { as: 'date' }, { group: 'span' }),
    to: field(z.optional(civilDate), { as: 'date' }, { group: 'span' }),
    decision: field(text(200), { as: 'text' }),
  },
  home: (area) => area.unit,
  rules: (area, around) => [...communeProblems(area.unit, around), ...orderProblems(area.from, area.to, ['to'])],
})
