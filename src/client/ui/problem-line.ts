// A problem as a line of a list: its field, where it is about one, and what is wrong.

import type { Problem } from '../../model/problem.ts'
import type { KindName } from '../../model/registry.ts'
import type { Translate } from '../../text/translate.ts'
import { fieldLabel, problemSentence } from './words.ts'

export function problemLine(t: Translate, kind: KindName, problem: Problem): string {
  const label = problem.path.length > 0 ? fieldLabel(t, kind, problem.path) : ''
  return `${label && `${label}: `}${problemSentence(t, problem)}`
}
