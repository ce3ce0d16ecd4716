// The registers of all kinds that have one.

import type { RegisterKind } from '../record-path.ts'
import { baselines, organisations, villages } from './base.tsx'
import { materialReceipts, mediaItems, plans, siteVisits, staff, surveys, tallies } from './commune.tsx'
import { handbookEntries } from './handbook.tsx'
import { keyAreas, materials, programmes, targets } from './office.tsx'
import type { Register } from './register.ts'

export const registers: Record<RegisterKind, Register> = {
  unit: villages,
  baseline: baselines,
  organisation: organisations,
  material: materials,
  'material-receipt': materialReceipts,
  'media-item': mediaItems,
  tally: tallies,
  survey: surveys,
  plan: plans,
  'key-area': keyAreas,
  target: targets,
  programme: programmes,
  person: staff,
  'site-visit': siteVisits,
  'handbook-entry': handbookEntries,
}
