import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, root } from '../../tool/files.ts'
import { foreignAwaits } from './foreign-awaits.ts'

const storeFiles = Object.fromEntries(
  filesBelow(join(root, 'src/client/store'))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
)

const write = 'export const write = (store, tables, body) => store.transaction("rw", tables, body)\n'

test('[F13] nothing but the store itself is awaited inside a transaction of the phone', () => {
  expect(Object.keys(storeFiles).length).toBeGreaterThan(20)
  expect(foreignAwaits(storeFiles)).toEqual([])
})

test('[F13] the check sees into the transactions there are', () => {
  const sealing = storeFiles['src/client/store/meta.ts']?.replace('await store.meta.put(', 'await env.seal()\n  await store.meta.put(')
  expect(foreignAwaits({ ...storeFiles, 'src/client/store/meta.ts': sealing ?? '' })).toEqual(['src/client/store/meta.ts: awaits env.seal()'])
})

test.each([
  ['something given', 'write(store, [], async () => { await env.seal(row) })', 'env.seal()'],
  ['the network', 'write(store, [], async () => { await fetch("/api") })', 'fetch()'],
  ['the platform', 'write(store, [], async () => { await crypto.subtle.digest("SHA-256", row) })', 'crypto.subtle.digest()'],
  ['a callback', 'write(store, [], async () => { await decide() })', 'decide()'],
  ['something foreign among its own', 'write(store, [], async () => { await Promise.all([store.records.put(row), env.seal(row)]) })', 'Promise.all()'],
  ['something foreign for each of many', 'write(store, [], async () => { await Promise.all(rows.map((row) => env.seal(row))) })', 'Promise.all()'],
  ['a promise made outside', 'const sealed = env.seal(row); return write(store, [], async () => { await sealed })', 'sealed'],
  ['a stream', 'write(store, [], async () => { for await (const row of rows) store.records.put(row) })', 'rows'],
])('%s awaited inside a transaction is told', (_, body, awaited) => {
  expect(foreignAwaits({ 'a.ts': `${write}export function save(store, env, decide, rows, row) { ${body} }` })).toEqual([`a.ts: awaits ${awaited}`])
})

test('it is told in a function that the transaction calls, and behind another way into one', () => {
  const called = 'async function put(store, env) { await env.seal() }\nexport const save = (store, env) => write(store, [], async () => put(store, env))'
  expect(foreignAwaits({ 'a.ts': write + called })).toEqual(['a.ts: awaits env.seal()'])
  const view =
    'const inView = (store, read) => store.transaction("r", [], read)\nexport const all = (store, env) => inView(store, async () => { await env.seal() })'
  expect(foreignAwaits({ 'a.ts': view })).toEqual(['a.ts: awaits env.seal()'])
})

test.each([
  ['tables and queries', 'write(store, [], async () => { const where = store.records.where("id"); await where.first(); await store.records.put(row) })'],
  ['a choice of two tables', 'write(store, [], async () => { const table = row ? store.records : store.outbox; await table.put(row) })'],
  ['many at once', 'write(store, [], async () => { await Promise.all(rows.map((row) => store.records.put(row))) })'],
  [
    'what is awaited before',
    'const before = async () => { const sealed = await env.seal(row); await write(store, [], async () => { await store.records.put(sealed) }) }',
  ],
])('%s is no foreign await', (_, body) => {
  expect(foreignAwaits({ 'a.ts': `${write}export function save(store, env, rows, row) { ${body} }` })).toEqual([])
})
