import { expect, test } from 'vitest'
import { fetchedEarlyOf, importedBy, scriptsOf, startedOf, stylesOf, tooLarge } from '../../tool/sizes.ts'

const page = `<head>
  <script type="module" crossorigin src="/assets/index-1.js"></script>
  <link rel="modulepreload" crossorigin href="/assets/shared-2.js">
  <link rel="stylesheet" crossorigin href="/assets/index-3.css">
  <link rel="preload" as="fetch" crossorigin="" href="/assets/vi-4.json">
  <link rel="manifest" href="/manifest.webmanifest">
</head>`

test('the first load is the entry, what it imports at once, its styles, and what it asks for early', () => {
  expect(scriptsOf(page)).toEqual(['assets/index-1.js', 'assets/shared-2.js'])
  expect(stylesOf(page)).toEqual(['assets/index-3.css'])
  expect(fetchedEarlyOf(page)).toEqual(['assets/vi-4.json'])
  expect(startedOf('import(`./register-worker-a_1-B.js`),b(`./enrol-2.js`),c(`./more-2.js`),["assets/register-worker-a_1-B.js"]')).toEqual([
    'assets/register-worker-a_1-B.js',
    'assets/enrol-2.js',
  ])
  expect(importedBy('import{a as b}from"./first-1.js";import"./page-2.js";const c=()=>import(`./later-3.js`)')).toEqual([
    'assets/first-1.js',
    'assets/page-2.js',
  ])
})

test('one byte over a limit is told', () => {
  expect(
    tooLarge([
      { name: 'scripts', bytes: 100, limit: 100 },
      { name: 'units', bytes: 900_000 },
    ]),
  ).toEqual([])
  expect(tooLarge([{ name: 'scripts', bytes: 101, limit: 100 }])).toEqual(['scripts: 101 bytes, 1 over the limit'])
})
