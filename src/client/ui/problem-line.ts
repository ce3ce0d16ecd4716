// A problem as a line of a list: its field, where it is about one, and what is wrong.

import type { Problem } from '../../model/problem.ts'
import type { KindName } from '../../model/registry.ts'
import type { Translate } from '../../text/translate.ts'
import { fieldProblem } from './field-problem.ts'
import { fieldLabel } from './words.ts'

export function problemLine(t: Translate, kind: KindName, problem: Problem): string {
  const label = problem.path.length > 0 ? fieldLabel(t, kind, problem.path) : ''
  return `${label && `${label}: `}${fieldProblem(t, kind, problem)}`
}
