// What a measure of the figures is called: the words of the form that it comes from, and what the plan says of a tally.

import type { MessageKey } from '../../text/translate.ts'
import type { Say } from './say.ts'

const plain: Record<string, MessageKey> = {
  sessions: 'coverage.sessions',
  events: 'measure.events',
  attendance: 'coverage.attendance',
  female: 'part.counts.female',
  male: 'part.counts.male',
  'under-14': 'part.counts.under14',
  '14-15': 'part.counts.from14to15',
  '16-60': 'part.counts.from16to60',
  'over-60': 'part.counts.over60',
  minority: 'part.counts.minority',
  'minority-female': 'part.counts.minorityFemale',
  'first-time': 'part.counts.firstTime',
  'first-time-14-60': 'part.counts.firstTime14to60',
  'first-time-14-60-female': 'part.counts.firstTime14to60Female',
  'first-time-under-16': 'part.counts.firstTimeUnder16',
  'asked-first-time': 'measure.asked',
  'asked-first-time-14-60': 'measure.asked',
  'asked-first-time-14-60-female': 'measure.asked',
  'asked-first-time-under-16': 'measure.asked',
  estimated: 'measure.estimated',
  visits: 'kind.site-visit',
  'visit-attendance': 'measure.visit-attendance',
  received: 'measure.received',
  deployed: 'measure.deployed',
  messages: 'field.media-item.messages',
  minutes: 'field.media-item.minutes',
  times: 'field.media-item.times',
}

/** Family → the list of its codes, and the sentence around its word where the word alone would say too little. */
const families: Record<string, { terms: string; around?: MessageKey }> = {
  form: { terms: 'form' },
  'form-attendance': { terms: 'form', around: 'measure.form-attendance' },
  kind: { terms: 'sessionKind' },
  handed: { terms: 'materialKind' },
  'site-active': { terms: 'siteDepth', around: 'measure.sites' },
  'site-type': { terms: 'siteType', around: 'measure.sites' },
  visit: { terms: 'visitKind' },
  media: { terms: 'outletLevel', around: 'measure.media' },
  'media-form': { terms: 'mediaForm' },
  tally: { terms: 'measure' },
}

export function measureWords(measure: string, { t, term }: Say): string {
  const own = plain[measure]
  if (own) return t(own)
  const [family = '', code = ''] = measure.split('.')
  const { terms = 'measure', around } = families[family] ?? {}
  return around ? t(around, { what: term(terms, code) }) : term(terms, code)
}
