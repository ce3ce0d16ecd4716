// The same figures summed from the records with Dexie, in the plain way: the sessions of the period by their index, the newest one
// of each village by another, and one walk over them. The list of villages is read too, as it is on the other side.

import type { Table } from 'dexie'
import type { StoredRecord } from '../../../../src/client/store/stored.ts'
import type { Dates } from '../../../../src/programme/period.ts'
import type { Phone } from './phone.ts'
import type { Line, Told } from './told.ts'

interface Village {
  id: string
  parent: string
}

async function villagesOf({ store }: Phone): Promise<Village[]> {
  const records = await store.records.where('[kind+author+createdAt]').between(['unit'], ['unit', []]).toArray()
  return records.map(({ id, data }) => ({ id, parent: String(data['parent']) }))
}

const sessionsIn = (records: Table<StoredRecord, string>, { from, to }: Dates): Promise<StoredRecord[]> =>
  records.where('[kind+date]').between(['session', from], ['session', to], true, true).toArray()

const people = ({ data }: StoredRecord): number => (data['counts'] as { total: number }).total

const isOfProvince = (area: string): boolean => area.startsWith('46@')

const recordsOf = ({ store, plain }: Phone, area: string): Table<StoredRecord, string> => (isOfProvince(area) ? plain : store.records)

export async function overview(phone: Phone, area: string, period: Dates): Promise<Told> {
  const [villages, sessions] = await Promise.all([villagesOf(phone), sessionsIn(recordsOf(phone, area), period)])
  const parents = new Map(villages.map(({ id, parent }) => [id, parent]))
  const [reached, heard] = [new Set<string>(), new Set<string>()]
  let attendance = 0
  for (const session of sessions) {
    const { unit = '' } = session
    if (parents.has(unit)) reached.add(unit)
    const below = isOfProvince(area) ? (parents.get(unit) ?? unit) : unit
    if (below !== area) heard.add(below)
    attendance += people(session)
  }
  return { villages: reached.size, of: villages.length, heard: heard.size, sessions: sessions.length, attendance }
}

export async function places(phone: Phone, area: string, period: Dates): Promise<Line[]> {
  const records = recordsOf(phone, area)
  const [villages, sessions] = await Promise.all([villagesOf(phone), sessionsIn(records, period)])
  const parents = new Map(villages.map(({ id, parent }) => [id, parent]))
  const below = isOfProvince(area) ? [...new Set(parents.values())] : villages.map(({ id }) => id)
  const lines = new Map(below.map((unit) => [unit, { unit, villages: new Set<string>(), sessions: 0, attendance: 0, last: '' }]))
  const lineOf = (unit: string) => lines.get(isOfProvince(area) ? (parents.get(unit) ?? unit) : unit)
  for (const session of sessions) {
    const { unit = '' } = session
    const line = lineOf(unit)
    if (!line) continue
    if (isOfProvince(area) && parents.has(unit)) line.villages.add(unit)
    line.sessions += 1
    line.attendance += people(session)
  }
  const own = [...villages.map(({ id }) => id), ...(isOfProvince(area) ? below : [])]
  const newest = await Promise.all(own.map((unit) => records.where('[kind+unit+date]').between(['session', unit, ''], ['session', unit, '~']).last()))
  for (const session of newest) {
    const line = lineOf(session?.unit ?? '')
    if (line && session?.date !== undefined && session.date > line.last) line.last = session.date
  }
  return [...lines.values()].map((line) => ({ ...line, villages: line.villages.size }))
}
