import { expect, test } from 'vitest'
import { type Report, sumOf, tallyOf } from '../../tool/tally.ts'

const file = (status: string, ...tests: [name: string, status: string][]): Report['testResults'][number] => ({
  name: 'tests/a.test.ts',
  status,
  assertionResults: tests.map(([fullName, result]) => ({ fullName, status: result })),
})

test('passed, failed and not run are told apart', () => {
  const report = { testResults: [file('failed', ['a', 'passed'], ['b', 'failed'], ['c', 'skipped'], ['d', 'passed'])] }
  expect(tallyOf('node', { report, exitCode: 1 })).toEqual({ passed: 2, failed: ['node: b'], notRun: ['node: c'] })
})

test('a file that broke before its first test is a failure', () => {
  expect(tallyOf('node', { report: { testResults: [file('passed', ['a', 'passed']), file('failed')] }, exitCode: 1 }).failed).toEqual([
    'node: tests/a.test.ts could not be run',
  ])
})

test('a file that broke outside its tests is a failure, though those passed', () => {
  expect(tallyOf('node', { report: { testResults: [file('failed', ['a', 'passed'])] }, exitCode: 1 }).failed).toHaveLength(1)
})

test('a run that ended badly is a failure, though every test in it passed', () => {
  expect(tallyOf('node', { report: { testResults: [file('passed', ['a', 'passed'])] }, exitCode: 1 }).failed).toEqual(['node: the run broke'])
  expect(tallyOf('node', { report: { testResults: [file('passed', ['a', 'passed'])] }, exitCode: null }).failed).toHaveLength(1)
})

test('an error that belongs to no test is named, though every test passed', () => {
  const report = { testResults: [file('passed', ['a', 'passed'])] }
  expect(tallyOf('node', { report, exitCode: 1, strays: ['Error: out of reach'] }).failed).toEqual(['node: outside of any test: Error: out of reach'])
})

test('a run without a report, or without a single test, is a failure', () => {
  expect(tallyOf('e2e', { report: undefined, exitCode: 0 }).failed).toEqual(['e2e: the run broke and left no report'])
  expect(tallyOf('e2e', { report: { testResults: [] }, exitCode: 0 }).failed).toEqual(['e2e: the run broke'])
})

test('the sum holds every failure', () => {
  expect(
    sumOf([
      { passed: 1, failed: ['a'], notRun: [] },
      { passed: 2, failed: ['b'], notRun: ['c'] },
    ]),
  ).toEqual({ passed: 3, failed: ['a', 'b'], notRun: ['c'] })
})
