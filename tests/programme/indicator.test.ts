import { describe, expect, test } from 'vitest'
import { dateToDay } from '../../src/model/civil-date.ts'
import type { Data, KindName } from '../../src/model/registry.ts'
import { figuresToKeep } from '../../src/programme/adjustment.ts'
import { comparable, refusals } from '../../src/programme/comparison.ts'
import { type AnyHeld, type Figures, figuresFromRecords } from '../../src/programme/figures.ts'
import { evaluate, type Measured } from '../../src/programme/indicator.ts'
import type { Definition } from '../../src/programme/pack.ts'
import { type Dates, periodNumbered } from '../../src/programme/period.ts'
import { noneReasons, readingFlags, sourceCodes } from '../../src/programme/reading.ts'
import { targetOn, withOfficeTargets } from '../../src/programme/target.ts'
import en from '../../src/text/en.json' with { type: 'json' }
import vi from '../../src/text/vi.json' with { type: 'json' }
import { baseline, commune, idFor, neighbour, session } from '../fixture/commune.ts'

const province = commune.parent ?? ''
const year = periodNumbered('calendar', 'year', 2026, 1)
const NEW_YEAR = dateToDay('2027-01-01') * 86_400_000

const held = <K extends KindName>(kind: K, name: string, data: Data<K>, more: { removed?: boolean; changedAt?: number } = {}): AnyHeld =>
  // The data is the kind's: the signature says so.
  ({ id: idFor(name), kind, data, ...more }) as AnyHeld

const asSession = (name: string, unit: string, date: string, counts: Partial<Data<'session'>['counts']> = {}): AnyHeld => ({
  ...session(name, unit, date, counts),
  kind: 'session',
})
const asBaseline = (name: string, people: Partial<Data<'baseline'>['people']>, unit = commune.id): AnyHeld => ({
  ...baseline(name, 2025, people, unit),
  kind: 'baseline',
})
const keyArea = (unit: string, from = '2020-01-01', to?: string): AnyHeld =>
  held('key-area', `key ${unit} ${from}`, { unit, from, decision: 'Quyết định thử', ...(to && { to }) })
const tally = (measure: string, period: Dates, value: number, unit = province): AnyHeld =>
  held('tally', `${measure}${period.from}${period.to}${value}`, { unit, organisation: idFor('hoi'), period, measure, value })
const survey = (name: string, date: string, yes: number, more: Partial<Data<'survey'>> = {}): AnyHeld =>
  held('survey', name, { unit: province, date, question: 'reached', group: '14-60', sample: 400, yes, method: 'Hỏi tại nhà', source: 'Hội LHPN tỉnh', ...more })

const figures = (records: readonly AnyHeld[], more: Partial<Figures> = {}): Figures => ({
  ...figuresFromRecords(records, { area: province, units: [commune, neighbour], asOf: NEW_YEAR }),
  ...more,
})

const read = (definition: Definition, records: readonly AnyHeld[], more: Partial<Figures> = {}, targets: Measured['targets'] = [], period: Dates = year) =>
  evaluate({ id: 'CT', definition, targets }, figures(records, more), period)

const keyReached: Definition = { type: 'reached', among: 'key-communes', age: '14-60' }

