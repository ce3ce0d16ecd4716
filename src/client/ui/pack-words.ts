// What an adopted programme's pack says, for screens that only show it. Read with care: the record keeps the pack as it was
// adopted, and what doesn't have the expected shape is left out rather than shown wrongly.

import type { Language } from '../../text/translate.ts'

interface NamedIndicator {
  id: string
  name: Record<Language, string>
}

interface PackDocument {
  number?: string
  date?: string
  issuer?: string
}

export function indicatorsOf(pack: Record<string, unknown> | undefined): NamedIndicator[] {
  const listed = pack?.['indicators']
  return Array.isArray(listed) ? listed.filter(isNamed) : []
}

/** The indicator's name in the pack; its code where the pack has none. */
export const indicatorName = (pack: Record<string, unknown> | undefined, id: string, language: Language): string => {
  const found = indicatorsOf(pack).find((indicator) => indicator.id === id)
  return found ? `${id}. ${found.name[language]}` : id
}

export function documentOf(pack: Record<string, unknown>): PackDocument {
  const found = pack['document']
  if (!isObject(found)) return {}
  return Object.fromEntries((['number', 'date', 'issuer'] as const).flatMap((name) => (typeof found[name] === 'string' ? [[name, found[name]]] : [])))
}

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object'

function isNamed(value: unknown): value is NamedIndicator {
  if (!isObject(value) || typeof value['id'] !== 'string') return false
  const name = value['name']
  return isObject(name) && typeof name['vi'] === 'string' && typeof name['en'] === 'string'
}
