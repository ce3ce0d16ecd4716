import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, root } from '../../tool/files.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

// The project's own file, of a shape that npm checks.
const packages = JSON.parse(read('package.json')) as { dependencies: Record<string, string>; devDependencies: Record<string, string> }
const dependencies = { ...packages.dependencies, ...packages.devDependencies }

test('every dependency is named in one exact version', () => {
  expect(Object.entries(dependencies).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

test('every dependency has its line in the decision about dependencies, and every line its dependency', () => {
  const told = [...read('docs/decisions/0001-dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name)
  expect([...told].sort()).toEqual(Object.keys(dependencies).sort())
})

test.each(['package-lock.json', 'tests/bench/wire/package-lock.json'])('%s names no host', (lockfile) => {
  expect(read(lockfile)).not.toMatch(/"resolved": "http/)
})

/** What git does not keep. */
const made = new Set(['.git', 'node_modules', 'dist', 'data', '.cache'])

test('no file that is kept names a place of the machine it was written on', () => {
  const kept = readdirSync(root)
    .filter((name) => !made.has(name))
    .flatMap((name) => filesBelow(join(root, name)))
  const texts = kept.filter((path) => /\.(tsx?|mjs|json|md|html|css|svg|sql|sh|webmanifest|txt)$|^\.ci\//.test(path))
  expect(texts.length).toBeGreaterThan(20)
  expect(texts.filter((path) => placesOfAMachine.test(read(path)))).toEqual([])
})

// Put together, so that this file does not name them either.
const placesOfAMachine = new RegExp(`(?<![\\w.])/(${['work', 'home', 'root', 'Users'].join('|')})/[\\w.-]`)

test.each(['/work', '/home', '/root'])('a path below %s is told', (folder) => {
  expect(placesOfAMachine.test(`see "${folder}/somebody/notes.txt"`)).toBe(true)
  expect(placesOfAMachine.test(`docs${folder}/notes.txt`)).toBe(false)
})
