import { describe, expect, test } from 'vitest'
import { validate } from '../../src/model/validate.ts'
import { adoptPack, packOf } from '../../src/programme/adopt-pack.ts'
import { contributions } from '../../src/programme/contribution.ts'
import { knownMeasures } from '../../src/programme/known-measure.ts'
import type { Pack } from '../../src/programme/pack.ts'
import { packFaults } from '../../src/programme/pack-rules.ts'
import { isPackId, loadPack, packs } from '../../src/programme/packs.ts'
import { aLuoi1, hue, land } from '../fixture/land.ts'
import { baseline, session, site } from '../fixture/sample.ts'

const around = { unit: (id: string) => land.find((one) => one.id === id) }

const indicatorOf = (pack: Pack, id: string) => pack.indicators.find((one) => one.id === id)
const thresholds = (pack: Pack) =>
  Object.fromEntries(pack.indicators.map(({ id, targets }) => [id, targets.map(({ threshold, compare, by }) => [compare, threshold, by])]))
const dues = (pack: Pack) => Object.fromEntries(pack.reports.map(({ id, due }) => [id, due]))
const outreach = (pack: Pack) => pack.campaigns.filter(({ contextOnly }) => !contextOnly).map(({ id }) => id)
const crackdowns = (pack: Pack) => pack.campaigns.filter(({ contextOnly }) => contextOnly).map(({ from, to }) => [from, to])

describe.each(packs.map((one) => [one.id, one] as const))('%s', (id, listed) => {
  test('fits the schema and the rules, under the id and the name that the list gives it', async () => {
    const pack = await loadPack(id)
    expect(pack).toMatchObject({ id, name: listed.name })
    expect(packFaults(pack)).toEqual([])
  })

  test('has VC1, whose target the office sets', async () => {
    const coverage = indicatorOf(await loadPack(id), 'VC1')
    expect(coverage?.definition).toEqual({ type: 'units-with', units: 'villages', measure: 'sessions', atLeast: 1, when: 'period' })
    expect(coverage?.targets).toMatchObject([{ setBy: 'office' }])
    expect(coverage?.targets[0]?.threshold).toBeUndefined()
  })

  test('is adopted by a province and read back as it was', async () => {
    const pack = await loadPack(id)
    const data = adoptPack(pack, { unit: hue, adoptedOn: '2026-11-22' })
    const saved = validate('programme', data, around)
    expect(saved).toMatchObject({ ok: true, value: { name: pack.name.vi, from: pack.period.from } })
    if (saved.ok) expect(packOf(saved.value)).toEqual({ ok: true, value: pack })
  })

  test('an indicator about people of some years says which in its name', async () => {
    const aged = (await loadPack(id)).indicators.filter(({ definition }) => 'age' in definition && definition.age === '14-60')
    expect(aged.filter(({ name }) => !name.vi.includes('14–60 tuổi') || !name.en.includes('aged 14–60'))).toEqual([])
  })

  test('names in Vietnamese and in English, never the same words twice', async () => {
    const { indicators, reports, campaigns, measures } = await loadPack(id)
    expect([...indicators, ...reports, ...campaigns, ...measures].filter(({ name }) => name.vi === name.en)).toEqual([])
  })
})

test('an id is known or not', () => {
  expect(packs.map(({ id }) => isPackId(id))).toEqual(packs.map(() => true))
  expect(isPackId('005-cao-bang')).toBe(false)
})

test('an adoption may have a name of its own, a commune’s too', async () => {
  const pack = await loadPack('2026-2030')
  expect(adoptPack(pack, { unit: aLuoi1, name: 'Kế hoạch của xã', adoptedOn: '2026-11-22' })).toMatchObject({
    unit: aLuoi1,
    name: 'Kế hoạch của xã',
    to: '2030-12-31',
  })
})

