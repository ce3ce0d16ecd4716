// What stands against one field of a record: a place that was not chosen is asked for by what it is, a year by how it is written.

import type { Problem } from '../../model/problem.ts'
import type { KindName } from '../../model/registry.ts'
import { type Translate, translateDynamic } from '../../text/translate.ts'
import { problemSentence } from './words.ts'

export function fieldProblem(t: Translate, kind: KindName, problem: Problem): string {
  const sentence = problemSentence(t, problem)
  return translateDynamic(t, `${problem.code}.${kind}.${problem.path.join('.')}`, sentence)
}
