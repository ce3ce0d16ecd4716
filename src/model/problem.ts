// Everything that a person can be told went wrong, as data. Words for it live in `text`, one message for each code, so
// a problem without words does not compile. No screen ever recognises a problem by its text.

export type ProblemCode = keyof typeof problemTraits

/** When it is worth trying again: never as it is, on its own later, after signing in, after updating the app. */
type Retry = 'never' | 'later' | 'after sign-in' | 'after update'

/** The HTTP status a whole request fails with, and when to try again. Problems of one change travel inside a 200. */
export const problemTraits = {
  // one field
  required: { status: 422, retry: 'never' },
  'not-a-date': { status: 422, retry: 'never' },
  'future-date': { status: 422, retry: 'never' },
  'too-long': { status: 422, retry: 'never' },
  'too-many': { status: 422, retry: 'never' },
  'not-a-count': { status: 422, retry: 'never' },
  'not-in-list': { status: 422, retry: 'never' },
  'not-valid': { status: 422, retry: 'never' },
  'unknown-field': { status: 422, retry: 'never' },
  'fixed-field': { status: 422, retry: 'never' },
  // the counts
  'sexes-apart': { status: 422, retry: 'never' },
  'ages-apart': { status: 422, retry: 'never' },
  'part-too-big': { status: 422, retry: 'never' },
  // places and confidentiality
  'unknown-unit': { status: 422, retry: 'never' },
  'wrong-level': { status: 422, retry: 'never' },
  'ended-unit': { status: 422, retry: 'never' },
  'confidential-address': { status: 422, retry: 'never' },
  'confidential-village': { status: 422, retry: 'never' },
  'dates-crossed': { status: 422, retry: 'never' },
  'no-districts': { status: 422, retry: 'never' },
  // one change
  'out-of-scope': { status: 403, retry: 'never' },
  'not-allowed': { status: 403, retry: 'never' },
  'reason-needed': { status: 422, retry: 'never' },
  'no-record': { status: 404, retry: 'never' },
  'record-removed': { status: 409, retry: 'never' },
  'id-taken': { status: 409, retry: 'never' },
  // one request
  'not-json': { status: 400, retry: 'never' },
  'not-protocol': { status: 400, retry: 'never' },
  'too-large': { status: 413, retry: 'never' },
  'wrong-type': { status: 415, retry: 'never' },
  'signed-out': { status: 401, retry: 'after sign-in' },
  'foreign-site': { status: 403, retry: 'never' },
  'not-found': { status: 404, retry: 'never' },
  'too-old': { status: 426, retry: 'after update' },
  'too-often': { status: 429, retry: 'later' },
  busy: { status: 503, retry: 'later' },
  'disk-full': { status: 507, retry: 'later' },
  broken: { status: 500, retry: 'later' },
  // enrolment
  'invitation-unknown': { status: 404, retry: 'never' },
  'invitation-used': { status: 409, retry: 'never' },
  'invitation-ended': { status: 410, retry: 'never' },
  // on the phone only: a table that is imported
  'told-twice': { status: 0, retry: 'never' },
  'no-such-place': { status: 0, retry: 'never' },
  'which-place': { status: 0, retry: 'never' },
  'not-known': { status: 0, retry: 'never' },
  'only-a-period': { status: 0, retry: 'never' },
  // on the phone only: a village that the commune has already, as it seems
  'same-name': { status: 0, retry: 'never' },
  // on the phone only: an adopted plan that is adapted
  'not-a-day': { status: 0, retry: 'never' },
  'not-a-percent': { status: 0, retry: 'never' },
  'before-plan': { status: 0, retry: 'never' },
  'same-day-twice': { status: 0, retry: 'never' },
  // on the phone only
  'no-connection': { status: 0, retry: 'later' },
  'storage-failed': { status: 0, retry: 'never' },
} as const satisfies Record<string, { status: number; retry: Retry }>

/**
 * One thing wrong. `path` names the field, outermost first (["counts", "female"]), and is empty where the whole record
 * or request is meant. `values` are the numbers and names that the sentence for people fills in.
 */
export interface Problem {
  code: ProblemCode
  path: string[]
  values?: Record<string, string | number>
}

export function problem(code: ProblemCode, path: string[] = [], values?: Record<string, string | number>): Problem {
  return values ? { code, path, values } : { code, path }
}

export const isProblemCode = (code: unknown): code is ProblemCode => typeof code === 'string' && Object.hasOwn(problemTraits, code)
