// What lies on the phone: a commune's official with so many sessions of twelve villages in two years, or a province's office with
// the sums of so many sessions in 168 communes. The same in every run. What is put in goes in as the app puts it in.

import { storeEnrolment } from '../../../../src/client/store/enrolment.ts'
import { putRecords } from '../../../../src/client/store/local-summary.ts'
import { putSummaryNews } from '../../../../src/client/store/pulled-summary.ts'
import { refold } from '../../../../src/client/store/refold.ts'
import type { ServerRow, StoredRecord } from '../../../../src/client/store/stored.ts'
import { saveUnits } from '../../../../src/client/store/units.ts'
import { addDays } from '../../../../src/model/civil-date.ts'
import { makeId } from '../../../../src/model/id.ts'
import type { Role } from '../../../../src/model/permission.ts'
import type { Fields } from '../../../../src/model/record.ts'
import type { KindName } from '../../../../src/model/registry.ts'
import { officialUnitId, type Unit } from '../../../../src/model/unit.ts'
import { contributions } from '../../../../src/programme/contribution.ts'
import { addCells, lastOf, type Sums, summariesIn } from '../../../../src/programme/summary.ts'
import { PROTOCOL } from '../../../../src/protocol/sync.ts'
import { type Chance, chance } from '../../../../src/server/practice/chance.ts'
import type { CommunePlace } from '../../../../src/server/practice/place.ts'
import { sessionContent } from '../../../../src/server/practice/session-content.ts'
import type { Phone } from './phone.ts'

export type WorldName = 'commune' | 'province'

const SINCE = '2024-11-22'
const DAYS = 730
const NOW = Date.UTC(2026, 10, 22, 3)
const VILLAGES = 12
const communesOf: Record<WorldName, number> = { commune: 1, province: 168 }

const province: Unit = { id: officialUnitId('46'), level: 'province', type: 'thanh-pho', name: 'Huế', validFrom: '2025-07-01' }

interface Place {
  commune: Unit
  villages: string[]
  luck: Chance
  held: CommunePlace
}

interface Made {
  id: string
  kind: KindName
  data: Fields
}

const EPOCH = 'epoch'
const AUTHOR = { account: makeId(NOW, new Uint8Array(10)), name: 'Cán bộ' }
const AT_ONCE = 2000

/** Fills an empty phone. */
export async function fill(phone: Phone, world: WorldName, sessions: number): Promise<void> {
  const places = Array.from({ length: communesOf[world] }, (_, index) => placeOf(index))
  const area = world === 'commune' ? (places[0]?.commune.id ?? '') : province.id
  await enrol(phone, world === 'commune' ? 'official' : 'province', area)
  await saveUnits(phone.store, [province, ...places.map(({ commune }) => commune)])
  await putIn(phone, places.flatMap(villagesIn))
  const sums: Sums = new Map()
  const last = new Map<string, string>()
  for (let from = 0; from < sessions; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, sessions - from) }, (_, place) => sessionIn(places, from + place))
    if (world === 'commune') await putIn(phone, some)
    else await phone.plain.bulkPut(some.flatMap((one) => storedFrom(one) ?? []))
    for (const { data } of some) {
      addCells(sums, contributions('session', data))
      last.set(String(data['unit']), lastOf([last.get(String(data['unit'])), String(data['date'])]) ?? '')
    }
  }
  if (world === 'province') await tell(phone, sums, last)
}

async function tell({ store }: Phone, sums: Sums, last: ReadonlyMap<string, string>): Promise<void> {
  const lastSessions = [...last].map(([unit, date]) => ({ unit, date }))
  await store.transaction('rw', [store.summaries, store.lastSessions, store.meta], () =>
    putSummaryNews(store, { fresh: true, rows: summariesIn(sums), lastSessions }),
  )
}

const putIn = ({ store }: Phone, made: readonly Made[]): Promise<void> =>
  store.transaction('rw', [store.records, store.localSummaries, store.meta], () =>
    putRecords(
      store,
      made.map((one) => ({ before: undefined, after: storedFrom(one) })),
    ),
  )

function storedFrom({ id, kind, data }: Made): StoredRecord | undefined {
  const who = { author: AUTHOR.account, authorName: AUTHOR.name }
  const row: ServerRow = { id, kind, version: 1, removed: false, ...who, createdAt: NOW, changedAt: NOW, marks: [], model: 1, data }
  return refold(id, { epoch: EPOCH, row }, [], AUTHOR, undefined)
}

async function enrol({ store }: Phone, role: Role, unit: string): Promise<void> {
  const roles = [{ role, unit, from: '2024-01-01' }]
  const scope = { ...AUTHOR, organisation: makeId(NOW, new Uint8Array(10).fill(1)), province: province.id, practice: false, roles }
  const answer = { protocol: PROTOCOL, epoch: EPOCH, device: makeId(NOW, new Uint8Array(10).fill(2)), serverTime: NOW, scope } as const
  await storeEnrolment(store, answer, { now: () => NOW }, { leave: () => undefined, remembers: () => false })
}

function placeOf(index: number): Place {
  const luck = chance(index, 'place')
  const id = () => makeId(NOW, luck.bytes(10))
  const code = String(20056 + 3 * index)
  const commune: Unit = { id: officialUnitId(code), code, level: 'commune', type: 'xa', name: `Xã ${index + 1}`, parent: province.id, validFrom: '2025-07-01' }
  const bodies = { union: id(), committee: id(), police: id(), front: id(), school: id(), border: undefined }
  const official = { id: AUTHOR.account, key: 'official', name: AUTHOR.name, organisation: bodies.union, roles: [], offered: false } as const
  const staff = { collaborators: [], official: { ...official, roles: [] } }
  const held: CommunePlace = { commune, villages: [], bodies, staff, isShown: false, part: 'plain' }
  return { commune, villages: Array.from({ length: VILLAGES }, id), luck, held }
}

const villagesIn = ({ commune, villages }: Place): Made[] =>
  villages.map((id, index) => ({ id, kind: 'unit', data: { name: `Thôn ${index + 1}`, type: 'thon', parent: commune.id, validFrom: '2020-01-01' } }))

/** In turns in every commune; some are held in the commune itself. */
function sessionIn(places: readonly Place[], index: number): Made {
  const { luck, commune, villages, held } = places[index % places.length] as Place // the place lies inside
  const date = addDays(SINCE, luck.whole(0, DAYS - 1))
  const unit = luck.is(0.05) ? commune.id : luck.one(villages)
  return { id: makeId(NOW, luck.bytes(10)), kind: 'session', data: sessionContent(luck, held, unit, date) }
}
