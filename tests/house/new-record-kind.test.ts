import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesBelow, root } from '../../tool/files.ts'
import { run } from '../../tool/step.ts'
import { type Report, tallyOf } from '../../tool/tally.ts'
import { brokenRules } from './import-rules.ts'
import { afterStep, type Step, stepsIn } from './recipe.ts'

const LONGEST_MS = 120_000

const steps = stepsIn(readFileSync(join(root, 'docs/new-record-kind.md'), 'utf8'))

/** The project's sources with every step of the page done, below the project so that its packages are found. */
let copy = ''

beforeAll(() => {
  mkdirSync(join(root, '.cache'), { recursive: true })
  copy = mkdtempSync(join(root, '.cache/new-record-kind-'))
  for (const path of ['src', 'tool', 'tests/fixture', 'tsconfig.json', 'package.json']) cpSync(join(root, path), join(copy, path), { recursive: true })
  for (const step of steps) take(step)
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

function take(step: Step): void {
  const path = join(copy, step.path)
  const after = afterStep(step, existsSync(path) ? readFileSync(path, 'utf8') : undefined)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, after)
}

test('the page names every block: nothing in it is left out', () => {
  const page = readFileSync(join(root, 'docs/new-record-kind.md'), 'utf8')
  expect(steps).toHaveLength(page.split(/^```\w+$/m).length - 1)
  expect(steps.length).toBeGreaterThan(8)
})

test('a kind added by the recipe has the right types', { timeout: LONGEST_MS }, async () => {
  expect(await run('tsc', ['-p', copy], { timeoutMs: LONGEST_MS })).toMatchObject({ output: '', exitCode: 0 })
})

test('a kind added by the recipe keeps the rules of the house', () => {
  const sources = filesBelow(join(copy, 'src'), copy).filter((path) => /\.tsx?$/.test(path))
  expect(brokenRules(Object.fromEntries(sources.map((path) => [path, readFileSync(join(copy, path), 'utf8')])))).toEqual([])
})

test('a kind added by the recipe is judged, granted, listed, saved, sent and received', { timeout: LONGEST_MS }, async () => {
  const report = join(copy, 'report.json')
  const { exitCode, output } = await run('vitest', ['run', '--root', copy, '--reporter=json', `--outputFile=${report}`], { timeoutMs: LONGEST_MS })
  expect(existsSync(report), output).toBe(true)
  // Written by Vitest a moment ago.
  const { passed, failed } = tallyOf('notice board', { report: JSON.parse(readFileSync(report, 'utf8')) as Report, exitCode })
  expect({ failed, someRan: passed > 5 }, output).toEqual({ failed: [], someRan: true })
})

const change = (text: string): Step => ({ path: 'src/a.ts', how: 'changed', text })

test('a block whose lines are not in the file, or are there twice, is told', () => {
  expect(() => afterStep(change('-one\n+two'), 'three\n')).toThrow('src/a.ts has these lines 0 times')
  expect(() => afterStep(change('-one\n+two'), 'one\nthree\none\n')).toThrow('2 times')
  expect(afterStep(change('-one\n+two\n@@\n three\n+four'), 'one\nthree\n')).toBe('two\nthree\nfour\n')
  expect(afterStep(change('-row: {\n+row: { b,'), 'row: { a }\n')).toBe('row: { b, a }\n')
  expect(() => afterStep(change(' three\n+four'), 'three and more\n')).toThrow('0 times')
})

test('a new file that is there already, and a change of one that is not, are told', () => {
  expect(() => afterStep({ path: 'src/a.ts', how: 'a new file', text: 'x' }, 'y')).toThrow('there already')
  expect(() => afterStep(change('+x'), undefined)).toThrow('not there')
  expect(() => afterStep({ path: 'vi.json', how: 'with these words', text: '{"a":"b"}' }, '{"a":"c"}')).toThrow('already: a')
})
