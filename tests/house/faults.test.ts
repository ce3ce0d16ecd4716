import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Fault, mayProve, readFaults, reasonOf, rowsIn, rowsNamed } from '../../tool/fault-table.ts'
import { filesBelow, root } from '../../tool/files.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const { rows, open } = readFaults(read('docs/faults.md'))

const tests = filesBelow(join(root, 'tests')).filter(mayProve)
const proved = new Map(tests.map((path): [string, number[]] => [path, rowsIn(read(path))]))

const provedBy = (row: number): string[] => [...proved].flatMap(([path, found]) => (found.includes(row) ? [path] : []))
const filesNamed = ({ where }: Fault): string[] => [...where.matchAll(/`(tests\/[^`]+)`/g)].map(([, path = '']) => path)

/** What is wrong with a row: nothing proves it, or its cell says something else than the tests. */
function faultsOf(fault: Fault, files: readonly string[]): string[] {
  const named = filesNamed(fault)
  if (files.length === 0 && named.length === 0) return reasonOf(fault) ? [] : [`row ${fault.row} has neither a test nor a reason`]
  if ([...named].sort().join() === [...files].sort().join()) return []
  return [`row ${fault.row} names ${named.join(', ') || 'no file'}; its tests are in ${files.map((path) => `\`${path}\``).join(', ') || 'none'}`]
}

const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, place) => from + place)
const covered = [...span(1, 6), 8, ...span(10, 39), 43, 44, ...span(46, 60)]
const notYet = [7, 9, 40, 41, 42, 45, ...span(61, 75)]

const inOrder = (found: readonly Fault[]): number[] => found.map(({ row }) => row).sort((a, b) => a - b)

test('docs/faults.md has every row once: what is covered, and what belongs to parts that are not there', () => {
  expect(inOrder(rows)).toEqual(covered)
  expect(inOrder(open)).toEqual(notYet)
})

test('every row of docs/faults.md has a test that begins with its id, named in the table, or a reason why not', () => {
  expect(rows.flatMap((fault) => faultsOf(fault, provedBy(fault.row)))).toEqual([])
})

test('no test names a row that the table lacks', () => {
  const known = new Set(rows.map(({ row }) => row))
  expect([...proved].flatMap(([path, found]) => found.filter((row) => !known.has(row)).map((row) => `${path}: F${row}`))).toEqual([])
})

test('a row without a test, with another file, or with a stale one is told', () => {
  const row = (where: string): Fault => ({ row: 3, fault: 'x', where })
  const one = 'tests/fault/one.test.ts'
  expect(faultsOf(row(''), [])).toEqual(['row 3 has neither a test nor a reason'])
  expect(faultsOf(row('Not tested: it takes a power cut.'), [])).toEqual([])
  expect(faultsOf(row(`\`${one}\``), [one])).toEqual([])
  expect(faultsOf(row('`tests/fault/two.test.ts`'), [one])).toHaveLength(1)
  expect(faultsOf(row(`\`${one}\``), [])).toHaveLength(1)
})

test('rows are read from the start of names only', () => {
  expect(rowsNamed('[F47] [F48] a session keeps its day')).toEqual([47, 48])
  expect(rowsNamed('a session of [F47]')).toEqual([])
  expect(rowsIn("test('[F24] [P27] an answer is lost', …)\ntest.each([1])(`[F25] cut at %s`)\n// [F99]")).toEqual([24, 25])
})
