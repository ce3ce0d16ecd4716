// What the practice province's office records: the plan and its targets, key areas, materials, the press, what it counts,
// asks and plans, who works there, and its handbook.

import type { Unit } from '../../model/unit.ts'
import type { Pack } from '../../programme/pack.ts'
import type { Chance } from './chance.ts'
import type { Entry, PracticeAccount, PracticeRecord } from './entry.ts'
import { officeHandbook } from './handbook.ts'
import { keyAreas } from './key-areas.ts'
import { materialSets } from './materials.ts'
import { officeMedia } from './media.ts'
import type { CommunePlace, Span } from './place.ts'
import { officePlan } from './plans.ts'
import { adopted, firstDay, practiceTargets } from './programme.ts'
import { officeStaff } from './staff.ts'
import type { Programme } from './submissions.ts'
import { surveys } from './surveys.ts'
import { officeTallies } from './tallies.ts'

interface OfficeWork {
  places: readonly CommunePlace[]
  province: Unit
  office: PracticeAccount
  pack: Pack
  span: Span
  today: string
}

interface OfficeRecords {
  programme: Programme
  sets: Entry<'material'>[]
  records: PracticeRecord[]
}

export function officeWork(chance: Chance, { places, province, office, pack, span, today }: OfficeWork): OfficeRecords {
  const shown = places.find(({ isShown }) => isShown) ?? places[0]
  if (!shown) throw new Error('A practice province needs communes')
  const plan = adopted(chance, pack, office, province, today)
  const first = firstDay(today)
  // Today's communes are younger than some plans: before, nobody could receive anything.
  const sets = materialSets(chance, office, province.id, span, first > shown.commune.validFrom ? first : shown.commune.validFrom)
  const records = [
    plan.record,
    ...practiceTargets(chance, plan.record, office, province, shown.commune, today),
    ...keyAreas(chance, places, office, span, today),
    ...sets,
    ...officeMedia(chance, office, province.id, first, span),
    ...officeTallies(chance, office, province.id, first, span),
    ...surveys(chance, shown, office, province.id, span),
    officePlan(chance, shown, office, span, today),
    ...officeStaff(chance, office, province.id, span),
    ...officeHandbook(chance, office, province.id, span),
  ]
  return { programme: { id: plan.record.id, indicators: plan.indicators.filter(({ id }) => id === 'VC1') }, sets, records }
}
