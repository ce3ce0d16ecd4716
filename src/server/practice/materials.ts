// Sets of material that the practice office sent out, and what became of them in the communes: most in use soon, some only
// months later, some received and left lying, some never received.

import { addDays } from '../../model/civil-date.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentBy, momentOf, type PracticeAccount } from './entry.ts'
import type { CommunePlace, Span } from './place.ts'

export function materialSets(chance: Chance, author: PracticeAccount, unit: string, span: Span, since: string): Entry<'material'>[] {
  const recent = addDays(span.yesterday, -RECENT_DAYS)
  const sets = [
    { name: 'Tờ rơi “Việc nhẹ lương cao” (diễn tập)', materialKind: 'leaflet', issuedOn: since },
    { name: 'Sổ tay tuyên truyền viên (diễn tập)', materialKind: 'book', issuedOn: recent > since ? recent : since },
  ] as const
  return sets.map((set) => entry(chance, 'material', author.id, momentOf(set.issuedOn, 9), { ...set, unit, organisation: author.organisation }))
}

const RECENT_DAYS = 150

export function materialReceipts(chance: Chance, place: CommunePlace, sets: readonly Entry<'material'>[], span: Span): Entry<'material-receipt'>[] {
  return sets.flatMap((set, index) => oneReceipt(chance, place, set, index > 0, span) ?? [])
}

function oneReceipt(
  chance: Chance,
  { commune, staff, bodies, isShown }: CommunePlace,
  set: Entry<'material'>,
  isSecond: boolean,
  span: Span,
): Entry<'material-receipt'> | undefined {
  const receivedOn = addDays(set.data.issuedOn, chance.whole(4, 40))
  const isReceived = isShown || chance.is(isSecond ? 0.6 : 0.85)
  const used = addDays(receivedOn, chance.is(0.75) ? chance.whole(1, 30) : chance.whole(95, 160))
  const isUsed = isShown ? !isSecond : chance.is(0.7)
  if (!isReceived || receivedOn > span.yesterday) return undefined
  const deployedOn = isUsed && used <= span.yesterday ? used : undefined
  const data = { material: set.id, unit: commune.id, receivedOn, organisation: bodies.union, ...(deployedOn === undefined ? {} : { deployedOn }) }
  return entry(chance, 'material-receipt', staff.official.id, momentBy(deployedOn ?? receivedOn, 17, span), data)
}
