// Words for people, in Vietnamese or English. Keys are flat and typed from vi.json, so a word that is missing does not
// compile. The words themselves are data, loaded one language at a time and given to `addWords`.

import { createInstance } from 'i18next'
import { formatNumber } from './format.ts'
import type importing from './import-vi.json'
import type paper from './paper-vi.json'
import type vi from './vi.json'

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

type Stem<Key extends string> = Key extends `${infer Name}_other` ? Name : Key
export type MessageKey = Stem<(keyof typeof vi | keyof typeof paper | keyof typeof importing) & string>
export type Values = Record<string, string | number>
export type Translate = (key: MessageKey, values?: Values) => string

const i18n = createInstance()
void i18n.init({
  lng: 'vi',
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
})

/** Takes in a language's words, as its JSON file has them, and gives its translate function. */
export function addWords(language: Language, words: Record<string, string>): Translate {
  i18n.addResourceBundle(language, 'translation', words)
  return translatorFor(language)
}

/** Words that only some screens need; those of the language itself may come before them or after. */
export function addMoreWords(language: Language, words: Record<string, string>): void {
  i18n.addResourceBundle(language, 'translation', words)
}

export const hasWords = (language: Language): boolean => i18n.getResource(language, 'translation', 'tab.home') !== undefined

/** Values that count something; a year or the number of a paper is written without marks. */
const counts = /^(count|sum|total|apart|all|of)$/

/**
 * For a language whose words are there; a count is written as the language writes numbers. A screen says the same again at every
 * tap, and i18next is slow: it is asked where a plural has to be chosen.
 */
export function translatorFor(language: Language): Translate {
  const fixed = i18n.getFixedT(language)
  const told = (name: string, value: string | number) => (typeof value === 'number' && counts.test(name) ? formatNumber(value, language) : `${value}`)
  return (key, values = {}) => {
    const known: string | undefined = i18n.getResource(language, 'translation', key)
    const said = known ?? fixed(key, { ...values, skipInterpolation: true })
    return said.replace(/\{(\w+)\}/g, (_, name) => told(name, values[name] ?? ''))
  }
}

/** A key put together from parts, where a list's code or a field's name is only known at run time; `otherwise` if unknown. */
export function translateDynamic(t: Translate, key: string, otherwise = key): string {
  // What is not in the list of keys comes back as itself.
  const said = t(key as MessageKey)
  return said === key ? otherwise : said
}
