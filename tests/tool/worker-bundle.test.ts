import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { precompress } from '../../tool/precompress.ts'
import { bundleSender, bundleWorker } from '../../tool/worker-bundle.ts'

function built(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const part of ['assets', 'units', 'icons']) mkdirSync(join(folder, part))
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
  return folder
}

const app = { 'index.html': '<p>Lan Tỏa</p>', 'assets/app-1.js': 'let a', 'manifest.webmanifest': '{}' }

test('the worker keeps the page and the chunks of this build, and neither units nor chunks of an earlier one', async () => {
  const folder = built({ ...app, 'assets/app-0.js': 'old', 'units/46.json': '{}', 'robots.txt': '' })
  const kept = await bundleWorker(folder, [...Object.keys(app), 'units/46.json', 'robots.txt'])
  expect(kept.map(({ url }) => url)).toEqual(['/index.html', '/assets/app-1.js', '/manifest.webmanifest'])
  const worker = readFileSync(join(folder, 'service-worker.js'), 'utf8')
  for (const { url, integrity } of kept) {
    expect(worker).toContain(url)
    expect(worker).toContain(integrity)
  }
  expect(worker).not.toMatch(/app-0\.js|46\.json|__WB_MANIFEST/)
})

test('a changed page has another revision; a hashed chunk needs none', async () => {
  const [page, chunk] = await bundleWorker(built(app), Object.keys(app))
  const [changed] = await bundleWorker(built({ ...app, 'index.html': '<p>Lan Tỏa!</p>' }), Object.keys(app))
  expect(page?.revision).not.toBe(changed?.revision)
  expect(chunk?.revision).toBeNull()
})

test.each([[[]], [['index.html']], [['assets/app-1.js']]])('a worker that would keep only %j is not built', async (files) => {
  await expect(bundleWorker(built(app), files)).rejects.toThrow(/would not open offline/)
})

test('the sender brings its own engine, keeps no list of files and no queue of requests', async () => {
  const folder = built({})
  await bundleSender(folder)
  const sender = readFileSync(join(folder, 'sync-worker.js'), 'utf8')
  expect(sender).toContain('/api/sync')
  expect(sender).not.toMatch(/workbox|__WB_MANIFEST|precache/)
})

test('packed copies unpack to the file, and pictures get none', () => {
  const folder = built({ ...app, 'icons/icon-192.png': 'png' })
  const names = precompress(folder, ['index.html', 'icons/icon-192.png'])
  expect(names).toEqual(['index.html.gz', 'index.html.br'])
  expect(gunzipSync(readFileSync(join(folder, 'index.html.gz'))).toString()).toBe(app['index.html'])
  expect(brotliDecompressSync(readFileSync(join(folder, 'index.html.br'))).toString()).toBe(app['index.html'])
})