describe('people reached in key areas', () => {
  const both = [
    keyArea(commune.id),
    keyArea(neighbour.id),
    asBaseline('b1', { from14to60: 500, female14to60: 260, under16: 150 }),
    asBaseline('b2', { from14to60: 300 }, neighbour.id),
  ]
  const asked = asSession('s1', commune.id, '2026-03-01', {
    total: 90,
    firstTime: 80,
    firstTime14to60: 60,
    firstTime14to60Female: 40,
    firstTimeUnder16: 0,
    female: 50,
    male: 40,
  })

  test('say with which baseline, of which year, and which decision made them key areas', () => {
    const { sources } = read(keyReached, [...both, asked])
    expect(sources).toEqual([{ what: 'asked' }, { what: 'key-areas', text: 'Quyết định thử' }, { what: 'baseline', text: 'Số liệu 2025', year: 2025 }])
  })

  test('women and children stand apart; a baseline that does not count them gives them no share', () => {
    expect(read(keyReached, [...both, asked]).apart).toEqual([
      { who: 'women-14-60', people: 40, of: undefined, share: undefined },
      { who: 'under-16', people: 0, of: undefined, share: undefined },
    ])
    expect(
      read(
        keyReached,
        [both[0], both[2], asked].flatMap((one) => one ?? []),
      ).apart,
    ).toMatchObject([
      { people: 40, of: 260, share: { percent: 15.4 } },
      { people: 0, of: 150, share: { percent: 0 } },
    ])
  })

  test('where nobody asked there is no number, unless a survey gives one, labelled as what it is', () => {
    const silent = asSession('s1', commune.id, '2026-03-01', { total: 400 })
    expect(read(keyReached, [...both, silent])).toMatchObject({ value: { none: 'nobody asked' }, missing: [commune.id, neighbour.id], denominator: 800 })
    const found = read(keyReached, [...both, silent, survey('old', '2026-02-01', 100), survey('new', '2026-10-01', 300), survey('next', '2027-01-01', 1)])
    expect(found).toMatchObject({ value: { percent: 75 }, numerator: 300, denominator: 400, flags: ['survey', 'survey-of-whole-area', 'target-not-set'] })
    expect(found.sources).toEqual([{ what: 'survey', text: 'Hỏi tại nhà · Hội LHPN tỉnh', year: 2026 }])
  })

  test('a survey stands beside what was asked, and never instead of it', () => {
    const found = read(keyReached, [...both, asked, survey('s', '2026-10-01', 300)])
    expect(found).toMatchObject({
      value: { percent: 7.5 },
      numerator: 60,
      survey: { percent: 75, yes: 300, sample: 400, date: '2026-10-01' },
      missing: [neighbour.id],
    })
    expect(found.flags).toContain('some-not-asked')
  })

  test('dates that sums by half-month can’t tell are not told from a survey instead, where the records tell what was asked', () => {
    const records = [...both, asked, survey('s', '2026-10-01', 300)]
    const cut = { from: '2026-01-01', to: '2026-12-20' }
    expect(read(keyReached, records, {}, [], cut).value).toMatchObject({ percent: 7.5 })
    expect(read(keyReached, records, { grain: 'half-month' }, [], cut)).toMatchObject({ value: { none: 'not aligned' }, survey: { percent: 75 } })
  })

  test('a survey of another place, group or question says nothing', () => {
    const others = [
      survey('a', '2026-05-01', 9, { unit: commune.id }),
      survey('b', '2026-05-01', 9, { group: 'women' }),
      survey('c', '2026-05-01', 9, { question: 'knows' }),
    ]
    expect(read(keyReached, [...both, ...others]).survey).toBeUndefined()
  })

  test('key areas are those of the period’s last day', () => {
    const records = [keyArea(commune.id, '2020-01-01', '2026-12-30'), keyArea(neighbour.id, '2026-12-31'), ...both.slice(2), asked]
    expect(read(keyReached, records)).toMatchObject({ denominator: 300, missing: [neighbour.id] })
    expect(read(keyReached, both.slice(2)).value).toEqual({ none: 'no key areas' })
  })

  test('a state year has days of two calendar years, and first-time counts hold for one', () => {
    expect(read(keyReached, [...both, asked], {}, [], periodNumbered('15-14', 'year', 2026, 1)).value).toEqual({ none: 'not one year' })
  })
})

