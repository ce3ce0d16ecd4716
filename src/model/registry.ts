// The list of record kinds. Adding one is its file, its row here, its row in the permission table, its words and its
// screen (docs/new-record-kind.md). Everything that handles records goes through here.

import { baseline } from './baseline.ts'
import { handbookEntry } from './handbook-entry.ts'
import { keyArea } from './key-area.ts'
import type { DataFrom, Kind } from './kind.ts'
import { material, materialReceipt } from './material.ts'
import { mediaItem } from './media-item.ts'
import { organisation } from './organisation.ts'
import { person } from './person.ts'
import { plan } from './plan.ts'
import { programme } from './programme.ts'
import { report } from './report.ts'
import { session } from './session.ts'
import { site } from './site.ts'
import { siteVisit } from './site-visit.ts'
import { submission } from './submission.ts'
import { survey } from './survey.ts'
import { tally } from './tally.ts'
import { target } from './target.ts'
import { unit } from './unit.ts'

export const registry = {
  session,
  site,
  unit,
  baseline,
  organisation,
  'site-visit': siteVisit,
  material,
  'material-receipt': materialReceipt,
  'media-item': mediaItem,
  tally,
  survey,
  plan,
  'key-area': keyArea,
  target,
  programme,
  person,
  submission,
  report,
  'handbook-entry': handbookEntry,
} as const

export type KindName = keyof typeof registry
/** Distributes over kinds: the data of "session or site" is that of one or the other. */
export type Data<K extends KindName> = K extends KindName ? DataFrom<(typeof registry)[K]['fields']> : never

export const kindNames = Object.keys(registry) as KindName[]

export const isKindName = (name: string): name is KindName => Object.hasOwn(registry, name)

/** The kind by name, seen without its exact fields: for code that treats all kinds alike. */
export const kindNamed = (name: KindName): Kind => registry[name] as unknown as Kind
