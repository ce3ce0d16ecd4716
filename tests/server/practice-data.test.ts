import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, addMonths, dateInVietnam } from '../../src/model/civil-date.ts'
import { can, canSetField, type RoleOn } from '../../src/model/permission.ts'
import type { Fields } from '../../src/model/record.ts'
import { type Data, type KindName, kindNamed } from '../../src/model/registry.ts'
import { isConfidential } from '../../src/model/site.ts'
import { siteStatuses, siteTypes } from '../../src/model/terms.ts'
import type { Unit } from '../../src/model/unit.ts'
import { validate } from '../../src/model/validate.ts'
import { coverage, type Held } from '../../src/programme/coverage.ts'
import { loadPack } from '../../src/programme/packs.ts'
import { periodOf } from '../../src/programme/period.ts'
import { readUnitFile } from '../../src/protocol/units.ts'
import { type PracticeData, practiceData } from '../../src/server/practice/data.ts'
import type { PracticeRecord } from '../../src/server/practice/entry.ts'
import { compactUnits } from '../../tool/units.ts'

const official = readUnitFile(JSON.parse(compactUnits().find(({ code }) => code === '46')?.json ?? 'null'))
const [province, ...communes] = official as [Unit, ...Unit[]] // a file has its province first
const shown = communes.find(({ name }) => name === 'A Lưới 1')?.id ?? ''

const pack = await loadPack('003-thua-thien-hue')
const practiceOn = (today: string, seed = 1, of = communes) => practiceData({ today, province, communes: of, pack, seed })

function recordsOf<K extends KindName>({ records }: PracticeData, kind: K): Held<K>[] {
  return records.flatMap((record) => (record.kind === kind ? [{ id: record.id, data: record.data as Data<K> }] : [])) // kind says which data
}

function lookupIn(practice: PracticeData): (id: string) => Unit | undefined {
  const villages = recordsOf(practice, 'unit').map(({ id, data }): Unit => ({ ...data, id, level: 'village' }))
  const units = new Map([...official, ...villages].map((unit) => [unit.id, unit]))
  return (id) => units.get(id)
}

/** As it stands after everything that was changed of it. */
const endOf = ({ data, then = [] }: PracticeRecord): Fields => Object.assign({}, data, ...then.map(({ set }) => set))

const TODAY = '2026-11-22'
let practice: PracticeData
beforeAll(() => {
  practice = practiceOn(TODAY)
})

describe('a practice province', () => {
  test('is the same, to the byte, for the same seed, and another for another', () => {
    expect(JSON.stringify(practiceOn(TODAY))).toBe(JSON.stringify(practice))
    expect(JSON.stringify(practiceOn(TODAY, 2))).not.toBe(JSON.stringify(practice))
  })

  test.each(['2025-08-01', '2026-01-01', '2028-02-29'])('made on %s holds only what the model accepts, each record after those that it names', (today) => {
    const made = practiceOn(today)
    const lookup = lookupIn(made)
    const known = new Set<unknown>(official.map(({ id }) => id))
    const wrong = made.records.filter((record) => {
      const around = { unit: (unit: string) => (known.has(unit) ? lookup(unit) : undefined) }
      const checked = [record.data, endOf(record)].map((fields) => validate(record.kind, fields, around))
      const named = ['organisation', 'partners', 'site', 'material', 'programme'].flatMap((field) => record.data[field] ?? [])
      known.add(record.id)
      return !checked.every(({ ok }) => ok) || !named.every((one) => known.has(one))
    })
    expect(wrong).toEqual([])
    expect(known.size).toBe(made.records.length + official.length)
  })

  test('was made by accounts that may do so, in their own area', () => {
    const lookup = lookupIn(practice)
    const accounts = new Map(practice.accounts.map((account) => [account.id, account]))
    const wrong = practice.records.filter(({ kind, author, data }) => {
      const account = accounts.get(author)
      const { home, organisation } = kindNamed(kind)
      const actor = { account: author, organisation: account?.organisation ?? '', roles: account?.roles ?? ([] as RoleOn[]) }
      const subject = { kind, unit: home(data as never), author, organisation: organisation?.(data as never) }
      const asking = { today: TODAY, lookup }
      return can(actor, 'make', subject, asking) !== undefined || !Object.keys(data).every((name) => canSetField(actor, subject, name, asking, data[name]))
    })
    expect(wrong).toEqual([])
    const edits = practice.records.flatMap(({ then = [], ...record }) => then.map((edit) => ({ ...edit, record })))
    const wrongEdits = edits.filter(({ author, set, at, record: { kind, data, author: maker, at: madeAt } }) => {
      const account = accounts.get(author)
      const actor = { account: author, organisation: account?.organisation ?? '', roles: account?.roles ?? ([] as RoleOn[]) }
      const subject = { kind, unit: kindNamed(kind).home(data as never), author: maker }
      const asking = { today: TODAY, lookup }
      return (
        at <= madeAt ||
        can(actor, 'edit', subject, asking) !== undefined ||
        !Object.keys(set).every((name) => canSetField(actor, subject, name, asking, set[name]))
      )
    })
    expect(edits.length).toBeGreaterThan(0)
    expect(wrongEdits).toEqual([])
  })

  test('offers a collaborator and the official of one commune, the province’s office and an observer of it, by function', () => {
    expect(practice.accounts.filter(({ offered }) => offered)).toEqual(practice.accounts.slice(0, 4))
    expect(practice.accounts.slice(0, 4).map(({ key, name }) => [key, name])).toEqual([
      ['collaborator', 'Cộng tác viên xã A Lưới 1'],
      ['official', 'Cán bộ Hội LHPN xã A Lưới 1'],
      ['province', 'Văn phòng Hội LHPN thành phố Huế'],
      ['observer', 'Người theo dõi thành phố Huế'],
    ])
    expect(new Set(practice.accounts.map(({ name }) => name)).size).toBe(practice.accounts.length)
  })

  test('has 6 to 15 villages a commune, none of one name twice, and says of its figures that they are practice', () => {
    const villages = recordsOf(practice, 'unit')
    for (const { id } of communes) {
      const names = villages.filter(({ data }) => data.parent === id).map(({ data }) => data.name)
      expect(names.length).toBeGreaterThanOrEqual(6)
      expect(names.length).toBeLessThanOrEqual(15)
      expect(new Set(names).size).toBe(names.length)
    }
    expect(recordsOf(practice, 'baseline').filter(({ data }) => !data.source.startsWith('Số liệu diễn tập'))).toEqual([])
  })
})