describe('tallies', () => {
  const ratio: Definition = { type: 'ratio', numerator: ['tips-handled'], denominator: 'tips-received' }
  const half = { from: '2026-01-01', to: '2026-06-30' }
  const q1 = { from: '2026-01-01', to: '2026-03-31' }
  const q2 = { from: '2026-04-01', to: '2026-06-30' }

  test('a quarter within a half that was tallied too is not added again', () => {
    const records = [tally('tips-received', half, 10), tally('tips-received', q1, 6), tally('tips-handled', q1, 5), tally('tips-handled', q2, 3)]
    expect(read(ratio, records)).toMatchObject({ numerator: 8, denominator: 10, value: { percent: 80 } })
    expect(read(ratio, records, {}, [], q1)).toMatchObject({ numerator: 5, denominator: 6 })
  })

  test('another unit’s tally is its own and is added', () => {
    const records = [tally('tips-received', half, 10), tally('tips-received', q1, 6, commune.id), tally('tips-handled', half, 4)]
    expect(read(ratio, records)).toMatchObject({ denominator: 16 })
  })

  test('of a longer span never count into a period within it', () => {
    expect(read(ratio, [tally('tips-received', half, 10), tally('tips-handled', half, 10)], {}, [], q2).value).toEqual({ none: 'no tally' })
  })

  test('that overlap without one holding the other are flagged', () => {
    const odd = { from: '2026-02-01', to: '2026-04-30' }
    const records = [tally('tips-received', q1, 6), tally('tips-received', odd, 6), tally('tips-handled', q1, 5)]
    expect(read(ratio, records).flags).toContain('overlapping-tallies')
    expect(read(ratio, records.slice(1)).flags).not.toContain('overlapping-tallies')
  })

  test('what was never tallied is named and is no zero', () => {
    expect(read(ratio, [tally('tips-received', half, 10)])).toMatchObject({ value: { none: 'no tally' }, missing: ['tips-handled'] })
    expect(read(ratio, [tally('tips-received', half, 10), tally('tips-handled', half, 0)])).toMatchObject({ value: { percent: 0 } })
  })
})

describe('a model that opened and closed', () => {
  const active: Definition = { type: 'units-with', units: 'communes', measure: 'site-active.intensive', atLeast: 1, when: 'period' }
  const site = (...statuses: Data<'site'>['statuses']): AnyHeld =>
    held('site', 'm', { name: 'CLB', type: 'prevention-club', depth: 'intensive', unit: commune.id, organisation: idFor('hoi'), statuses })

  test('is there on the last day or not, however the definition counts', () => {
    const open = site({ status: 'active', from: '2020-05-01' })
    expect(read(active, [open])).toMatchObject({ numerator: 1, denominator: 2, missing: [neighbour.id] })
    expect(read(active, [site({ status: 'active', from: '2020-05-01' }, { status: 'closed', from: '2026-12-31' })]).numerator).toBe(0)
  })

  test('an area that recorded nothing at all is flagged, one whose model closed is not', () => {
    expect(read(active, []).flags).toContain('nothing-recorded')
    expect(read(active, [site({ status: 'active', from: '2020-05-01' }, { status: 'paused', from: '2021-05-01' })]).flags).not.toContain('nothing-recorded')
  })
})

describe('months', () => {
  const monthly: Definition = { type: 'months-with', measure: 'sessions', atLeast: 1 }
  const one = asSession('s', commune.id, '2025-12-20')

  test('of a state quarter are those that end in it, each judged as a whole', () => {
    expect(read(monthly, [one], {}, [], periodNumbered('15-14', 'quarter', 2026, 1))).toMatchObject({
      numerator: 1,
      denominator: 3,
      missing: ['2026-01', '2026-02'],
    })
  })

  test('that are not over when the figures end are not judged yet', () => {
    const asOf = dateToDay('2026-02-27') * 86_400_000
    const found = read(monthly, [one], { asOf })
    expect(found).toMatchObject({ denominator: 1, missing: ['2026-01'] })
    expect(found.flags).toContain('not-over')
    expect(read(monthly, [one], { asOf: dateToDay('2026-01-20') * 86_400_000 }).value).toEqual({ none: 'no months' })
  })
})

