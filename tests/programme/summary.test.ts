import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayToDate } from '../../src/model/civil-date.ts'
import type { Cell } from '../../src/programme/cell.ts'
import { periodKinds, periodOf, periodRules } from '../../src/programme/period.ts'
import { applyTo, changesOf, halfMonthOf, lastOf, summarise, summaryBytes, valuesText } from '../../src/programme/summary.ts'

const cell = (unit: string, date: string, values: Cell['values'], organisation = 'hội'): Cell => ({ unit, date, organisation, values })

const isCut = (date: string): boolean => halfMonthOf(date) === date

test.each([
  ['2026-02-01', '2026-02-01'],
  ['2026-02-14', '2026-02-01'],
  ['2026-02-15', '2026-02-15'],
  ['2026-02-28', '2026-02-15'],
])('%s lies in the half-month of %s', (date, start) => {
  expect(halfMonthOf(date)).toBe(start)
})

test('every regular period of either rule is made of whole half-months', () => {
  const day = fc.integer({ min: 17_000, max: 30_000 }).map(dayToDate)
  fc.assert(
    fc.property(day, fc.constantFrom(...periodRules), fc.constantFrom(...periodKinds), (date, rule, kind) => {
      const { from, to } = periodOf(rule, kind, date)
      expect([isCut(from), isCut(addDays(to, 1))]).toEqual([true, true])
    }),
  )
})

test('cells of one unit, half-month and organisation are summed, and no others', () => {
  const cells = [
    cell('thôn 1', '2026-02-03', { sessions: 1, attendance: 30 }),
    cell('thôn 1', '2026-02-14', { sessions: 1, attendance: 20 }),
    cell('thôn 1', '2026-02-15', { sessions: 1 }),
    cell('thôn 1', '2026-02-03', { sessions: 1 }, 'công an'),
    cell('thôn 2', '2026-02-03', { sessions: 1 }),
  ]
  expect(summarise(cells)).toEqual(
    [
      cell('thôn 1', '2026-02-01', { attendance: 50, sessions: 2 }),
      cell('thôn 1', '2026-02-15', { sessions: 1 }),
      cell('thôn 2', '2026-02-01', { sessions: 1 }),
      cell('thôn 1', '2026-02-01', { sessions: 1 }, 'công an'),
    ].sort((a, b) => (`${a.unit} ${a.date} ${a.organisation}` < `${b.unit} ${b.date} ${b.organisation}` ? -1 : 1)),
  )
})

test('an edit that moves a session touches the place it left and the place it came to', () => {
  const before = [cell('thôn 1', '2026-02-14', { sessions: 1, attendance: 30 })]
  const after = [cell('thôn 2', '2026-02-15', { sessions: 1, attendance: 32 })]
  expect(changesOf(before, after)).toEqual([
    cell('thôn 1', '2026-02-01', { attendance: -30, sessions: -1 }),
    cell('thôn 2', '2026-02-15', { attendance: 32, sessions: 1 }),
  ])
})

test('an edit that alters one number tells that number alone; one within the half-month that alters none tells nothing', () => {
  const before = [cell('thôn 1', '2026-02-03', { sessions: 1, attendance: 30 })]
  expect(changesOf(before, [cell('thôn 1', '2026-02-03', { sessions: 1, attendance: 28 })])).toEqual([cell('thôn 1', '2026-02-01', { attendance: -2 })])
  expect(changesOf(before, [cell('thôn 1', '2026-02-09', { sessions: 1, attendance: 30 })])).toEqual([])
})

test('what comes to zero is left out', () => {
  expect(applyTo({ sessions: 1, attendance: 30 }, { sessions: -1, female: 2 })).toEqual({ attendance: 30, female: 2 })
  expect(valuesText({ sessions: 2, attendance: 30, female: 0 })).toBe('{"attendance":30,"sessions":2}')
})

const anyCell = fc.record({
  unit: fc.constantFrom('thôn 1', 'thôn 2'),
  date: fc.constantFrom('2026-02-01', '2026-02-14', '2026-02-15'),
  organisation: fc.constantFrom('', 'hội'),
  values: fc.dictionary(fc.constantFrom('sessions', 'attendance', '14-15', 'site-active.intensive'), fc.integer({ min: -9, max: 9 })),
})

test('the bytes are the same in whatever order the cells came, and other for other sums', () => {
  fc.assert(
    fc.property(
      fc.array(anyCell, { maxLength: 12 }).chain((cells) => fc.tuple(fc.constant(cells), fc.shuffledSubarray(cells, { minLength: cells.length }))),
      ([cells, shuffled]) => {
        expect(summaryBytes(summarise(shuffled))).toEqual(summaryBytes(summarise(cells)))
        const more = summarise([...cells, cell('thôn 1', '2026-02-01', { sessions: 1 })])
        expect(summaryBytes(more)).not.toEqual(summaryBytes(summarise(cells)))
      },
    ),
  )
})

test('the sums before, with what a change does to them, are the sums after', () => {
  const some = fc.array(anyCell, { maxLength: 5 })
  fc.assert(
    fc.property(some, some, some, (others, before, after) => {
      const kept = summarise([...summarise([...others, ...before]), ...changesOf(before, after)])
      expect(summaryBytes(kept)).toEqual(summaryBytes(summarise([...others, ...after])))
    }),
  )
})

test('the latest of no date is none', () => {
  expect([lastOf([]), lastOf([undefined]), lastOf(['2026-02-01', undefined, '2026-11-20', '2026-03-01'])]).toEqual([undefined, undefined, '2026-11-20'])
})
