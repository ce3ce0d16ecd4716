// Lines as records: what people write in their lists of villages and of who lives where, and what is said of a wrong line.

import { expect, test } from 'vitest'
import { type BaselineColumn, type BaselinesAround, readBaselines } from '../../src/client/import/baseline-sheet.ts'
import type { Cell } from '../../src/client/import/line.ts'
import { readVillages, type VillageColumn } from '../../src/client/import/village-sheet.ts'
import type { Unit } from '../../src/model/unit.ts'
import { officialUnits } from '../../src/server/units.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, aLuoi2, land } from '../fixture/land.ts'

const { lookup } = officialUnits(land)
const known: Unit = { id: idNamed('thôn Đông'), level: 'village', type: 'thon', name: 'Đông', parent: aLuoi1, validFrom: '2025-07-01' }
const unit = (id: string) => (id === known.id ? known : lookup(id))

const villages = (...lines: Cell[][]) =>
  readVillages(lines, 2, { name: 0, type: 1, formerName: 2, validFrom: 3 } satisfies Record<VillageColumn, number>, {
    commune: aLuoi1,
    villages: [known],
    unit,
    validFrom: '2025-07-01',
  })

const made = (type: string, name: string) => ({ as: 'new', fields: { type, name, parent: aLuoi1, validFrom: '2025-07-01' } })

test.each([
  ['Thôn Pa Rưng', '', 'thon', 'Pa Rưng'],
  ['Tổ dân phố 2', '', 'to-dan-pho', '2'],
  ['TDP 7', '', 'to-dan-pho', '7'],
  ['Khu phố Chợ', '', 'khu-pho', 'Chợ'],
  ['bản Khe Trăn', '', 'ban', 'Khe Trăn'],
  ['Pa Rưng', 'Làng', 'lang', 'Pa Rưng'],
  ['Pa Rưng', '', 'thon', 'Pa Rưng'],
  ['Bản', 'Thôn', 'thon', 'Bản'],
])('"%s" of kind "%s" is a %s named %s', (told, kind, type, name) => {
  expect(villages([told, kind])).toMatchObject([made(type, name)])
})

test('days are read as Excel keeps them and as people type them', () => {
  const dates = villages(['Thôn 1', '', '', new Date(Date.UTC(2026, 0, 5))], ['Thôn 2', '', '', '5/1/2026'], ['Thôn 3', '', '', '2026-01-05'])
  expect(dates.map((row) => row.as === 'new' && row.fields['validFrom'])).toEqual(['2026-01-05', '2026-01-05', '2026-01-05'])
})

test('what is there is left as it is, in whatever letters; empty lines and sums are none', () => {
  expect(villages(['THÔN ĐÔNG'], ['', ''], ['Tổng cộng', 2], ['Thôn Tây'])).toMatchObject([
    { line: 2, as: 'known' },
    { line: 5, ...made('thon', 'Tây') },
  ])
})

test('a village of the same name and another kind is pointed at, in the list and in the file', () => {
  expect(villages(['Bản  ĐÔNG'], ['Thôn Tây'], ['Bản Tây'])).toMatchObject([
    { line: 2, as: 'new', like: { record: known.id } },
    { line: 3, ...made('thon', 'Tây') },
    { line: 4, as: 'new', like: { line: 3 } },
  ])
  expect(villages(['Thôn Tây'], ['Bản Dông']).some((row) => 'like' in row)).toBe(false)
})

test('a wrong line says what is wrong, and where its double stands', () => {
  const wrong = villages(['Thôn Tây'], ['Thôn Tây'], ['Thôn Bãi', '', '', '31/02/2026'], ['', '', 'Thôn Cũ'])
  expect(wrong.slice(1)).toMatchObject([
    { line: 3, as: 'wrong', problems: [{ code: 'told-twice', values: { line: 2 } }] },
    { line: 4, as: 'wrong', problems: [{ code: 'not-a-date', path: ['validFrom'] }] },
    { line: 5, as: 'wrong', problems: [{ path: ['name'] }] },
  ])
})

const places = { commune: 0, village: 1, total: 2, from14to60: 3, under16: 4, year: 5, source: 6 } satisfies Partial<Record<BaselineColumn, number>>
const around: BaselinesAround = {
  communes: land.filter(({ level }) => level === 'commune'),
  villagesOf: (commune) => (commune === aLuoi1 ? [known] : []),
  unit,
  baselines: [],
  year: undefined,
  source: '',
}
const baselines = (lines: Cell[][], more: Partial<BaselinesAround> = {}) => readBaselines(lines, 2, places, { ...around, ...more })

test('a commune by its name with and without its kind, by its code; a village within it', () => {
  const told = baselines([
    ['Xã A Lưới 1', '', 5200, 3400, '1.300', 2025, 'Niên giám'],
    ['a luoi 2', '', '6 100', '', '', '2025', 'Niên giám'],
    ['A Lưới 1', 'Thôn Đông', 410, '', '', 2025, 'Niên giám'],
  ])
  expect(told).toMatchObject([
    { as: 'new', fields: { unit: aLuoi1, year: 2025, source: 'Niên giám', people: { total: 5200, from14to60: 3400, under16: 1300 } } },
    { as: 'new', fields: { unit: aLuoi2, people: { total: 6100 } } },
    { as: 'new', fields: { unit: known.id, people: { total: 410 } } },
  ])
  expect(baselines([[Number(aLuoi1.slice(0, 5)), '', 5200, '', '', 2025, 'x']])).toMatchObject([{ as: 'new', fields: { unit: aLuoi1 } }])
})

test('year and source are told once where the file has none', () => {
  expect(baselines([['A Lưới 1', '', 5200]], { year: 2024, source: 'Công an xã' })).toMatchObject([{ as: 'new', fields: { year: 2024, source: 'Công an xã' } }])
})