describe('targets', () => {
  const half: Definition = { type: 'units-with', units: 'communes', measure: 'sessions', atLeast: 1, when: 'period' }
  const one = [asSession('s', commune.id, '2026-05-01')]

  test('at least and more than differ at the threshold itself', () => {
    expect(read(half, one, {}, [{ threshold: 50, compare: 'at-least' }]).target).toEqual({ threshold: 50, compare: 'at-least', by: undefined, met: true })
    expect(read(half, one, {}, [{ threshold: 50, compare: 'more-than' }]).target?.met).toBe(false)
  })

  test('are met by the exact share, not by the printed one', () => {
    const records = [
      asBaseline('b', { from14to60: 10_000 }),
      keyArea(commune.id),
      asSession('s', commune.id, '2026-05-01', { total: 9000, firstTime14to60: 7496 }),
    ]
    expect(read(keyReached, records, {}, [{ threshold: 75, compare: 'at-least' }])).toMatchObject({ value: { percent: 75 }, target: { met: false } })
  })

  test('without a threshold are the office’s to set, and the reading says so', () => {
    expect(read(half, one, {}, [{ compare: 'at-least' }])).toMatchObject({ target: undefined, flags: ['target-not-set'] })
  })

  test('of the office replace the plan’s of the same date, and fill what it left open', () => {
    const own = (name: string, threshold: number, by: string, more: { removed?: boolean; changedAt?: number } = {}, unit = province) => ({
      id: idFor(name),
      data: { programme: idFor('plan'), indicator: 'CT', unit, threshold, compare: 'at-least' as const, by },
      ...more,
    })
    const of = { programme: idFor('plan'), indicator: 'CT', unit: province }
    const planned = [
      { threshold: 75, compare: 'at-least' as const, by: '2018-12-31' },
      { threshold: 100, compare: 'at-least' as const, by: '2020-12-31' },
    ]
    const set = [
      own('a', 60, '2018-12-31', { changedAt: 2 }),
      own('b', 65, '2018-12-31', { changedAt: 1 }),
      own('c', 1, '2020-12-31', { removed: true }),
      own('d', 2, '2019-12-31', {}, commune.id),
    ]
    const now = withOfficeTargets(planned, set, of)
    expect(['2018-06-30', '2019-06-30'].map((date) => targetOn(now, date)?.threshold)).toEqual([60, 100])
    expect(withOfficeTargets([{ compare: 'at-least' }], set, of).map(({ threshold }) => threshold)).toEqual([60])
    expect(withOfficeTargets([{ compare: 'at-least' }], [], of)).toEqual([{ compare: 'at-least' }])
  })
})

test('the figures that a submission keeps have every sum, tallies by their code, and each indicator’s two numbers', () => {
  const sessions = [asSession('s', commune.id, '2026-05-01', { total: 30 }), tally('pledges-signed', { from: '2026-01-01', to: '2026-03-31' }, 7)]
  const covered: Measured = { id: 'CX', definition: { type: 'units-with', units: 'communes', measure: 'sessions', atLeast: 1, when: 'period' }, targets: [] }
  expect(figuresToKeep(figures(sessions), year, [covered])).toEqual({
    attendance: 30,
    events: 1,
    'form-attendance.direct-talk': 30,
    'form.direct-talk': 1,
    'kind.community': 1,
    sessions: 1,
    'tally.pledges-signed': 7,
    'indicator.CX.numerator': 1,
    'indicator.CX.denominator': 2,
  })
  expect(figuresToKeep({ ...figures(sessions), grain: 'half-month' }, { from: '2026-01-02', to: '2026-12-31' })).toBeNull()
})

test('a removed village leaves the denominator, and what was held there stays its commune’s', () => {
  const village = held('unit', 'v', { name: 'Thôn 1', type: 'thon', parent: commune.id, validFrom: '2020-01-01' }, { removed: true })
  const records = [village, asSession('s', idFor('v'), '2026-05-01')]
  expect(read({ type: 'units-with', units: 'villages', measure: 'sessions', atLeast: 1, when: 'period' }, records).value).toEqual({ none: 'no villages' })
  expect(read({ type: 'units-with', units: 'communes', measure: 'sessions', atLeast: 1, when: 'period' }, records)).toMatchObject({ numerator: 1 })
})

test('villages that were merged keep what they went into, for comparing', () => {
  const merged = held('unit', 'v1', {
    name: 'Thôn 1',
    type: 'thon',
    parent: commune.id,
    validFrom: '2020-01-01',
    validTo: '2026-01-31',
    successors: [{ unit: idFor('v2'), whole: true }],
  })
  const made = held('unit', 'v2', { name: 'Thôn Mới', type: 'thon', parent: commune.id, validFrom: '2026-02-01' })
  expect(comparable([idFor('v2')], '2025-12-31', figures([merged, made]).units)).toEqual({ units: [idFor('v1')] })
})

test('every reason, flag, source and refusal has its words in both languages', () => {
  const keys = [
    ...noneReasons.map((code) => `indicator.none.${code}`),
    ...readingFlags.map((code) => `indicator.flag.${code}`),
    ...sourceCodes.map((code) => `indicator.source.${code}`),
    ...refusals.map((code) => `comparison.${code}`),
  ]
  for (const words of [vi, en]) expect(keys.filter((key) => !Object.hasOwn(words, key))).toEqual([])
})
