// Model sites of the practice province: every type, every status. What shelters people has its commune and nothing nearer.

import { addDays, daysBetween } from '../../model/civil-date.ts'
import type { Data } from '../../model/registry.ts'
import type { SiteStatus } from '../../model/site.ts'
import { isValidOn } from '../../model/unit.ts'
import type { Chance } from './chance.ts'
import { type Entry, entry, momentOf } from './entry.ts'
import { named } from './lie-of-land.ts'
import type { CommunePlace, Span } from './place.ts'

type Site = Data<'site'>
type Described = Pick<Site, 'name' | 'type' | 'depth' | 'unit'> & Partial<Site>

export function communeSites(chance: Chance, place: CommunePlace, span: Span): Entry<'site'>[] {
  return described(chance, place, span).map((site) => {
    const statuses = statusesOf(chance, span)
    const author = site.published || chance.is(0.5) ? place.staff.official : chance.one(place.staff.collaborators)
    return entry(chance, 'site', author.id, momentOf(statuses.at(-1)?.from ?? span.since, 16), { organisation: place.bodies.union, ...site, statuses })
  })
}

function described(chance: Chance, place: CommunePlace, { yesterday }: Span): Described[] {
  const { commune, isShown, bodies } = place
  const villages = place.villages.map(({ village }) => village).filter(({ data }) => isValidOn(data, yesterday))
  const [here, there] = [chance.one(villages), chance.one(villages)]
  const members = () => ({ total: chance.whole(12, 30), female: chance.whole(6, 12) })
  const team: Described = {
    name: `Tổ truyền thông cộng đồng ${here.data.name}`,
    type: 'communication-team',
    depth: 'integrated',
    unit: here.id,
    members: members(),
  }
  const club: Described = {
    name: `CLB phòng, chống mua bán người ${there.data.name}`,
    type: 'prevention-club',
    depth: chance.is(0.4) ? 'intensive' : 'integrated',
    unit: there.id,
    members: members(),
  }
  const address: Described = { name: `Địa chỉ tin cậy ${named(commune)}`, type: 'trusted-address', depth: 'neither', unit: commune.id }
  const cultural: Described = {
    name: `${there.data.name} văn hóa không có tội phạm mua bán người`,
    type: 'cultural-village',
    depth: 'integrated',
    unit: there.id,
  }
  const advice: Described = {
    name: `Điểm trợ giúp pháp lý ${named(commune)}`,
    type: 'legal-help',
    depth: 'neither',
    unit: commune.id,
    address: 'Trụ sở UBND',
    organisation: bodies.committee,
  }
  const livelihood: Described = {
    name: `Nhóm hỗ trợ sinh kế ${here.data.name}`,
    type: 'livelihood-help',
    depth: 'integrated',
    unit: here.id,
    members: members(),
  }
  const other: Described = { name: `Tủ sách pháp luật ${named(commune)}`, type: 'other', depth: 'neither', unit: commune.id }
  if (isShown) return [team, club, address, published(here.id), shelter(place), cultural, livelihood]
  const likely: [Described, number][] = [
    [team, 0.85],
    [club, 0.45],
    [address, 0.5],
    [cultural, 0.25],
    [advice, 0.2],
    [livelihood, 0.2],
    [other, 0.12],
  ]
  return likely.filter(([, often]) => chance.is(often)).map(([site]) => site)
}

/** The one trusted address that the office made public: only so may it have a village and an address. */
const published = (unit: string): Described => ({
  name: 'Địa chỉ tin cậy tại nhà văn hóa',
  type: 'trusted-address',
  depth: 'neither',
  unit,
  published: true,
  address: 'Nhà văn hóa',
})

const shelter = ({ commune }: CommunePlace): Described => ({ name: 'Ngôi nhà bình yên (diễn tập)', type: 'peace-house', depth: 'intensive', unit: commune.id })

const laterOn: readonly (readonly SiteStatus[])[] = [
  ['active'],
  ['active'],
  ['active'],
  ['active', 'paused'],
  ['active', 'paused', 'active'],
  ['active', 'closed'],
  [],
]

/** Planned on some day, and what became of it, in order. */
function statusesOf(chance: Chance, { since, yesterday }: Span): Site['statuses'] {
  let from = addDays(since, chance.whole(0, Math.max(0, daysBetween(since, yesterday) - 300)))
  const statuses: Site['statuses'] = [{ status: 'planned', from }]
  for (const status of chance.one(laterOn)) {
    from = addDays(from, chance.whole(20, 90))
    if (from > yesterday) break
    statuses.push({ status, from })
  }
  return statuses
}
