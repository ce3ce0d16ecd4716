// Words for people, in Vietnamese or English. Keys are flat and typed from vi.json, so a word that is missing does not
// compile. The words themselves are data, loaded one language at a time and given to `addWords`.

import { createInstance } from 'i18next'
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
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
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

/**
 * For a language whose words are there. A screen says the same again at every tap, and i18next is slow: it is asked where a
 * plural has to be chosen.
 */
export function translatorFor(language: Language): Translate {
  const fixed = i18n.getFixedT(language)
  return (key, values = {}) => {
    const said: string | undefined = i18n.getResource(language, 'translation', key)
    return said?.replace(/\{(\w+)\}/g, (_, name) => `${values[name] ?? ''}`) ?? fixed(key, values)
  }
}

/** A key put together from parts, where a list's code or a field's name is only known at run time; `otherwise` if unknown. */
export function translateDynamic(t: Translate, key: string, otherwise = key): string {
  // What is not in the list of keys comes back as itself.
  const said = t(key as MessageKey)
  return said === key ? otherwise : said
}
