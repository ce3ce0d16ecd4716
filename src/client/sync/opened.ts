// POST /api/records: single records behind a sum, opened while somebody looks at it. Nothing of it is kept on the phone.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { type OpenAnswer, type OpenRequest, openAnswer } from '../../protocol/opened.ts'
import type { Timer } from './ports.ts'
import { neverLate, postFor } from './post.ts'

export const askRecords = (fetch: typeof globalThis.fetch, request: OpenRequest, timer: Timer = neverLate): Promise<Result<OpenAnswer, Problem>> =>
  postFor(fetch, '/api/records', request, openAnswer, timer)
