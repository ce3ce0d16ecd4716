// A period's figures sent up, returned for repair, locked (gửi, trả lại, chốt; docs/domain.md §4.5). The figures are kept as
// they were when it was sent: after a lock they stand, and what came later is an adjustment beside them.

import * as z from 'zod/mini'
import { civilDate } from './civil-date.ts'
import { id } from './id.ts'
import { defineKind, field } from './kind.ts'
import { problem } from './problem.ts'
import { communeProblems, orderProblems } from './shared-rules.ts'
import { span } from './tally.ts'
import { submissionStates } from './terms.ts'
import { text } from './text.ts'
import { unitId } from './unit.ts'

type State = (typeof submissionStates)[number]

/** What was returned may be locked all the same: the office has thought better of it. A lock ends by being reopened, by nothing else. */
const nextStates: Record<State, readonly State[]> = {
  submitted: ['submitted', 'returned', 'locked'],
  returned: ['submitted', 'locked'],
  locked: ['reopened'],
  reopened: ['submitted', 'locked'],
}

export const submission = defineKind({
  name: 'submission',
  fields: {
    unit: field(unitId, { as: 'unit', levels: ['commune'] }, { fixed: true }),
    organisation: field(id, { as: 'organisation' }, { fixed: true }),
    programme: field(z.optional(id), { as: 'record', kind: 'programme' }, { fixed: true }),
    period: field(span, { as: 'span' }, { fixed: true }),
    state: field(
      z.enum(submissionStates),
      { as: 'one', terms: 'submissionState', of: submissionStates },
      { group: 'sent', values: { submitted: ['official'], returned: ['province'], locked: ['province'], reopened: ['province'] } },
    ),
    asOf: field(civilDate, { as: 'date' }, { group: 'sent' }),
    /** Name of a figure → whole number, as sent. */
    figures: field(z.record(z.string().check(z.maxLength(80)), z.int()), { as: 'part', columns: [''] }, { group: 'sent' }),
    /** Who sent it, and when by her clock put right; whoever touches the record afterwards is somebody else. */
    sent: field(z.optional(z.object({ by: text(120), at: z.int() })), { as: 'part', columns: [] }, { group: 'sent' }),
    remark: field(z.optional(text(1000)), { as: 'text', lines: 3 }, { group: 'sent', sensitive: true }),
  },
  home: (sent) => sent.unit,
  organisation: (sent) => sent.organisation,
  date: (sent) => sent.period.to,
  ahead: true,
  follows: (before, after) => {
    // Whoever answers a submission leaves its figures as they were sent.
    const isAsSent = hasSameFigures(before.figures, after.figures) && after.asOf === before.asOf && after.sent?.at === before.sent?.at
    if (after.state !== 'submitted' && !isAsSent) return [problem('not-allowed', ['figures'])]
    return after.state === before.state || nextStates[before.state].includes(after.state) ? [] : [problem('not-allowed', ['state'])]
  },
  rules: (sent, around) => [...communeProblems(sent.unit, around), ...orderProblems(sent.period.from, sent.period.to, ['period', 'to'])],
})

function hasSameFigures(before: Record<string, number>, after: Record<string, number>): boolean {
  return Object.keys({ ...before, ...after }).every((name) => before[name] === after[name])
}
