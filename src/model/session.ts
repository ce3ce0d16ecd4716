// An outreach session: one event at one place on one civil date, held by one organisation (docs/domain.md §2).

import * as z from 'zod/mini'
import { civilDate } from './civil-date.ts'
import { countNames, countProblems, counts } from './counts.ts'
import { eachOnce } from './each-once.ts'
import { id } from './id.ts'
import { defineKind, field } from './kind.ts'
import { problem } from './problem.ts'
import { unitProblems } from './shared-rules.ts'
import { forms, languages, materialKinds, partsOfDay, sessionKinds, targetGroups, topics } from './terms.ts'
import { text } from './text.ts'
import { isValidOn, unitId, unitLevels } from './unit.ts'

const material = z.object({ kind: z.enum(materialKinds), quantity: z.int().check(z.gte(1), z.lte(1_000_000)) })

/** Several communes at one event make a session each, sharing the event's id; exactly one of them counts as the event. */
const event = z.object({ id, counts: z.boolean() })

/** A code that a list may gain later: kept as it is, shown by its words where they are known. */
const openTerm = z.string().check(z.regex(/^[a-z0-9-]{1,40}$/))

export const session = defineKind({
  name: 'session',
  fields: {
    date: field(civilDate, { as: 'date' }, { group: 'when' }),
    partOfDay: field(z.optional(z.enum(partsOfDay)), { as: 'one', terms: 'partOfDay', of: partsOfDay }, { group: 'when' }),
    unit: field(unitId, { as: 'unit', levels: unitLevels }, { group: 'where' }),
    place: field(z.optional(text(120)), { as: 'text' }, { group: 'where' }),
    sessionKind: field(z.enum(sessionKinds), { as: 'one', terms: 'sessionKind', of: sessionKinds }),
    form: field(z.enum(forms), { as: 'one', terms: 'form', of: forms }),
    topics: field(eachOnce(z.enum(topics), topics.length, 1), { as: 'many', terms: 'topic', of: topics }),
    counts: field(counts, { as: 'part', columns: [...countNames, 'method'] }),
    organisation: field(id, { as: 'organisation' }),
    host: field(z.optional(id), { as: 'organisation' }),
    partners: field(z.optional(eachOnce(id, 10)), { as: 'organisation' }),
    facilitators: field(z.optional(text(300)), { as: 'text' }, { sensitive: true }),
    languages: field(z.optional(eachOnce(openTerm, 20)), { as: 'many', terms: 'language', of: languages }),
    targetGroups: field(z.optional(eachOnce(z.enum(targetGroups), targetGroups.length)), {
      as: 'many',
      terms: 'targetGroup',
      of: targetGroups,
    }),
    programme: field(z.optional(id), { as: 'part', columns: [''] }),
    campaign: field(z.optional(text(120)), { as: 'text' }),
    event: field(z.optional(event), { as: 'part', columns: ['id', 'counts'] }),
    materials: field(z.optional(z.array(material).check(z.maxLength(materialKinds.length))), { as: 'part', columns: materialKinds }),
    note: field(z.optional(text(2000)), { as: 'text', lines: 3 }, { sensitive: true }),
  },
  home: (held) => held.unit,
  organisation: (held) => held.organisation,
  date: (held) => held.date,
  rules: (held, around) => [...unitProblems(held.unit, around), ...countProblems(held.counts)],
  knownBetter: {
    about: ['unit', 'date'],
    problems: (held, around) => {
      const unit = around.unit(held.unit)
      return unit && !isValidOn(unit, held.date) ? [problem('ended-unit', ['unit'])] : []
    },
  },
})
