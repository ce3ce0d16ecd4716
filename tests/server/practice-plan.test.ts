import { describe, expect, test } from 'vitest'
import { addDays, dateInVietnam, daysBetween } from '../../src/model/civil-date.ts'
import { type Data, type KindName, kindNames } from '../../src/model/registry.ts'
import { statusOn } from '../../src/model/site.ts'
import type { Unit } from '../../src/model/unit.ts'
import { adjustment, figuresToKeep } from '../../src/programme/adjustment.ts'
import { packOf } from '../../src/programme/adopt-pack.ts'
import type { Held } from '../../src/programme/coverage.ts'
import { type AnyHeld, type Figures, figuresFromRecords } from '../../src/programme/figures.ts'
import { evaluate } from '../../src/programme/indicator.ts'
import { loadPack } from '../../src/programme/packs.ts'
import { readUnitFile } from '../../src/protocol/units.ts'
import { practiceData } from '../../src/server/practice/data.ts'
import { compactUnits } from '../../tool/units.ts'

const TODAY = '2026-11-22'
const official = readUnitFile(JSON.parse(compactUnits().find(({ code }) => code === '46')?.json ?? 'null'))
const [province, ...communes] = official as [Unit, ...Unit[]] // a file has its province first
const plan = await loadPack('003-thua-thien-hue')
const { records } = practiceData({ today: TODAY, province, communes, pack: plan, seed: 1 })

/** The records of a kind as they stand after everything that was changed of them. */
const all = <K extends KindName>(kind: K): (Held<K> & { at: number })[] =>
  records.flatMap(({ id, kind: of, at, data, then = [] }) =>
    of === kind ? [{ id, at, data: Object.assign({}, data, ...then.map(({ set }) => set)) as Data<K> }] : [],
  ) // kind says which data

const villageHomes = new Map(all('unit').map(({ id, data }) => [id, data.parent]))
const communeOf = (unit: string): string => villageHomes.get(unit) ?? unit

/** Sessions of a commune in a year, with what was asked there. */
const askedIn = (commune: string, year: string): number =>
  all('session')
    .filter(({ data }) => communeOf(data.unit) === commune && data.date.startsWith(year))
    .reduce((sum, { data }) => sum + (data.counts.firstTime14to60 ?? 0), 0)

/** A report is written by the phone of whoever answers for it. */
const neverMade = ['report']

test('the practice province holds records of every kind that is entered', () => {
  const made = new Set(records.map(({ kind }) => kind))
  expect(kindNames.filter((kind) => !made.has(kind))).toEqual(neverMade)
})

describe('the plan it plays', () => {
  const [adopted] = all('programme')
  const read = adopted && packOf(adopted.data)
  const moved = read?.ok ? read.value : undefined

  test('is a real one whose deadlines were moved to these years, and says so; its document stays what it is', () => {
    expect(all('programme')).toHaveLength(1)
    expect(moved?.period).toMatchObject({ from: '2025-01-01', to: '2028-12-31' })
    expect(moved?.document).toEqual(plan.document)
    expect(adopted?.data.name).toMatch(/^Diễn tập, thời hạn dời 8 năm/)
    const deadlines = (of: typeof plan | undefined) => of?.indicators.flatMap(({ targets }) => targets.flatMap(({ by }) => by ?? []))
    expect(deadlines(moved)).toEqual(deadlines(plan)?.map((by) => `${Number(by.slice(0, 4)) + 8}${by.slice(4)}`))
    expect(moved?.indicators.map(({ definition }) => definition.type)).toEqual(plan.indicators.map(({ definition }) => definition.type))
  })

  const figures: Figures = figuresFromRecords(records as unknown as AnyHeld[], { area: province.id, units: official, asOf: Date.parse(TODAY) })

  test.each(plan.indicators.map(({ id }) => id))('gives %s something to show, neither nothing nor everything', (id) => {
    const indicator = moved?.indicators.find((one) => one.id === id)
    const { value, numerator, denominator } = (indicator && evaluate(indicator, figures, { from: '2026-01-01', to: TODAY })) ?? {}
    expect(value).toHaveProperty('percent')
    expect(numerator).toBeGreaterThan(0)
    expect(numerator).toBeLessThan(denominator ?? 0)
  })

  test('misses the press of exactly two whole months that have passed', () => {
    const provincial = new Set(all('media-item').flatMap(({ data }) => (data.level === 'province' ? [data.date.slice(0, 7)] : [])))
    const months = Array.from({ length: 23 }, (_, index) => `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`)
    expect(months.at(-1)).toBe('2026-11')
    expect(months.filter((month) => !provincial.has(month))).toHaveLength(2)
  })

  test('has targets of the office for village coverage only, where the plan leaves them open', () => {
    expect(all('target').map(({ data }) => data.indicator)).toEqual(['VC1', 'VC1'])
    expect(new Set(all('target').map(({ data }) => data.programme))).toEqual(new Set([adopted?.id]))
  })
})

