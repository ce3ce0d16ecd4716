import { expect, test } from 'vitest'
import { brokenIn, type FaultRun, keptTable, reportOf, tableOf } from '../../tool/fault-report.ts'
import { readFaults, rowsAsked } from '../../tool/fault-table.ts'

const page = `
| row | fault | what holds | tested in |
| --- | --- | --- | --- |
| 1 | The browser is killed | There again | \`tests/a.test.ts\` |
| 2 | The form is cut | Draft | \`tests/a.test.ts\` |
| 8 | A power cut | All | Not tested: it takes a socket to pull. |

## Not covered

| row | fault | belongs to |
| --- | --- | --- |
| 7 | Photos fill the disk | photos |
`
const { rows: faults, open } = readFaults(page)
const files = new Map([['tests/a.test.ts', [1, 2]]])

type Test = FaultRun['testResults'][number]['assertionResults'][number]
const ran = (status: string, ...assertionResults: Test[]): FaultRun => ({ testResults: [{ name: '/x/tests/a.test.ts', status, assertionResults }] })
const passed = (title: string, runs: number, figure: string): Test => ({ title, status: 'passed', meta: { fault: { runs, figure } } })

test('a table is read with what is covered and what is not', () => {
  expect(faults.map(({ row }) => row)).toEqual([1, 2, 8])
  expect(open).toEqual([{ row: 7, fault: 'Photos fill the disk', where: 'photos' }])
})

test('rows that are asked for are tried, or it is told why they can’t be', () => {
  const asked = (given: string) => rowsAsked(given, { rows: faults, open })
  expect(asked('2, 1')).toEqual({ rows: [faults[0], faults[1]], untried: [], wrong: [] })
  expect(asked('1,7')).toEqual({
    rows: [faults[0]],
    untried: ['Row 7 (Photos fill the disk) has no test: it belongs to what is not there yet, photos.'],
    wrong: [],
  })
  expect(asked('999').wrong).toEqual(['There is no row 999.'])
  for (const given of ['x', '', '1,', '1;2', '-1', '1.5', '0x1'])
    expect(asked(given).wrong, given).toEqual([expect.stringMatching(/^--rows takes numbers of rows/)])
})

test('runs are summed and figures stand side by side; one test may prove two rows', () => {
  const report = reportOf(faults, files, ran('passed', passed('[F1] [F2] both', 3, '0 of 3 lost'), passed('[F1] more', 2, '0 of 2 lost')))
  expect(report.map(({ row, runs, result, figure }) => [row, runs, result, figure])).toEqual([
    [1, 5, 'held', '0 of 3 lost; 0 of 2 lost'],
    [2, 3, 'held', '0 of 3 lost'],
    [8, 0, 'not run: it takes a socket to pull.', ''],
  ])
})

test('a row breaks with any of its tests, with a file that did not start, and where nothing was run', () => {
  const broken = (run: FaultRun | undefined) => brokenIn(reportOf(faults, files, run)).map(({ row }) => row)
  expect(broken(ran('failed', passed('[F1] a', 1, ''), { title: '[F1] b', status: 'failed' }, passed('[F2] c', 1, '')))).toEqual([1])
  expect(broken(ran('failed'))).toEqual([1, 2])
  expect(broken(ran('failed', passed('[F1] a', 1, '')))).toEqual([1, 2])
  expect(broken(undefined)).toEqual([1, 2])
  expect(broken(ran('passed', passed('[F1] a', 1, '')))).toEqual([2])
})

test('what a machine can not run is told, and breaks nothing', () => {
  const report = reportOf(faults, files, ran('passed', { title: '[F1] a', status: 'skipped' }, passed('[F2] b', 1, '')))
  expect([report[0]?.result, brokenIn(report)]).toEqual(['not run: this machine lacks what it takes', []])
})

test('a figure with a bar does not break the table', () => {
  expect(tableOf([{ row: 1, fault: 'x', runs: 2, result: 'held', figure: 'a | b' }]).split('\n')[2]).toBe('| 1 | x | 2 | held | a \\| b |')
})

test('what is tried again takes its own place in what is kept, with its commit, and leaves the others', () => {
  const row = (at: number, result: string) => ({ row: at, fault: 'x', runs: 2, result, figure: 'a | b' })
  const before = keptTable([row(12, 'BROKEN'), row(2, 'held'), row(30, 'held')], 'abc', '')
  const after = keptTable([row(12, 'held'), row(1, 'held')], 'def', `# What held\n\n${before}\n`)
  expect(after.split('\n')).toEqual([
    '| row | fault | runs | result | figure | commit |',
    '| --- | --- | --- | --- | --- | --- |',
    '| 1 | x | 2 | held | a \\| b | def |',
    '| 2 | x | 2 | held | a \\| b | abc |',
    '| 12 | x | 2 | held | a \\| b | def |',
    '| 30 | x | 2 | held | a \\| b | abc |',
  ])
})
