// What a kept figure is called, in words; and which of them a person reads first.

import { translateDynamic } from '../../text/translate.ts'
import type { Say } from './say.ts'

/** Beginning of a measure → the list whose word comes after it. */
const lists: Record<string, string> = {
  form: 'form',
  'form-attendance': 'form',
  kind: 'sessionKind',
  handed: 'materialKind',
  'site-active': 'siteDepth',
  'site-type': 'siteType',
  visit: 'visitKind',
  media: 'outletLevel',
  'media-form': 'mediaForm',
}

export function figureName(name: string, { t, term }: Pick<Say, 't' | 'term'>): string {
  const [beginning = '', ...rest] = name.split('.')
  const code = rest.join('.')
  if (beginning === 'tally') return term('measure', code)
  if (beginning === 'indicator')
    return t(rest.at(-1) === 'numerator' ? 'figure.indicator.numerator' : 'figure.indicator.denominator', { id: rest.slice(0, -1).join('.') })
  const list = lists[beginning]
  const whole = translateDynamic(t, `figure.${beginning}`, name)
  return list === undefined ? whole : `${whole}: ${term(list, code)}`
}

const first = ['sessions', 'attendance', 'female', 'male', 'under-14', '14-15', '16-60', 'over-60', 'minority', 'first-time', 'visits', 'received', 'deployed']

/** The figures in the order in which they are read: what everybody asks for, then the rest by name. */
export function inReadingOrder(names: readonly string[]): { main: string[]; rest: string[] } {
  const isMain = (name: string) => first.includes(name) || /^(indicator|tally)\./.test(name)
  const place = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length)
  return {
    main: names.filter(isMain).sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1)),
    rest: names.filter((name) => !isMain(name)).sort(),
  }
}
