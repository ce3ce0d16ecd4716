// What a plan leaves to the office that adopts it: days that its document does not give, and thresholds that it does not set. Pure.

import type { Language } from '../../text/translate.ts'
import { campaignsOf, indicatorName, indicatorsOf, type PackReport, reportsOf } from './pack-words.ts'

export interface ToSet {
  what: 'due' | 'campaign' | 'threshold'
  /** The field of the plan that is empty. */
  path: string[]
  name: string
}

/** Reports whose day nobody can read in the document: nothing guesses one. */
export const duesToSet = (pack: Record<string, unknown>): PackReport[] => reportsOf(pack).filter(({ due }) => due === 'uncertain')

export function toSet(pack: Record<string, unknown>, language: Language): ToSet[] {
  return [
    ...reportsOf(pack).flatMap(({ due, name }, place): ToSet[] =>
      due === 'uncertain' ? [{ what: 'due', path: ['pack', 'reports', String(place), 'due'], name: name[language] }] : [],
    ),
    ...campaignsOf(pack).flatMap(({ from, to, name, contextOnly }, place): ToSet[] =>
      !contextOnly && (from === 'uncertain' || to === 'uncertain')
        ? [{ what: 'campaign', path: ['pack', 'campaigns', String(place), 'from'], name: name[language] }]
        : [],
    ),
    ...indicatorsOf(pack).flatMap(({ id, targets = [] }, indicator) =>
      targets.flatMap(({ threshold }, place): ToSet[] =>
        threshold === undefined
          ? [
              {
                what: 'threshold',
                path: ['pack', 'indicators', String(indicator), 'targets', String(place), 'threshold'],
                name: indicatorName(pack, id, language),
              },
            ]
          : [],
      ),
    ),
  ]
}
