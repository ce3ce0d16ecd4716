// A problem as a line of a list: its field, where it is about one, what stands there in a file, and what is wrong.

import type { Problem } from '../../model/problem.ts'
import type { KindName } from '../../model/registry.ts'
import type { Translate } from '../../text/translate.ts'
import { fieldProblem } from './field-problem.ts'
import { fieldLabel } from './words.ts'

export function problemLine(t: Translate, kind: KindName, problem: Problem): string {
  const label = problem.path.length > 0 ? fieldLabel(t, kind, problem.path) : ''
  const cell = problem.values?.['cell']
  return `${label && `${label}: `}${cell === undefined ? '' : `“${String(cell).slice(0, LONG)}” `}${fieldProblem(t, kind, problem)}`
}

const LONG = 80