test('what an office wrote into its programme is told when it no longer fits', async () => {
  const data = adoptPack(await loadPack('001-kon-tum'), { unit: hue, adoptedOn: '2026-11-22' })
  expect(packOf({ ...data, pack: { ...data.pack, rule: 'lunar' } })).toMatchObject({
    ok: false,
    problem: [{ path: 'rule', says: 'this has to be one of "calendar", "15-14"' }],
  })
})

test('Hải Dương: every tip classified and handled; before 10/6 and 05/12; a hotline without a number', async () => {
  const pack = await loadPack('000-hai-duong')
  expect(indicatorOf(pack, 'HD-1')?.definition).toEqual({ type: 'ratio', numerator: ['tips-classified', 'tips-handled'], denominator: 'tips-received' })
  expect(thresholds(pack)).toMatchObject({ 'HD-1': [['at-least', 100, undefined]] })
  expect(dues(pack)).toEqual({ half: { before: '06-10' }, year: { before: '12-05' }, 'ad-hoc': 'when asked', 'year-138': 'uncertain' })
  expect(pack.reports[0]).toMatchObject({ through: 'Thanh tra Sở', onTo: ['UBND tỉnh'], as: ['paper', 'file'] })
  expect(pack.hotlines.map(({ number }) => number)).toEqual([undefined])
  expect(pack.document).not.toHaveProperty('number')
  expect(outreach(pack)).toEqual(['ngay-30-7'])
})

test('Kon Tum: no numeric target, four slogans of which one is mended, one report after the day itself', async () => {
  const pack = await loadPack('001-kon-tum')
  expect(pack.indicators.map(({ id, definition }) => [id, definition.type])).toEqual([
    ['KT-1', 'count-by-organisation'],
    ['VC1', 'units-with'],
  ])
  expect(pack.slogans).toHaveLength(4)
  expect(pack.slogans.filter(({ asPrinted }) => asPrinted)).toMatchObject([
    { text: expect.stringContaining('tinh thần'), asPrinted: expect.stringContaining('tin thần') },
  ])
  expect(dues(pack)).toEqual({ results: { beforeDate: '2021-08-02' } })
  expect(pack.hotlines).toMatchObject([{ number: '111' }])
  expect([outreach(pack), crackdowns(pack)]).toEqual([['ngay-30-7'], [['2021-07-01', '2021-09-30']]])
  expect(pack.models.map(({ code }) => code)).toEqual(['peace-house', 'legal-help', 'livelihood-help', 'cultural-village'])
})

test('Hải Phòng: no indicator but VC1, and no report has a day', async () => {
  const pack = await loadPack('002-hai-phong')
  expect(pack.indicators.map(({ id }) => id)).toEqual(['VC1'])
  expect(dues(pack)).toEqual({ quarter: 'uncertain', half: 'uncertain', year: 'uncertain', 'ad-hoc': 'when asked' })
  expect(pack.measures.map(({ code }) => code)).toContain('mobile-courts')
  expect(pack.reports[0]).toMatchObject({ through: 'Phòng Cảnh sát Hình sự Công an thành phố', onTo: ['Ban Chỉ đạo 138 Chính phủ', 'Bộ Công an'] })
})

test('Thừa Thiên Huế: CT1 to CT4 with their years, one report before 15/11, a decision of doubtful number', async () => {
  const pack = await loadPack('003-thua-thien-hue')
  expect(thresholds(pack)).toEqual({
    CT1: [
      ['at-least', 75, '2018-12-31'],
      ['at-least', 100, '2020-12-31'],
    ],
    CT2a: [['at-least', 30, '2020-12-31']],
    CT2b: [['at-least', 50, '2020-12-31']],
    CT3: [['at-least', 100, undefined]],
    CT4: [['at-least', 75, '2020-12-31']],
    VC1: [['at-least', undefined, undefined]],
  })
  expect(indicatorOf(pack, 'CT3')?.definition).toMatchObject({ measure: 'media.province', since: '2017-01' })
  expect(indicatorOf(pack, 'CT4')?.definition).toEqual({ type: 'reached', among: 'key-communes', age: '14-60' })
  expect(dues(pack)).toEqual({ year: { before: '11-15' } })
  expect(pack.reports[0]).toMatchObject({ to: ['Sở Thông tin và Truyền thông'], onTo: ['UBND tỉnh', 'Bộ Thông tin và Truyền thông'] })
  expect(pack.document).toMatchObject({ number: '211/KH-UBND', date: '2017-10-17' })
  expect(pack.basis.find(({ name }) => name.includes('1909/QĐ-BTTTT'))?.said.doubt).toContain('1090/QĐ-BTTTT')
  expect(pack.areas).toMatchObject([{ now: ['46@2025-07-01'] }])
})

