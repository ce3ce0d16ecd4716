import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, root } from '../../tool/files.ts'
import { stepsIn } from './recipe.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const pages = [...filesBelow(join(root, 'docs')), 'README.md', 'README.vi.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].filter(
  (path) => path.endsWith('.md') && existsSync(join(root, path)),
)

/** Paths of the project that a text names between backticks; patterns like NNNN aside. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:src|tests|tool|docs|public)\/[\w./-]+)`/g)].flatMap(([, path = '']) => (path.includes('NNNN') ? [] : [path]))

/** Files that the recipe tells to make. */
const made = new Set(stepsIn(read('docs/new-record-kind.md')).flatMap(({ how, path }) => (how === 'a new file' ? [path] : [])))

test('every file that a document names is there', () => {
  const named = pages.flatMap((page) => pathsIn(read(page)).map((path) => ({ page, path })))
  expect(named.length).toBeGreaterThan(50)
  expect(named.filter(({ path }) => !made.has(path) && !existsSync(join(root, path)))).toEqual([])
})

test('every invariant of docs/architecture.md has its number once and a file of tests that proves it', () => {
  const rows = [...read('docs/architecture.md').matchAll(/^\| (A\d+) \|.*\| ([^|]+) \|$/gm)]
  expect(rows.map(([, id]) => id)).toEqual(rows.map((_, place) => `A${place + 1}`))
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.filter(([, , files = '']) => !pathsIn(files).some((path) => path.startsWith('tests/') && /\btest\(/.test(read(path))))).toEqual([])
})

test('paths are found between backticks, patterns are left aside', () => {
  expect(pathsIn('see `src/model/id.ts`, `src/x/NNNN-a.sql`, src/not/this.ts and `docs/decisions/`')).toEqual(['src/model/id.ts', 'docs/decisions/'])
})
