import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatBytes, formatDate, formatDay, formatMoment, formatNumber, formatPercent, parseWhole } from '../../src/text/format.ts'

/** A moment by Vietnam's clocks. */
const inVietnam = (civil: string): number => Date.parse(`${civil}+07:00`)

describe('dates', () => {
  test('stand day first, with leading zeros', () => {
    expect(formatDate('2026-11-02')).toBe('02/11/2026')
  })

  test.each([
    ['2026-11-22', 'CN 22/11', 'Sun 22/11'],
    ['2026-11-21', 'T7 21/11', 'Sat 21/11'],
    ['2026-11-16', 'T2 16/11', 'Mon 16/11'],
    ['2025-12-31', 'T4 31/12/2025', 'Wed 31/12/2025'],
    ['2024-02-29', 'T5 29/02/2024', 'Thu 29/02/2024'],
  ])('%s is %s, with the year only where it is another', (date, vi, en) => {
    expect([formatDay(date, '2026-11-22', 'vi'), formatDay(date, '2026-11-22', 'en')]).toEqual([vi, en])
  })
})

describe('moments', () => {
  const now = inVietnam('2026-11-21T21:00:00')

  test.each([
    ['2026-11-21T21:00:00', '21:00'],
    ['2026-11-21T00:00:00', '00:00'],
    ['2026-11-20T23:59:59', '20/11, 23:59'],
    ['2026-01-01T00:00:00', '01/01, 00:00'],
    ['2025-12-31T23:59:59', '31/12/2025, 23:59'],
  ])('%s in Vietnam is told as %s that evening', (moment, told) => {
    expect(formatMoment(inVietnam(moment), now)).toBe(told)
  })

  test('change their day at midnight in Vietnam, not at midnight elsewhere', () => {
    const justAfter = inVietnam('2026-11-22T00:00:30')
    expect(formatMoment(inVietnam('2026-11-21T23:59:00'), justAfter)).toBe('21/11, 23:59')
    expect(formatMoment(Date.UTC(2026, 10, 22, 0, 30), inVietnam('2026-11-22T08:00:00'))).toBe('07:30')
    expect(formatMoment(Date.UTC(2026, 10, 21, 23, 30), inVietnam('2026-11-22T08:00:00'))).toBe('06:30')
  })
})

describe('numbers', () => {
  test.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [1000, '1.000', '1,000'],
    [10_393, '10.393', '10,393'],
    [1_234_567, '1.234.567', '1,234,567'],
    [-1200, '−1.200', '−1,200'],
  ])('%i is %s in Vietnamese and %s in English', (value, vi, en) => {
    expect([formatNumber(value, 'vi'), formatNumber(value, 'en')]).toEqual([vi, en])
  })

  test('have their decimals after the other mark', () => {
    expect([formatNumber(1234.5, 'vi', 2), formatNumber(1234.5, 'en', 2)]).toEqual(['1.234,50', '1,234.50'])
  })

  test.each([
    [58.3, '58,3\u00a0%', '58.3%'],
    [100, '100,0\u00a0%', '100.0%'],
    [115.5, '115,5\u00a0%', '115.5%'],
    [0, '0,0\u00a0%', '0.0%'],
  ])('%d per cent is %s or %s', (percent, vi, en) => {
    expect([formatPercent(percent, 'vi'), formatPercent(percent, 'en')]).toEqual([vi, en])
  })

  test.each([
    [0, '0 kB'],
    [1, '1 kB'],
    [999_999, '1.000 kB'],
    [1_000_000, '1,0 MB'],
    [1_200_000_000, '1,2 GB'],
  ])('%i bytes take %s', (bytes, told) => {
    expect(formatBytes(bytes, 'vi')).toBe(told)
  })
})

describe('a number as typed', () => {
  test.each([
    ['17', 17],
    [' 17 ', 17],
    ['007', 7],
    ['1.200', 1200],
    ['1,200', 1200],
    ['1 200', 1200],
    ['１２', 12],
    ['0', 0],
    ['', undefined],
    ['  ', undefined],
    ['mười', undefined],
    ['-3', undefined],
    ['12a', undefined],
    ['1e3', undefined],
    ['1234567890', undefined],
  ])('"%s" is %s', (typed, whole) => {
    expect(parseWhole(typed)).toBe(whole)
  })

  test('is what was written, in either language', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.constantFrom('vi' as const, 'en' as const), (whole, language) => {
        expect(parseWhole(formatNumber(whole, language))).toBe(whole)
      }),
    )
  })
})
