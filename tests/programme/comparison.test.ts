import { describe, expect, test } from 'vitest'
import type { Unit } from '../../src/model/unit.ts'
import type { Cell } from '../../src/programme/cell.ts'
import { comparable, compared } from '../../src/programme/comparison.ts'

const REFORM = '2025-07-01'
const EVE = '2025-06-30'

type Link = [to: string, whole?: 'whole']

const old = (id: string, ...links: Link[]): Unit => ({
  id,
  level: 'commune',
  type: 'xa',
  name: id,
  validFrom: '2000-01-01',
  ...(links.length > 0 && { validTo: EVE, successors: links.map(([unit, whole]) => ({ unit, whole: whole !== undefined })) }),
})
const since = (id: string, validFrom = REFORM): Unit => ({ id, level: 'commune', type: 'xa', name: id, validFrom })

describe('a unit of now and a day before the reform', () => {
  test('a commune made of two whole ones is what both were', () => {
    const all = [old('Hồng Thượng', ['A Lưới 3', 'whole']), old('Phú Vinh', ['A Lưới 3', 'whole']), since('A Lưới 3')]
    expect(comparable(['A Lưới 3'], '2024-12-31', all)).toEqual({ units: ['Hồng Thượng', 'Phú Vinh'] })
    expect(comparable(['A Lưới 3'], EVE, all)).toEqual({ units: ['Hồng Thượng', 'Phú Vinh'] })
    expect(comparable(['A Lưới 3'], REFORM, all)).toEqual({ units: ['A Lưới 3'] })
  })

  test('a commune with a part of a split one is not comparable; with all its parts it is', () => {
    const all = [old('Đông Sơn', ['Bắc'], ['Nam']), old('Tây', ['Bắc', 'whole']), since('Bắc'), since('Nam')]
    expect(comparable(['Bắc'], '2024-12-31', all)).toEqual({ refused: 'split', because: ['Đông Sơn'] })
    expect(comparable(['Bắc', 'Nam'], '2024-12-31', all)).toEqual({ units: ['Đông Sơn', 'Tây'] })
  })

  test('one part alone, said to be no whole, is not all of it, even where nobody wrote down the rest', () => {
    expect(comparable(['Bắc'], '2024-12-31', [old('Đông Sơn', ['Bắc']), since('Bắc')])).toEqual({ refused: 'split', because: ['Đông Sơn'] })
  })

  test('a unit that nothing is known to have gone into has no past to compare with', () => {
    expect(comparable(['Mới'], '2024-12-31', [since('Mới')])).toEqual({ refused: 'unknown past', because: ['Mới'] })
  })

  test('a unit that stayed is itself, with the one that it took in', () => {
    const all = [old('Lớn'), old('Nhỏ', ['Lớn', 'whole'])]
    expect(comparable(['Lớn'], '2024-12-31', all)).toEqual({ units: ['Lớn', 'Nhỏ'] })
  })

  test('a unit that lives on without a part is not what it was before it lost it', () => {
    const gave: Unit = { ...old('Cũ'), successors: [{ unit: 'Tách', whole: false }] }
    const all = [gave, since('Tách')]
    expect(comparable(['Cũ'], '2024-12-31', all)).toEqual({ refused: 'split', because: ['Cũ'] })
    expect(comparable(['Tách'], '2024-12-31', all)).toEqual({ refused: 'split', because: ['Cũ'] })
    expect(comparable(['Cũ', 'Tách'], '2024-12-31', all)).toEqual({ units: ['Cũ'] })
    expect(comparable(['Cũ'], '2026-01-01', all)).toEqual({ units: ['Cũ'] })
  })

  test('two mergers in a row lead back to the first units', () => {
    const middle: Unit = { ...since('Giữa', '2020-01-01'), validTo: EVE, successors: [{ unit: 'Nay', whole: true }] }
    const first: Unit = { ...old('Đầu'), validTo: '2019-12-31', successors: [{ unit: 'Giữa', whole: true }] }
    const all = [first, middle, since('Nay')]
    expect(comparable(['Nay'], '2018-01-01', all)).toEqual({ units: ['Đầu'] })
    expect(comparable(['Nay'], '2022-01-01', all)).toEqual({ units: ['Giữa'] })
  })
})

describe('a sum then and now', () => {
  const all = [old('A', ['C', 'whole']), old('B', ['C', 'whole']), since('C'), old('D', ['E'], ['F']), since('E'), since('F')]
  const cell = (unit: string, date: string, attendance: number): Cell => ({ unit, organisation: '', date, values: { attendance } })
  const cells = [cell('A', '2024-05-01', 10), cell('B', '2024-06-01', 5), cell('B', '2025-02-01', 7), cell('C', '2025-08-01', 30), cell('D', '2024-05-01', 99)]
  const figures = { cells, units: all, grain: 'day' as const }
  const y2024 = { from: '2024-01-01', to: '2024-12-31' }
  const y2025 = { from: '2025-01-01', to: '2025-12-31' }

  test('over a whole merger adds what both parts had, also in the year of the merger itself', () => {
    expect(compared(figures, 'attendance', { units: ['C'], period: y2025 }, y2024)).toEqual({ now: 37, before: 15 })
  })

  test('across a split is refused, and names the unit that was split', () => {
    expect(compared(figures, 'attendance', { units: ['E'], period: y2025 }, y2024)).toEqual({ refused: 'split', because: ['D'] })
  })

  test('is refused where the sums are by half-month and a period is cut elsewhere', () => {
    const summed = { ...figures, grain: 'half-month' as const }
    expect(compared(summed, 'attendance', { units: ['C'], period: y2025 }, { from: '2024-01-03', to: '2024-12-31' })).toMatchObject({ refused: 'not aligned' })
    expect(compared(summed, 'attendance', { units: ['C'], period: y2025 }, y2024)).toMatchObject({ before: 15 })
  })
})
