import { expect, test } from 'vitest'
import type { Data } from '../../src/model/registry.ts'
import { submissionStates } from '../../src/model/terms.ts'
import { followProblems } from '../../src/model/validate.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1 } from '../fixture/land.ts'

type State = (typeof submissionStates)[number]

const sent = (state: State, more: Partial<Data<'submission'>> = {}): Data<'submission'> => ({
  unit: aLuoi1,
  organisation: idNamed('hoi'),
  period: { from: '2026-07-01', to: '2026-09-30' },
  asOf: '2026-10-03',
  figures: { sessions: 3, attendance: 90 },
  ...more,
  state,
})

const follows = (before: State, after: State): boolean => followProblems('submission', sent(before), sent(after)).length === 0

test('[P92] what may follow what: a lock ends by being reopened, by nothing else', () => {
  const next = Object.fromEntries(submissionStates.map((state) => [state, submissionStates.filter((other) => other !== state && follows(state, other))]))
  expect(next).toEqual({ submitted: ['returned', 'locked'], returned: ['submitted', 'locked'], locked: ['reopened'], reopened: ['submitted', 'locked'] })
})

test('[P92] the figures are altered by submitting, and by no answer to it', () => {
  const other = { figures: { sessions: 4, attendance: 90 } }
  expect(followProblems('submission', sent('submitted'), sent('submitted', other))).toEqual([])
  expect(followProblems('submission', sent('returned'), sent('submitted', other))).toEqual([])
  for (const state of ['returned', 'locked'] as const) {
    expect(followProblems('submission', sent('submitted'), sent(state, other))).toEqual([{ code: 'not-allowed', path: ['figures'] }])
  }
  expect(followProblems('submission', sent('locked'), sent('locked', { asOf: '2026-10-09' }))).toEqual([{ code: 'not-allowed', path: ['figures'] }])
  expect(followProblems('submission', sent('submitted'), sent('locked', { figures: { attendance: 90, sessions: 3 } }))).toEqual([])
})
