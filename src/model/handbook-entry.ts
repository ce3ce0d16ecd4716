// An entry of the handbook (cẩm nang) as the province's office words it: in place of one that the app brings, or beside
// them. Everybody in the province reads it, so it may hold no victim, no case and no shelter's address.

import * as z from 'zod/mini'
import { civilDate } from './civil-date.ts'
import { defineKind, field } from './kind.ts'
import { phoneNumber } from './phone-number.ts'
import { problem } from './problem.ts'
import { handbookSections } from './terms.ts'
import { text } from './text.ts'
import { unitId } from './unit.ts'

export const handbookEntry = defineKind({
  name: 'handbook-entry',
  fields: {
    unit: field(unitId, { as: 'unit', levels: ['province'] }, { fixed: true }),
    /** The shipped entry that it stands for; none where it is a new one. */
    entry: field(z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,60}$/))), { as: 'text' }, { fixed: true }),
    section: field(z.enum(handbookSections), { as: 'one', terms: 'handbookSection', of: handbookSections }),
    title: field(text(160), { as: 'text' }, { group: 'words' }),
    number: field(z.optional(phoneNumber), { as: 'text' }, { group: 'words' }),
    body: field(text(4000), { as: 'text', lines: 10 }, { group: 'words' }),
    source: field(text(300), { as: 'text', lines: 2 }, { group: 'source' }),
    sourceDate: field(civilDate, { as: 'date' }, { group: 'source' }),
    hidden: field(z.boolean(), { as: 'yes-no' }),
  },
  home: (entry) => entry.unit,
  rules: ({ unit, section, number }, around) => {
    const found = around.unit(unit)
    if (found?.level !== 'province') return [problem(found ? 'wrong-level' : 'unknown-unit', ['unit'])]
    return section === 'hotline' && !number ? [problem('required', ['number'])] : []
  },
})
