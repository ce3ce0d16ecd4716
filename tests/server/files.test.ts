import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createFiles } from '../../src/server/files.ts'
import { filesBelow } from '../../tool/files.ts'
import { afterBuild, type BuildRecord, KEPT_MS } from '../../tool/old-files.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lan-toa-files-'))
  const files: Record<string, string | Uint8Array> = {
    'secret.txt': 'outside',
    'dist/index.html': '<!doctype html><title>Lan Tỏa</title>',
    'dist/service-worker.js': '// worker',
    'dist/manifest.webmanifest': '{}',
    'dist/units/46.json': '{"code":"46"}',
    'dist/assets/app-abc123.js': 'console.log(1)',
    'dist/assets/app-abc123.js.gz': gzipSync('console.log(1)'),
    'dist/assets/app-abc123.js.br': 'packed',
    'dist/.hidden.json': '{}',
    'dist/odd.sqlite': 'x',
    'dist-beside/index.html': 'outside',
  }
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
})

afterAll(() => rmSync(folder, { recursive: true }))

const get = (path: string, headers: Record<string, string> = {}): Promise<Response | undefined> =>
  createFiles(join(folder, 'dist'))(new Request(new URL(path, 'https://lan-toa.test'), { headers }))

test('a file with a hash in its name is kept for ever; the page, the worker and the units are asked for each time', async () => {
  const hashed = await get('/assets/app-abc123.js')
  expect(hashed?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(hashed?.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  for (const [path, type] of [
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/service-worker.js', 'text/javascript; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json'],
    ['/units/46.json', 'application/json'],
  ] as const) {
    const response = await get(path)
    expect(response?.headers.get('cache-control'), path).toBe('no-cache')
    expect(response?.headers.get('content-type'), path).toBe(type)
    expect(response?.headers.get('etag'), path).toMatch(/^"[0-9a-f]{32}"$/)
  }
})

test('what a browser already has is not sent again', async () => {
  const etag = (await get('/'))?.headers.get('etag') ?? ''
  const again = await get('/', { 'If-None-Match': `"other", W/${etag}` })
  expect([again?.status, await again?.text()]).toEqual([304, ''])
  expect((await get('/', { 'If-None-Match': '"other"' }))?.status).toBe(200)
})

test('packed copies are used where they are there and welcome', async () => {
  const brotli = await get('/assets/app-abc123.js', { 'Accept-Encoding': 'gzip, br' })
  expect([brotli?.headers.get('content-encoding'), await brotli?.text(), brotli?.headers.get('vary')]).toEqual(['br', 'packed', 'Accept-Encoding'])
  const gzip = await get('/assets/app-abc123.js', { 'Accept-Encoding': 'gzip' })
  expect(gzip?.headers.get('content-encoding')).toBe('gzip')
  const none = await get('/service-worker.js', { 'Accept-Encoding': 'gzip, br' })
  expect([none?.headers.get('content-encoding'), await none?.text()]).toEqual([null, '// worker'])
})

test('every screen’s address is the page; a missing file never is', async () => {
  for (const path of ['/sessions', '/sessions/01900000-0000-7000-8000-000000000001', '/enrol'])
    expect(await (await get(path, { Accept: 'text/html' }))?.text()).toContain('Lan Tỏa')
  for (const path of ['/assets/gone-def456.js', '/units/99.json', '/gone.css']) expect(await get(path, { Accept: 'text/html' }), path).toBeUndefined()
  expect(await get('/sessions', { Accept: 'application/json' })).toBeUndefined()
})

test('nothing outside the folder, nothing hidden, nothing that is no part of an app', async () => {
  const odd = [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/..%2fdist-beside/index.html',
    '/.hidden.json',
    '/odd.sqlite',
    '/assets/app-abc123.js.br',
    '/%00index.html',
    '/%E0%A4%A.html',
    '/assets',
  ]
  for (const path of odd) {
    const response = await get(path, { Accept: 'application/json' })
    expect(response && (await response.text()), path).toBeUndefined()
  }
})

test('a page of the previous build still gets its chunks and styles after a deploy, packed too; the page and the worker are the new ones', async () => {
  const served = mkdtempSync(join(tmpdir(), 'lan-toa-deploy-'))
  onTestFinished(() => rmSync(served, { recursive: true }))
  const put = (files: Record<string, string>) => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(served, name)), { recursive: true })
      writeFileSync(join(served, name), content)
    }
    return Object.keys(files)
  }
  const deploy = (previous: BuildRecord, made: string[], now: number) => {
    const { record, remove } = afterBuild(previous, filesBelow(served, served), made, now)
    for (const file of remove) rmSync(join(served, file))
    return record
  }
  const ask = (path: string, headers: Record<string, string> = {}) => createFiles(served)(new Request(new URL(path, 'https://lan-toa.test'), { headers }))
  const build = (name: string) => ({
    'index.html': name,
    'service-worker.js': name,
    [`assets/month-${name}.js`]: name,
    [`assets/month-${name}.js.br`]: `${name} packed`,
    [`assets/month-${name}.css`]: name,
    [`assets/vi-${name}.json`]: name,
  })
  const first = deploy({ files: [], superseded: {} }, put(build('one')), 0)
  const second = deploy(first, put(build('two')), 1)
  const old = ['/assets/month-one.js', '/assets/month-one.css', '/assets/vi-one.json']
  expect(await Promise.all(old.map(async (path) => (await ask(path))?.text()))).toEqual(['one', 'one', 'one'])
  expect(await (await ask('/assets/month-one.js', { 'Accept-Encoding': 'br' }))?.text()).toBe('one packed')
  expect(await Promise.all(['/', '/service-worker.js'].map(async (path) => (await ask(path))?.text()))).toEqual(['two', 'two'])
  deploy(second, put(build('three')), KEPT_MS + 2)
  expect(await ask('/assets/month-one.js')).toBeUndefined()
  expect(await (await ask('/assets/month-two.js'))?.text()).toBe('two')
})

test('an address that names no file in any odd way is not found, and never a fault', async () => {
  symlinkSync('circle.json', join(folder, 'dist/circle.json'))
  mkdirSync(join(folder, 'dist/folder.json'), { recursive: true })
  const names = [`/${'a'.repeat(300)}.png`, `/${'a/'.repeat(3000)}b.png`, '/index.html/x.png', '/circle.json', '/folder.json', `/${'%E1%BA%A1'.repeat(120)}.js`]
  for (const path of names) expect(await get(path, { 'Accept-Encoding': 'br' }), path.slice(0, 40)).toBeUndefined()
})