test('Tuyên Quang: five shares, two of them to be exceeded; the first quarter’s day is for the office to set', async () => {
  const pack = await loadPack('004-tuyen-quang')
  expect(thresholds(pack)).toMatchObject({
    'TQ-1': [['at-least', 100, undefined]],
    'TQ-2': [['more-than', 90, undefined]],
    'TQ-3': [['more-than', 90, undefined]],
    'TQ-4': [['at-least', 95, undefined]],
    'TQ-5': [['at-least', 90, undefined]],
  })
  expect(dues(pack)).toEqual({ 'quarter-1': 'uncertain', half: { before: '06-10' }, 'quarter-3': { before: '09-10' }, year: { before: '12-10' } })
  expect(pack.reports.map(({ of }) => of)).toEqual([1, 1, 3, undefined])
  expect(pack.reports[0]?.said.doubt).toContain('“2 /3”')
  expect([outreach(pack), crackdowns(pack)]).toEqual([['ngay-30-7', 'hoc-duong'], [['2024-07-01', '2024-09-30']]])
  expect(pack.rule).toBe('15-14')
})

test('2026–2030: what is certain, and every threshold is the office’s to set', async () => {
  const pack = await loadPack('2026-2030')
  expect(pack.document).toMatchObject({ number: '33/QĐ-TTg', date: '2026-01-07' })
  expect(pack.basis.map(({ name }) => name).join()).toContain('53/2024/QH15')
  expect(pack.hotlines.map(({ number }) => number)).toEqual(['111', '113', '1900 969 680'])
  expect(pack.indicators.flatMap(({ targets }) => targets.map(({ threshold, setBy }) => [threshold, setBy]))).toEqual(
    pack.indicators.map(() => [undefined, 'office']),
  )
})

test('the measures that a pack may name are those that records add to the figures', () => {
  const cells = [
    ...contributions('session', session({ materials: [{ kind: 'leaflet', quantity: 30 }], counts: everyCount })),
    ...contributions('site', site()),
    ...contributions('site-visit', { unit: aLuoi1, date: '2026-11-20', visitKind: 'meeting', attendance: { total: 12 } }),
    ...contributions('material-receipt', { unit: aLuoi1, receivedOn: '2026-01-01', deployedOn: '2026-02-01' }),
    ...contributions('media-item', { unit: hue, date: '2026-11-20', level: 'province', mediaForm: 'news', messages: 1, minutes: 2, times: 3 }),
    ...contributions('baseline', baseline()),
  ]
  const added = new Set(cells.flatMap(({ values }) => Object.keys(values)))
  expect([...added].filter((measure) => !knownMeasures.has(measure))).toEqual([])
  const plain = [...knownMeasures].filter((measure) => !measure.includes('.'))
  expect(plain.filter((measure) => !added.has(measure))).toEqual([])
  const families = (measures: Iterable<string>) =>
    [...new Set([...measures].filter((measure) => measure.includes('.')).map((measure) => measure.split('.')[0]))].sort()
  expect(families(knownMeasures)).toEqual(families(added))
})

const everyCount = {
  total: 100,
  female: 60,
  male: 40,
  under14: 10,
  from14to15: 10,
  from16to60: 70,
  over60: 10,
  minority: 50,
  minorityFemale: 30,
  firstTime: 20,
  firstTime14to60: 15,
  firstTime14to60Female: 9,
  firstTimeUnder16: 4,
  method: 'estimated',
}
