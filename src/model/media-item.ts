// A press, radio, television, website, SMS or social media item (tin, bài, chuyên mục).

import * as z from 'zod/mini'
import { civilDate } from './civil-date.ts'
import { id } from './id.ts'
import { defineKind, field } from './kind.ts'
import { problem } from './problem.ts'
import { unitProblems } from './shared-rules.ts'
import { mediaForms, outletLevels } from './terms.ts'
import { text } from './text.ts'
import { UNITS_SINCE, unitId } from './unit.ts'

const quantity = z.optional(z.int().check(z.gte(0), z.lte(100_000_000)))

export const mediaItem = defineKind({
  name: 'media-item',
  fields: {
    unit: field(unitId, { as: 'unit', levels: ['province', 'commune'] }),
    date: field(civilDate, { as: 'date' }),
    level: field(z.enum(outletLevels), { as: 'one', terms: 'outletLevel', of: outletLevels }, { group: 'outlet' }),
    mediaForm: field(z.enum(mediaForms), { as: 'one', terms: 'mediaForm', of: mediaForms }),
    outlet: field(text(120), { as: 'text' }, { group: 'outlet' }),
    title: field(text(200), { as: 'text' }, { group: 'piece' }),
    link: field(z.optional(text(500)), { as: 'text' }, { group: 'piece' }),
    times: field(quantity, { as: 'whole' }),
    minutes: field(quantity, { as: 'whole' }),
    messages: field(quantity, { as: 'whole' }),
    organisation: field(id, { as: 'organisation' }),
  },
  home: (item) => item.unit,
  organisation: (item) => item.organisation,
  date: (item) => item.date,
  // Districts and their stations ended when today's units began.
  rules: (item, around) => [
    ...unitProblems(item.unit, around),
    ...(item.level === 'district' && item.date >= UNITS_SINCE ? [problem('no-districts', ['level'])] : []),
  ],
})
