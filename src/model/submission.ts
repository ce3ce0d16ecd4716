// A period's figures sent up, returned for repair, locked (gửi, trả lại, chốt; docs/domain.md §4.5). The figures are kept as
// they were when it was sent: after a lock they stand, and what came later is an adjustment beside them.

import * as z from 'zod/mini'
import { civilDate } from './civil-date.ts'
import { id } from './id.ts'
import { defineKind, field } from './kind.ts'
import { communeProblems, orderProblems } from './shared-rules.ts'
import { span } from './tally.ts'
import { submissionStates } from './terms.ts'
import { text } from './text.ts'
import { unitId } from './unit.ts'

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
    remark: field(z.optional(text(1000)), { as: 'text', lines: 3 }, { group: 'sent' }),
  },
  home: (sent) => sent.unit,
  organisation: (sent) => sent.organisation,
  date: (sent) => sent.period.to,
  ahead: true,
  rules: (sent, around) => [...communeProblems(sent.unit, around), ...orderProblems(sent.period.from, sent.period.to, ['period', 'to'])],
})
