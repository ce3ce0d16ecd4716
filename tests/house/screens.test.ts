import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formPaths, listPaths } from '../../src/client/ui/record-path.ts'
import { root } from '../../tool/files.ts'
import { nameFor, people, screens, type Who } from '../fixture/screen-list.ts'
import { inEnglish, sample, thorough } from '../fixture/screen-sample.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Addresses that the app has a screen for, as its own text says them. */
function routesIn(text: string): string[] {
  const named = [...text.matchAll(/<Route path="([^"]+)"|\bpath === '([^']+)'/g)].map(([, route = '', path = '']) => route || path)
  return [...new Set([...named, ...(text.includes('<Route default') ? ['default'] : [])])]
}

const routes = [...routesIn(read('src/client/ui/app.tsx')), ...listPaths, ...formPaths]

test('every route of the app has a line in tests/fixture/screen-list.ts', () => {
  const listed = new Set(screens.map(({ route }) => route))
  expect(routes.length).toBeGreaterThan(40)
  expect(routes.filter((route) => !listed.has(route))).toEqual([])
})

test('no line names a route that there is not, and every screen has a name of its own', () => {
  expect(screens.filter(({ route }) => !routes.includes(route))).toEqual([])
  const names = screens.flatMap((screen) => screen.by.map((who) => nameFor(screen, who)))
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
})

test('the sample of every run names screens that their people have, and of them those that are looked at longer', () => {
  const of = (who: Who) => screens.filter(({ by }) => by.includes(who)).map(({ name }) => name)
  const sampled = people.flatMap((who) => (sample[who] ?? []).map((name) => ({ who, name })))
  expect(sampled.filter(({ who, name }) => !of(who).includes(name))).toEqual([])
  expect([...inEnglish].filter((name) => !sampled.some((one) => one.name === name))).toEqual([])
  const files = sampled.flatMap(({ who, name }) => screens.filter((screen) => screen.name === name).map((screen) => nameFor(screen, who)))
  expect([...thorough].filter((file) => !files.includes(file))).toEqual([])
})

test('routes are found as elements, as conditions, and the one for everything else', () => {
  expect(routesIn('<Route path="/a/:id" component={A} />\nif (!x || path === \'/enrol\') return\n<Route default component={N} />')).toEqual([
    '/a/:id',
    '/enrol',
    'default',
  ])
})

/** The pictures that a row of the table names, and what the row says of them. */
const rowsIn = (text: string): { pictures: string[]; finding: string }[] =>
  [...text.matchAll(/^\| (.*\.webp\).*?) \| (.*) \|$/gm)].map(([, named = '', finding = '']) => ({
    pictures: [...named.matchAll(/\(([\w-]+\.webp)\)/g)].map(([, picture = '']) => picture),
    finding,
  }))

test('docs/screens/README.md names every picture once, with what was seen on it', () => {
  const rows = rowsIn(read('docs/screens/README.md'))
  const drawn = readdirSync(join(root, 'docs/screens')).filter((name) => name.endsWith('.webp'))
  expect(rows.flatMap(({ pictures }) => pictures).sort()).toEqual(drawn.sort())
  expect(rows.filter(({ finding }) => finding.split(' ').length < 3)).toEqual([])
})

test('a row is read with its pictures and its finding', () => {
  expect(rowsIn('| picture | seen |\n| --- | --- |\n| [a-360](a-360.webp) [1280](a-1280.webp) | Nothing is cut off. |')).toEqual([
    { pictures: ['a-360.webp', 'a-1280.webp'], finding: 'Nothing is cut off.' },
  ])
})
