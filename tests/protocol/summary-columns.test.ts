import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { fromColumns, type SummaryColumns, type Sums, toColumns } from '../../src/protocol/summary-columns.ts'

const unit = fc.constantFrom('20056@2025-07-01', '20044@2025-07-01', 'a village', 'another village')
const measure = fc.constantFrom('sessions', 'attendance', 'tally.tips-received.2026-01-01', '__proto__ of nothing')
const sum = fc.record({
  unit,
  date: fc.constantFrom('2026-11-01', '2026-11-15', '2025-01-01'),
  organisation: fc.constantFrom('', 'hoi', 'cong an'),
  values: fc.dictionary(measure, fc.integer({ min: -3, max: 900 }), { noNullPrototype: true }),
})
const sums: fc.Arbitrary<Sums> = fc.record({
  rows: fc.uniqueArray(sum, { selector: ({ unit: at, date, organisation }) => `${at} ${date} ${organisation}` }),
  lastSessions: fc.uniqueArray(fc.record({ unit, date: fc.option(fc.constantFrom('2026-11-20', '2026-10-02')) }), { selector: ({ unit: at }) => at }),
})

const sorted = ({ rows, lastSessions }: Sums) => ({
  rows: rows.map((row) => JSON.stringify([row.unit, row.date, row.organisation, Object.entries(row.values).sort()])).sort(),
  lastSessions: lastSessions.map((one) => JSON.stringify([one.unit, one.date])).sort(),
})

const overTheWire = (columns: SummaryColumns): unknown => JSON.parse(JSON.stringify(columns))

property.prop([sums])('[P73] what was put into columns comes out as the same sums', (told) => {
  const read = fromColumns(overTheWire(toColumns(told)))
  expect(read && sorted(read)).toEqual(sorted(told))
})

const some: Sums = {
  rows: [
    { unit: 'b', date: '2026-11-01', organisation: 'hoi', values: { sessions: 2, attendance: 40 } },
    { unit: 'a', date: '2026-11-15', organisation: 'hoi', values: { sessions: 1 } },
    { unit: 'a', date: '2026-11-01', organisation: '', values: {} },
  ],
  lastSessions: [
    { unit: 'b', date: '2026-11-03' },
    { unit: 'c', date: null },
  ],
}

test('[P73] every id and every measure is told once', () => {
  expect(toColumns(some)).toEqual({
    units: ['a', 'b', 'c'],
    dates: ['2026-11-01', '2026-11-15'],
    organisations: ['', 'hoi'],
    measures: ['sessions', 'attendance'],
    shapes: [[], [0], [0, 1]],
    unit: [0, 0, 1],
    date: [0, 1, 0],
    organisation: [0, 1, 0],
    shape: [0, 1, 2],
    values: [[1, 2], [40]],
    last: [1, 1],
    lastDate: ['2026-11-03', null],
  })
})

test.each<[string, Partial<Record<keyof SummaryColumns, unknown>>]>([
  ['a column of another sort', { units: 7 }],
  ['a column that is not there', { values: undefined }],
  ['a column that is shorter', { shape: [0, 1] }],
  ['a unit that is not in the list', { unit: [0, 0, 9] }],
  ['a date that is not in the list', { date: [0, 1, 5] }],
  ['an organisation before the first', { organisation: [0, -1, 1] }],
  ['a shape that is not there', { shape: [0, 1, 7] }],
  ['a shape of a measure that is not there', { shapes: [[], [0], [0, 4]] }],
  ['a number that is missing', { values: [[1], [40]] }],
  ['a last session of no unit', { last: [1, 8] }],
  ['a last session without its date', { lastDate: ['2026-11-03'] }],
])('[P55] %s is no answer of the server', (_, wrong) => {
  expect(fromColumns({ ...toColumns(some), ...wrong })).toBeUndefined()
})