describe('its sessions', () => {
  test('are 4,000 to 6,000 over two years and end yesterday, entered on their day or after, by yesterday', () => {
    const sessions = practice.records.filter(({ kind }) => kind === 'session')
    const dates = sessions.map(({ data }) => String(data['date'])).sort()
    expect(sessions.length).toBeGreaterThan(4000)
    expect(sessions.length).toBeLessThan(6000)
    expect(dates.at(-1)).toBe('2026-11-21')
    expect(dates[0]?.slice(0, 7)).toBe('2024-11')
    expect(sessions.filter(({ at, data }) => dateInVietnam(at) < String(data['date']) || dateInVietnam(at) >= TODAY)).toEqual([])
  })

  test('are denser around 30/7 than in the weeks of Tết', () => {
    const between = (from: string, to: string) => recordsOf(practice, 'session').filter(({ data }) => from <= data.date && data.date <= to).length
    expect(between('2026-07-20', '2026-08-03')).toBeGreaterThan(4 * between('2026-02-01', '2026-02-15'))
  })

  test('asked who is new at many, not all, and count some by estimate', () => {
    const counts = recordsOf(practice, 'session').map(({ data }) => data.counts)
    const part = (is: (one: Data<'session'>['counts']) => boolean) => counts.filter(is).length / counts.length
    expect(part(({ firstTime }) => firstTime !== undefined)).toBeGreaterThan(0.4)
    expect(part(({ firstTime }) => firstTime !== undefined)).toBeLessThan(0.8)
    expect(part(({ method }) => method === 'estimated')).toBeGreaterThan(0.1)
  })

  test('of one event over several communes count it exactly once', () => {
    const events = recordsOf(practice, 'session').flatMap(({ data }) => data.event ?? [])
    expect(events.length).toBeGreaterThan(0)
    for (const { id } of events) expect(events.filter((event) => event.id === id && event.counts)).toHaveLength(1)
  })
})

test('its sites are of every type and status; what shelters people has its commune and nothing nearer', () => {
  const sites = recordsOf(practice, 'site')
  expect(new Set(sites.map(({ data }) => data.type))).toEqual(new Set(siteTypes))
  expect(new Set(sites.map(({ data }) => data.statuses.at(-1)?.status))).toEqual(new Set(siteStatuses))
  const communeIds = communes.map(({ id }) => id)
  for (const { data } of sites) {
    if (!isConfidential(data)) continue
    expect(communeIds).toContain(data.unit)
    expect(data.address).toBeUndefined()
  }
  expect(sites.filter(({ data }) => data.type === 'trusted-address' && data.published)).toHaveLength(1)
})

/** Every day of more than a year, so that no first day of a quarter is special. */
const days = Array.from({ length: 14 }, (_, index) => addDays(addMonths('2026-01-02', index), index * 2))

describe('the shown commune', () => {
  test.each(days)('has villages just reached and villages missing on %s', (today) => {
    const made = practiceOn(
      today,
      1,
      communes.filter(({ id }) => id === shown),
    )
    const request = { commune: shown, asOf: 0, villages: recordsOf(made, 'unit'), sessions: recordsOf(made, 'session'), baselines: recordsOf(made, 'baseline') }
    const { villages } = coverage({ ...request, period: periodOf('calendar', 'quarter', today) })
    expect(villages.numerator).toBeGreaterThan(0)
    expect(villages.missing.filter(({ last }) => last === undefined)).toHaveLength(2)
    expect(villages.missing.length).toBeGreaterThanOrEqual(4)
  })

  test('has the coverage that counting its records one by one gives', () => {
    const period = periodOf('15-14', 'half', TODAY)
    const [villages, sessions, baselines] = [recordsOf(practice, 'unit'), recordsOf(practice, 'session'), recordsOf(practice, 'baseline')]
    const figures = coverage({ commune: shown, period, asOf: 0, villages, sessions, baselines })
    const [counted, covered, places] = [new Set<string>(), new Set<string>(), new Set([shown])]
    for (const { id, data } of villages) {
      if (data.parent !== shown) continue
      places.add(id)
      if (data.validFrom <= period.to && !(data.validTo !== undefined && data.validTo < period.to)) counted.add(id)
    }
    let [held, attendance, asked] = [0, 0, 0]
    for (const { data } of sessions) {
      if (!places.has(data.unit) || data.date < period.from || data.date > period.to) continue
      if (counted.has(data.unit)) covered.add(data.unit)
      held++
      attendance += data.counts.total
      asked += data.counts.firstTime14to60 ?? 0
    }
    const people = baselines.find(({ data }) => data.unit === shown && data.year === 2026)?.data.people.from14to60 ?? Number.NaN
    expect(figures).toMatchObject({
      attendance,
      villages: { numerator: covered.size, denominator: counted.size },
      reach: { people: asked, baseline: { people } },
    })
    expect(figures.sessions).toHaveLength(held)
    expect(figures.reach.share).toMatchObject({ percent: Math.round((asked / people) * 1000) / 10 })
  })
})
