// An adopted programme (chương trình, kế hoạch): a pack that the office took over and may adapt. The adapted pack is kept
// whole; src/programme/pack.ts says what it must be and names what is wrong with it.

import * as z from 'zod/mini'
import { civilDate } from './civil-date.ts'
import { defineKind, field } from './kind.ts'
import { problem } from './problem.ts'
import { orderProblems, unitProblems } from './shared-rules.ts'
import { text } from './text.ts'
import { unitId } from './unit.ts'

const MOST_CONTENT = 200_000

export const programme = defineKind({
  name: 'programme',
  fields: {
    unit: field(unitId, { as: 'unit', levels: ['province', 'commune'] }, { fixed: true }),
    name: field(text(300), { as: 'text' }),
    from: field(civilDate, { as: 'date' }, { group: 'span' }),
    to: field(z.optional(civilDate), { as: 'date' }, { group: 'span' }),
    adoptedOn: field(civilDate, { as: 'date' }),
    pack: field(z.record(z.string(), z.unknown()), { as: 'part', columns: ['id'] }),
  },
  home: (adopted) => adopted.unit,
  rules: (adopted, around) => [
    ...unitProblems(adopted.unit, around),
    ...orderProblems(adopted.from, adopted.to, ['to']),
    ...(JSON.stringify(adopted.pack).length > MOST_CONTENT ? [problem('too-long', ['pack'])] : []),
  ],
})
