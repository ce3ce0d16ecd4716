import { expect, test } from 'vitest'
import { type DatedReport, daysLeft, duesOf } from '../../src/programme/due.ts'
import { shippedPacks } from '../fixture/packs.ts'

const told = (rule: 'calendar' | '15-14', reports: readonly DatedReport[], from: string, to: string) =>
  duesOf(rule, reports, { from, to }).map(({ report, period, before }) => [report, period.from, period.to, before])

test('a half-year that is due before it ends is the one that is running', () => {
  const half: DatedReport = { id: 'half', kind: 'half', of: 1, due: { before: '06-10' } }
  expect(told('15-14', [half], '2026-01-01', '2026-12-31')).toEqual([['half', '2025-12-15', '2026-06-14', '2026-06-10']])
})

test.each<[string, 'calendar' | '15-14', DatedReport, [string, string]]>([
  ['a year, due before its end', '15-14', { id: 'r', kind: 'year', due: { before: '12-05' } }, ['2025-12-15', '2026-12-14']],
  ['a calendar year, due in November', 'calendar', { id: 'r', kind: 'year', due: { before: '11-15' } }, ['2026-01-01', '2026-12-31']],
  ['the year before, due in January', 'calendar', { id: 'r', kind: 'year', due: { before: '01-20' } }, ['2025-01-01', '2025-12-31']],
  ['the third quarter', '15-14', { id: 'r', kind: 'quarter', of: 3, due: { before: '09-10' } }, ['2026-06-15', '2026-09-14']],
  ['the fourth quarter, due in the next year', 'calendar', { id: 'r', kind: 'quarter', of: 4, due: { before: '02-28' } }, ['2025-10-01', '2025-12-31']],
  ['one single day', 'calendar', { id: 'r', kind: 'half', due: { beforeDate: '2026-07-10' } }, ['2026-01-01', '2026-06-30']],
])('%s', (_, rule, report, [from, to]) => {
  expect(told(rule, [report], '2026-01-01', '2026-12-31').map(([, begin, end]) => [begin, end])).toEqual([[from, to]])
})

test('a date that is not known is never guessed, one that is asked for when wanted is no date, a campaign has no period', () => {
  const quarter: DatedReport = { id: 'q', kind: 'quarter', due: 'uncertain' }
  expect(told('calendar', [quarter], '2026-05-01', '2026-11-22')).toEqual([
    ['q', '2026-04-01', '2026-06-30', undefined],
    ['q', '2026-07-01', '2026-09-30', undefined],
  ])
  const others: DatedReport[] = [
    { id: 'a', kind: 'ad-hoc', due: 'when asked' },
    { id: 'c', kind: 'campaign', due: { beforeDate: '2026-08-02' } },
  ]
  expect(told('calendar', others, '2026-01-01', '2026-12-31')).toEqual([])
})

test('every shipped plan’s calendar can be told, and its known days are kept', () => {
  for (const pack of shippedPacks) {
    const days = duesOf(pack.rule, pack.reports, { from: '2025-01-01', to: '2026-12-31' }).flatMap(({ before }) => before ?? [])
    const written = pack.reports.flatMap(({ due }) => (typeof due === 'object' && 'before' in due ? [due.before] : []))
    expect([...new Set(days.map((day) => day.slice(5)))].sort()).toEqual([...new Set(written)].sort())
  }
})

test('the last day that is in time has one day left', () => {
  expect([daysLeft('2026-06-10', '2026-06-09'), daysLeft('2026-06-10', '2026-06-10'), daysLeft('2026-06-10', '2026-06-12')]).toEqual([1, 0, -2])
})