test('its key areas are 10 of 40 communes: one ended, one was added months after the others', () => {
  const areas = all('key-area').map(({ data }) => data)
  expect(communes).toHaveLength(40)
  expect(new Set(areas.map(({ unit }) => unit)).size).toBe(10)
  expect(areas.filter(({ to }) => to !== undefined && to < TODAY)).toHaveLength(1)
  const first = areas.map(({ from }) => from).sort()[0] ?? ''
  expect(areas.filter(({ from }) => daysBetween(first, from) > 60)).toHaveLength(1)
})

test('of two sets of material some communes have nothing, some only received one, some used one months after receiving it', () => {
  const receipts = all('material-receipt').map(({ data }) => data)
  expect(all('material')).toHaveLength(2)
  expect(new Set(receipts.map(({ unit }) => unit)).size).toBeLessThan(communes.length)
  expect(receipts.filter(({ deployedOn }) => deployedOn === undefined).length).toBeGreaterThan(3)
  expect(receipts.filter(({ receivedOn, deployedOn }) => deployedOn !== undefined && daysBetween(receivedOn, deployedOn) > 90).length).toBeGreaterThan(0)
  expect(receipts.filter(({ deployedOn }) => deployedOn !== undefined && deployedOn >= TODAY)).toEqual([])
})

test('a commune has no baseline, and another has more people who came for the first time than its baseline counts', () => {
  const baselines = all('baseline').map(({ data }) => data)
  const without = communes.filter(({ id }) => !baselines.some(({ unit }) => unit === id))
  const outgrown = baselines.filter(({ unit, year, people }) => year === 2026 && askedIn(unit, '2026') > (people.from14to60 ?? Number.POSITIVE_INFINITY))
  expect(without).toHaveLength(1)
  expect(outgrown).toHaveLength(1)
})

test('some phones sent sessions weeks after their day, and figures that were sent up before did not have them', () => {
  const late = all('session').filter(({ at, data }) => daysBetween(data.date, dateInVietnam(at)) > 14)
  expect(late.length).toBeGreaterThan(50)
  const apart = all('submission').filter(({ data }) => {
    const commune = official.find(({ id }) => id === data.unit) as Unit // its rules ask for one that exists
    const ofCommune = records.filter(({ data: fields }) => communeOf(String(fields['unit'] ?? fields['parent'])) === commune.id) as unknown as AnyHeld[]
    const now = figuresToKeep(figuresFromRecords(ofCommune, { area: commune.id, units: [commune], asOf: Date.parse(TODAY) }), data.period)
    return (adjustment({ sessions: data.figures['sessions'] ?? 0 }, { sessions: now?.['sessions'] ?? 0 })['sessions'] ?? 0) > 0
  })
  expect(apart.length).toBeGreaterThan(1)
})

