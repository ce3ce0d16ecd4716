// Whether the person still has to be shown the first steps: from her enrolment until she took them or passed them over.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { write } from './breaker.ts'
import type { Store } from './database.ts'
import { putMeta, readMeta } from './meta.ts'

export function endFirstRun(store: Store): Promise<Result<true, Problem>> {
  return write(store, [store.meta], async (): Promise<true> => {
    const before = await readMeta(store, 'identity')
    if (!before) return true
    const { isNew: _isNew, ...identity } = before
    await putMeta(store, 'identity', identity)
    return true
  })
}
