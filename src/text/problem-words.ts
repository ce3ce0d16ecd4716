// Which sentence stands for which problem: a problem without words does not compile.

import type { ProblemCode } from '../model/problem.ts'
import type { MessageKey } from './translate.ts'

export const problemWord = (code: ProblemCode): MessageKey => `problem.${code}`
