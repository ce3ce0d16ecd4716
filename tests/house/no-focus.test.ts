import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, root } from '../../tool/files.ts'

/** Lines that keep a test from running, or all others. What a machine can't run is runIf, which is told at the end of the run. */
const focused = (text: string): string[] =>
  text.split('\n').filter((line) => /\b(test|it|describe|suite|bench)(\.\w+)*\.(only|skip|todo|fails)\b|\bx(it|test|describe)\(/.test(line))

test('no test is left out and none runs alone', () => {
  const tests = filesBelow(join(root, 'tests')).filter((path) => /\.test\.tsx?$/.test(path) && path !== 'tests/house/no-focus.test.ts')
  expect(tests.length).toBeGreaterThan(5)
  expect(tests.flatMap((path) => focused(readFileSync(join(root, path), 'utf8')).map((line) => `${path}: ${line.trim()}`))).toEqual([])
})

test.each(['test.only(', 'it.skip(', 'describe.concurrent.only(', 'test.todo(', 'xit(', 'test.fails('])('%s is told', (line) => {
  expect(focused(`  ${line}'x', () => {})`)).toHaveLength(1)
})

test('runIf and each are no way of leaving a test out', () => {
  expect(focused("test.runIf(isRoot)('x', () => {})\ntest.each([])('y', () => {})\nexit(1)")).toEqual([])
})
