import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFiles } from '../../src/server/files.ts'

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

test('an address that names no file in any odd way is not found, and never a fault', async () => {
  symlinkSync('circle.json', join(folder, 'dist/circle.json'))
  mkdirSync(join(folder, 'dist/folder.json'), { recursive: true })
  const names = [`/${'a'.repeat(300)}.png`, `/${'a/'.repeat(3000)}b.png`, '/index.html/x.png', '/circle.json', '/folder.json', `/${'%E1%BA%A1'.repeat(120)}.js`]
  for (const path of names) expect(await get(path, { 'Accept-Encoding': 'br' }), path.slice(0, 40)).toBeUndefined()
})
