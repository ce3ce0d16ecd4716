// What a server's answer needs to be taken in, in one piece: pages load it when the first one has come.

import { applyAnswer, takeResults } from './apply.ts'
import type { TakingIn } from './port.ts'
import { rejectChange } from './reject.ts'

export const takingIn: TakingIn = { applyAnswer, takeResults, rejectChange }