test('past quarters were sent up and mostly locked; of the last one a commune’s came back with a remark, another never sent it', () => {
  const sent = all('submission').map(({ data }) => data)
  const last = sent.filter(({ period }) => period.from === '2026-07-01')
  expect(new Set(sent.map(({ period }) => period.from))).toEqual(new Set(['2026-01-01', '2026-04-01', '2026-07-01']))
  expect(sent.filter(({ state }) => state === 'locked').length).toBeGreaterThan(sent.length * 0.8)
  expect(last.filter(({ state }) => state === 'returned').map(({ remark }) => remark !== undefined)).toEqual([true])
  expect(communes.filter(({ id }) => !last.some(({ unit }) => unit === id))).toHaveLength(1)
  expect(sent.filter(({ figures }) => (figures['sessions'] ?? 0) > 0 && (figures['indicator.VC1.denominator'] ?? 0) > 0).length).toBeGreaterThan(100)
})

test('nothing is handled that was not received, and every number is of a quarter that is over', () => {
  const tallies = all('tally').map(({ data }) => data)
  const inProvince = tallies.filter(({ unit }) => unit === province.id)
  const value = (measure: string, from: string) => inProvince.find((one) => one.measure === measure && one.period.from === from)?.value ?? Number.NaN
  const quarters = [...new Set(inProvince.map(({ period }) => period.from))]
  expect(quarters).toHaveLength(7)
  for (const from of quarters) {
    const steps = ['tips-received', 'tips-classified', 'tips-handled', 'tips-settled'].map((measure) => value(measure, from))
    expect(steps).toEqual([...steps].sort((a, b) => b - a))
    expect(steps.every((count) => count >= 0)).toBe(true)
  }
  expect(tallies.filter(({ period }) => period.to >= TODAY)).toEqual([])
  const measures = new Set(tallies.map(({ measure }) => measure))
  expect(['leaflets', 'pledges-signed', 'broadcast-times', 'mobile-trips', 'conferences'].filter((measure) => !measures.has(measure))).toEqual([])
})

test('sites were visited on days when they were active, never by a record older than the site', () => {
  const sites = new Map(all('site').map((site) => [site.id, site]))
  const visits = all('site-visit')
  expect(visits.length).toBeGreaterThan(100)
  expect(visits.filter(({ at, data }) => at <= (sites.get(data.site)?.at ?? Number.POSITIVE_INFINITY))).toEqual([])
  expect(visits.filter(({ data }) => statusOn(sites.get(data.site)?.data.statuses ?? [], data.date) !== 'active')).toEqual([])
})

test('plans lie in the coming two weeks, some passed by with nothing logged; they were entered before today', () => {
  const plans = all('plan')
  const held = new Set(all('session').map(({ data }) => `${data.date} ${data.unit}`))
  const coming = plans.filter(({ data }) => data.date >= TODAY)
  expect(coming.length).toBeGreaterThan(10)
  expect(coming.filter(({ data }) => data.date >= addDays(TODAY, 14))).toEqual([])
  expect(plans.filter(({ data }) => data.date < TODAY && !held.has(`${data.date} ${data.unit}`)).length).toBeGreaterThan(0)
  expect(plans.filter(({ at }) => dateInVietnam(at) >= TODAY)).toEqual([])
})

test('two surveys say whom they asked, how many, and that they are practice', () => {
  const asked = all('survey').map(({ data }) => data)
  expect(asked.map(({ question }) => question).sort()).toEqual(['knows', 'reached'])
  expect(asked.every(({ source, yes, sample }) => /diễn tập/.test(source) && yes < sample)).toBe(true)
})

test('staff are named by what they do, and no number can reach anybody', () => {
  const people = all('person').map(({ data }) => data)
  const functions = /^(Chi hội trưởng|Chủ tịch Hội LHPN|Trưởng ban|Cán bộ) /
  expect(people.length).toBeGreaterThan(communes.length)
  expect(people.filter(({ name }) => !functions.test(name))).toEqual([])
  const numbers = people.flatMap(({ phone }) => phone ?? [])
  // 00 leads abroad, and no country's code begins with a 0.
  expect(numbers.filter((phone) => !/^0000 \d{5} \d{2}$/.test(phone))).toEqual([])
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers.length).toBeGreaterThan(communes.length)
})
