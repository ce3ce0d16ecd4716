// A survey (khảo sát): which share of people knew or were reached, with how it was asked and by whom. The only other
// source of a share of people beside what was asked at sessions (docs/domain.md §4.1).

import * as z from 'zod/mini'
import { civilDate } from './civil-date.ts'
import { defineKind, field } from './kind.ts'
import { problem } from './problem.ts'
import { unitProblems } from './shared-rules.ts'
import { surveyGroups, surveyQuestions } from './terms.ts'
import { text } from './text.ts'
import { unitId, unitLevels } from './unit.ts'

export const survey = defineKind({
  name: 'survey',
  fields: {
    unit: field(unitId, { as: 'unit', levels: unitLevels }),
    date: field(civilDate, { as: 'date' }),
    question: field(z.enum(surveyQuestions), { as: 'one', terms: 'surveyQuestion', of: surveyQuestions }, { group: 'answer' }),
    group: field(z.enum(surveyGroups), { as: 'one', terms: 'surveyGroup', of: surveyGroups }, { group: 'answer' }),
    sample: field(z.int().check(z.gte(1), z.lte(10_000_000)), { as: 'whole' }, { group: 'answer' }),
    /** People of the sample who said yes; the share is worked out from both, never entered. */
    yes: field(z.int().check(z.gte(0), z.lte(10_000_000)), { as: 'whole' }, { group: 'answer' }),
    method: field(text(300), { as: 'text' }),
    source: field(text(200), { as: 'text' }),
  },
  home: (asked) => asked.unit,
  date: (asked) => asked.date,
  rules: (asked, around) => [
    ...unitProblems(asked.unit, around),
    ...(asked.yes > asked.sample ? [problem('part-too-big', ['yes'], { part: asked.yes, whole: asked.sample })] : []),
  ],
})