test('another source of one year is another baseline; the same is there already', () => {
  const held = [{ unit: aLuoi1, year: 2025, source: 'Niên giám', people: { total: 5000 } }]
  expect(
    baselines(
      [
        ['A Lưới 1', '', 5200, '', '', 2025, 'niên giám'],
        ['A Lưới 1', '', 5210, '', '', 2025, 'Công an xã'],
        ['A Lưới 1', '', 5210, '', '', 2025, 'Công an xã'],
      ],
      { baselines: held },
    ).map((row) => (row.as === 'wrong' ? row.problems[0]?.code : row.as)),
  ).toEqual(['known', 'new', 'told-twice'])
})

test.each([
  [['Xã Không Có', '', 5200, '', '', 2025, 'x'], 'no-such-place'],
  [['A Lưới 1', 'Thôn Không Có', 5200, '', '', 2025, 'x'], 'no-such-place'],
  [['', '', 5200, '', '', 2025, 'x'], 'required'],
  [['A Lưới 1', '', 'nhiều', '', '', 2025, 'x'], 'not-a-count'],
  [['A Lưới 1', '', 12.5, '', '', 2025, 'x'], 'not-a-count'],
  [['A Lưới 1', '', -3, '', '', 2025, 'x'], 'not-a-count'],
  [['A Lưới 1', '', 100, 200, '', 2025, 'x'], 'part-too-big'],
  [['A Lưới 1', '', 100, '', '', '', 'x'], 'required'],
] as const)('%j is told: %s', (line, code) => {
  const [row] = baselines([[...line]])
  expect(row?.as === 'wrong' && row.problems.map((one) => one.code)).toContain(code)
})

test('between two places of one name nothing is guessed', () => {
  const twins = [known, { ...known, id: idNamed('twin'), type: 'ban' as const }]
  const line: Cell[] = ['A Lưới 1', 'Đông', 5, '', '', 2025, 'x']
  expect(baselines([line], { villagesOf: () => twins })).toMatchObject([{ as: 'wrong', problems: [{ code: 'which-place' }] }])
  expect(baselines([['A Lưới 1', 'Thôn Đông', 5, '', '', 2025, 'x']], { villagesOf: () => twins })).toMatchObject([{ as: 'new', fields: { unit: known.id } }])
})

test('a village that is stored with its kind in its name is there already, and a list that means two of them is asked', () => {
  const stored: Unit = { ...known, id: idNamed('thôn 1'), name: 'Thôn 1' }
  const all = { commune: aLuoi1, villages: [stored], unit, validFrom: '2025-07-01' }
  expect(readVillages([['thôn 1'], ['Thôn 2']], 2, { name: 0, type: 1, formerName: 2, validFrom: 3 }, all).map(({ as }) => as)).toEqual(['known', 'new'])
  const twins = [stored, { ...known, id: idNamed('1'), name: '1' }]
  const line: Cell[] = ['A Lưới 1', 'Thôn 1', 5, '', '', 2025, 'x']
  expect(baselines([line], { villagesOf: () => twins })).toMatchObject([{ as: 'wrong', problems: [{ code: 'which-place' }] }])
})

const doubtsIn = (lines: Cell[][], more: Partial<BaselinesAround> = {}) =>
  baselines(lines, more).map((row) => (row.as === 'new' ? (row.doubts ?? []).map(({ code }) => code) : row.as))

test('what a place hardly has is asked about, line by line: against its commune, its neighbours, its households, what is held', () => {
  const villageNames = ['Đông', 'Tây', 'Bãi', 'Cồn', 'Chợ']
  const all = villageNames.map((name): Unit => ({ ...known, id: idNamed(`thôn ${name}`), name }))
  const more = { villagesOf: () => all, unit: (id: string) => all.find((one) => one.id === id) ?? lookup(id), year: 2025, source: 'x' }
  const line = (name: string, total: number): Cell[] => ['A Lưới 1', name, total]
  expect(doubtsIn([line('Đông', 400), line('Tây', 380), line('Bãi', 520), line('Cồn', 20), line('Chợ', 99_999)], more)).toEqual([
    [],
    [],
    [],
    ['unlike-fellows'],
    ['very-many', 'unlike-fellows'],
  ])
  expect(doubtsIn([['A Lưới 1', '', 5200], line('Đông', 5300)], more)).toEqual([[], ['more-than-commune']])
  const held = [{ unit: known.id, year: 2024, source: 'x', people: { total: 400 } }]
  expect(doubtsIn([line('Đông', 900)], { ...more, baselines: held })).toEqual([['unlike-held']])
  const households = { commune: 0, total: 1, from14to60: 2, female14to60: 3, households: 4 } satisfies Partial<Record<BaselineColumn, number>>
  const within = (cells: Cell[]) => readBaselines([cells], 2, households, { ...around, ...more }).map((row) => row.as === 'new' && row.doubts)
  expect(within(['A Lưới 1', 5200, 3400, 3000, 20])).toEqual([
    [
      { code: 'per-household', values: { total: 5200, households: 20 } },
      { code: 'many-women', values: { part: 3000, whole: 3400 } },
    ],
  ])
  expect(within(['A Lưới 1', 5200, 3400, 1650, 1250])).toEqual([undefined])
})

test('a year is four digits, in a cell and told once', () => {
  const wrong = { as: 'wrong', problems: [{ code: 'not-a-count', path: ['year'] }] }
  expect(baselines([['A Lưới 1', '', 5200, '', '', 26, 'x']])).toMatchObject([wrong])
  expect(baselines([['A Lưới 1', '', 5200]], { year: 26, source: 'x' })).toMatchObject([wrong])
})
