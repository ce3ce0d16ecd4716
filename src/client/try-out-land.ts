// The made-up commune of a try-out: a province, a commune and villages that are nowhere, an organisation, some sessions of
// others, a plan. Names no person. Ids are fixed, so that furnishing it again after a kill changes nothing.

import { addDays } from '../model/civil-date.ts'
import type { Fields } from '../model/record.ts'
import type { KindName } from '../model/registry.ts'
import { officialUnitId, UNITS_SINCE, type Unit } from '../model/unit.ts'
import { ladder } from '../model/upgrade.ts'
import { PROTOCOL, type Row, type Scope, type SyncAnswer } from '../protocol/sync.ts'

const idOf = (place: number): string => `01900000-0000-7000-8000-0000000${(0x70000 + place).toString(16)}`

const [ACCOUNT, OTHERS, ORGANISATION, EPOCH] = [idOf(1), idOf(2), idOf(3), idOf(4)]
export const TRY_OUT_DEVICE = idOf(5)

const province: Unit = { id: officialUnitId('00'), level: 'province', type: 'tinh', name: 'Diễn Tập', validFrom: UNITS_SINCE }
const commune: Unit = { id: officialUnitId('00000'), level: 'commune', type: 'xa', name: 'Ví Dụ', parent: province.id, validFrom: UNITS_SINCE }

/** On no official list: tests/house/try-out.test.ts asks it. */
export const tryOutUnits: Unit[] = [province, commune]

const villages = ['Mây Trắng', 'Nắng Sớm', 'Suối Gương', 'Lá Biếc', 'Đồi Gió', 'Bến Sương', 'Vườn Xanh', 'Cầu Vồng'].map((name, place) => ({
  id: idOf(16 + place),
  name,
}))

export const tryOutScope: Scope = {
  account: ACCOUNT,
  name: 'Người diễn tập',
  organisation: ORGANISATION,
  province: province.id,
  practice: true,
  roles: [{ role: 'collaborator', unit: commune.id, from: UNITS_SINCE }],
}

/** Village, days ago, form, topics, women, men. */
const held: [village: number, ago: number, form: string, topics: string[], female: number, male: number][] = [
  [0, 3, 'group-meeting', ['tricks', 'how-to-react'], 18, 7],
  [2, 9, 'theme-talk', ['easy-job-high-pay', 'tricks'], 31, 22],
  [4, 16, 'loudspeaker', ['hotlines'], 40, 45],
  [0, 41, 'direct-talk', ['policy-law', 'prevention'], 12, 4],
  [5, 68, 'stage-play', ['tricks', 'against-stigma'], 52, 38],
]

/** What an office would answer to this phone's first question. */
export function tryOutAnswer(today: string, now: number): SyncAnswer {
  const body = { organisation: ORGANISATION, sessionKind: 'community' }
  const sessions = held.map(([place, ago, form, topics, female, male], index): Row => {
    const counts = { total: female + male, female, male, method: 'counted' }
    return row('session', idOf(64 + index), { ...body, date: addDays(today, -ago), unit: villages[place]?.id, form, topics, counts }, now)
  })
  const plan = { organisation: ORGANISATION, date: addDays(today, 2), unit: villages[1]?.id, form: 'group-meeting' }
  return {
    protocol: PROTOCOL,
    epoch: EPOCH,
    nonce: '',
    serverTime: now,
    scope: tryOutScope,
    results: [],
    fresh: true,
    changes: [
      row('organisation', ORGANISATION, { name: 'Hội LHPN xã Ví Dụ', type: 'womens-union', unit: commune.id }, now),
      ...villages.map(({ id, name }) => row('unit', id, { name, type: 'thon', parent: commune.id, validFrom: UNITS_SINCE }, now)),
      ...sessions,
      row('plan', idOf(128), plan, now),
    ],
    left: [],
    cursor: 'furnished',
    more: false,
    received: 0,
    last: null,
  }
}

function row(kind: KindName, id: string, data: Fields, now: number): Row {
  const authorName = 'Cộng tác viên diễn tập'
  return { id, kind, version: 1, removed: false, author: OTHERS, authorName, createdAt: now, changedAt: now, marks: [], model: ladder.model, data }
}
