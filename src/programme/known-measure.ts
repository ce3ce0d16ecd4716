// Which measures a pack may name: those that records add to the figures (contribution.ts says which), and the tallies that
// the pack declares. A test holds the two lists together.

import { forms, materialKinds, mediaForms, outletLevels, sessionKinds, siteDepths, siteTypes, visitKinds } from '../model/terms.ts'
import type { Measure } from './cell.ts'

const plain = [
  'sessions',
  'events',
  'attendance',
  'female',
  'male',
  'under-14',
  '14-15',
  '16-60',
  'over-60',
  'minority',
  'minority-female',
  'first-time',
  'first-time-14-60',
  'first-time-14-60-female',
  'first-time-under-16',
  'asked-first-time',
  'asked-first-time-14-60',
  'asked-first-time-14-60-female',
  'asked-first-time-under-16',
  'estimated',
  'visits',
  'visit-attendance',
  'received',
  'deployed',
  'messages',
  'minutes',
  'times',
]

const families: Record<string, readonly string[]> = {
  form: forms,
  'form-attendance': forms,
  kind: sessionKinds,
  handed: materialKinds,
  'site-active': siteDepths,
  'site-type': siteTypes,
  visit: visitKinds,
  media: outletLevels,
  'media-form': mediaForms,
}

/** Every measure but tallies. */
export const knownMeasures: ReadonlySet<Measure> = new Set([
  ...plain,
  ...Object.entries(families).flatMap(([family, codes]) => codes.map((code) => `${family}.${code}`)),
])
