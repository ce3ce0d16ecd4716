// A model site (mô hình). Some types shelter people: those are confidential, known by their commune and nothing nearer
// (docs/domain.md §2, §7). The rules run on the whole record, so two harmless edits can't add up to an address.

import * as z from 'zod/mini'
import { civilDate } from './civil-date.ts'
import { people } from './counts.ts'
import { id } from './id.ts'
import { defineKind, field } from './kind.ts'
import { type Problem, problem } from './problem.ts'
import { siteDepths, siteStatuses, siteTypes } from './terms.ts'
import { text } from './text.ts'
import { unitId } from './unit.ts'

type SiteType = (typeof siteTypes)[number]
export type SiteStatus = (typeof siteStatuses)[number]

const members = z.object({ total: people, female: z.optional(people) })
const statusFrom = z.object({ status: z.enum(siteStatuses), from: civilDate })

/** Never published. A trusted address is confidential too until the office publishes that one. */
export const isConfidential = (site: { type: SiteType; published?: boolean | undefined }): boolean =>
  site.type === 'peace-house' || (site.type === 'trusted-address' && site.published !== true)

/** The status that holds on a civil date; undefined before the first. */
export function statusOn(history: readonly z.infer<typeof statusFrom>[], date: string): SiteStatus | undefined {
  const begun = history.filter((entry) => entry.from <= date).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  return begun.at(-1)?.status
}

export const site = defineKind({
  name: 'site',
  fields: {
    name: field(text(120), { as: 'text' }),
    type: field(z.enum(siteTypes), { as: 'one', terms: 'siteType', of: siteTypes }, { fixed: true }),
    depth: field(z.enum(siteDepths), { as: 'one', terms: 'siteDepth', of: siteDepths }),
    unit: field(unitId, { as: 'unit', levels: ['commune', 'village'] }, { group: 'where' }),
    address: field(z.optional(text(200)), { as: 'text' }, { group: 'where' }),
    published: field(z.optional(z.boolean()), { as: 'yes-no' }, { only: ['official'] }),
    organisation: field(id, { as: 'organisation' }),
    members: field(z.optional(members), { as: 'wholes', of: ['total', 'female'] }),
    statuses: field(z.array(statusFrom).check(z.minLength(1), z.maxLength(40)), { as: 'part', columns: ['status', 'from'] }),
  },
  home: (place) => place.unit,
  organisation: (place) => place.organisation,
  rules: (place, around) => {
    const found: Problem[] = []
    const unit = around.unit(place.unit)
    if (!unit) found.push(problem('unknown-unit', ['unit']))
    else if (unit.level !== 'commune' && unit.level !== 'village') found.push(problem('wrong-level', ['unit']))
    else if (isConfidential(place) && unit.level === 'village') found.push(problem('confidential-village', ['unit']))
    if (isConfidential(place) && place.address !== undefined) found.push(problem('confidential-address', ['address']))
    if (place.members?.female !== undefined && place.members.female > place.members.total) {
      found.push(problem('part-too-big', ['members', 'female'], { part: place.members.female, whole: place.members.total }))
    }
    return found
  },
})
