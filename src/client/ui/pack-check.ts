// Whether an adapted plan is still a plan: by the schema and the rules that a plan is adopted by (src/programme/), each fault as a
// problem at the field where it was typed. It weighs more than a screen and comes when a plan is edited.

import type { Problem } from '../../model/problem.ts'
import type { Fields } from '../../model/record.ts'
import { issueToProblem } from '../../model/validate.ts'
import { type Pack, pack } from '../../programme/pack.ts'
import { packFaults } from '../../programme/pack-rules.ts'

/** A plan that this build can edit; undefined for one of a newer build. */
export const editablePack = (value: unknown): Pack | undefined => pack.safeParse(value).data

function packProblems(value: unknown): Problem[] {
  const parsed = pack.safeParse(value)
  const found = parsed.success
    ? packFaults(parsed.data).map(({ path }) => ruleProblem(parsed.data, path.map(String)))
    : parsed.error.issues.map((issue) => issueToProblem('pack', value, issue)).map(atField)
  return [...new Map(found.map((one) => [one.path.join(), one])).values()]
}

/** Problems of record fields beside the plan are the kind's. */
export const programmeProblems = async ({ pack: value }: Fields): Promise<Problem[]> => packProblems(value)

/** The field that shows it: a day is one, whatever of it is wrong. */
function atField({ code, path }: Problem): Problem {
  const [, list, place = '', name = '', ...inner] = path
  const isUnreadable = code !== 'required' && code !== 'too-long'
  if (list === 'reports' || list === 'campaigns') return { code: isUnreadable ? 'not-a-day' : code, path: ['pack', list, place, name] }
  if (list === 'indicators' && inner.at(-1) === 'threshold') return { code: 'not-a-percent', path }
  return { code, path: list === 'hotlines' ? ['pack', list, place, name] : path }
}

/** What a rule between the parts says, where a person can have broken it here. */
function ruleProblem(plan: Pack, path: string[]): Problem {
  const [list = '', place = '', ...inner] = path
  if (list === 'campaigns') return { code: isHalfOpen(plan.campaigns[Number(place)]) ? 'required' : 'dates-crossed', path: ['pack', ...path] }
  if (list === 'indicators' && inner[0] === 'targets') {
    return { code: inner.at(-1) === 'by' ? 'before-plan' : 'same-day-twice', path: ['pack', list, place, 'targets', inner[1] ?? '', 'by'] }
  }
  return { code: 'not-valid', path: ['pack', ...path] }
}

const isHalfOpen = (campaign: Pack['campaigns'][number] | undefined): boolean => campaign?.from === 'uncertain' || campaign?.to === 'uncertain'
