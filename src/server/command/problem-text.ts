// Why a change was refused, as the operator reads it. What came in need not have the form of a change, and a console obeys
// some characters: whatever is not a plain name is shown as "?".

import type { Problem } from '../../model/problem.ts'

export const problemText = ({ code, path }: Pick<Problem, 'code' | 'path'>): string =>
  path.length === 0 ? code : `${code} at ${path.map(plainName).join('.')}`

export const plainName = (value: unknown): string => (typeof value === 'string' && /^[\w-]{1,60}$/.test(value) ? value : '?')
