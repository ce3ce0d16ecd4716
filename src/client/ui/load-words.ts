// The words of a language, from a file that the service worker keeps.

import enWords from '../../text/en.json?url'
import { addWords, hasWords, type Language, type Translate, translatorFor } from '../../text/translate.ts'
import viWords from '../../text/vi.json?url'
import type { Environment } from '../environment.ts'

const wordFiles: Record<Language, string> = { vi: viWords, en: enWords }

/** Undefined where they could not be had: the screen then keeps the language it has. */
export async function loadWords(environment: Environment, language: Language): Promise<Translate | undefined> {
  if (hasWords(language)) return translatorFor(language)
  try {
    const answer = await environment.fetch(wordFiles[language])
    return addWords(language, await answer.json())
  } catch (cause) {
    console.warn('The words could not be loaded:', cause)
    return undefined
  }
}
