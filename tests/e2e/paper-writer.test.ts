// Reports written as the built app writes them: by a worker that is kept for days without a network, under the policy that every page
// of the app has.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { build } from 'vite'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { paperToExcel } from '../../src/client/report/excel/excel.ts'
import { paperToWord } from '../../src/client/report/word/word.ts'
import { addSecurityHeaders } from '../../src/server/headers.ts'
import { chromiumArguments, ensureChromium } from '../../tool/chromium.ts'
import { filesBelow, root } from '../../tool/files.ts'
import { bundleWorker } from '../../tool/worker-bundle.ts'
import { type FileServer, fileServer } from '../fixture/file-server.ts'
import { quarterPaper } from '../fixture/paper.ts'
import type { PaperWindow } from '../fixture/paper-page.ts'

let browser: Browser
let folder: string
let files: string[]

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumArguments })
  mkdirSync(join(root, '.cache'), { recursive: true })
  folder = mkdtempSync(join(root, '.cache/paper-page-'))
  const input = join(root, 'tests/fixture/paper-page.ts')
  const output = { entryFileNames: 'assets/page.js' }
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: { outDir: folder, assetsInlineLimit: 0, rolldownOptions: { input, output } },
  })
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>plain</title><script type="module" src="/assets/page.js"></script>')
  await bundleWorker(folder, filesBelow(folder, folder))
  files = filesBelow(folder, folder)
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

async function served(): Promise<{ server: FileServer; page: Page; errors: string[] }> {
  const server = await fileServer(folder)
  const headers = new Headers()
  addSecurityHeaders(headers, false)
  for (const file of files) {
    const answer = { ...server.file(`/${file}`), headers: Object.fromEntries(headers) }
    for (const path of file === 'index.html' ? ['/', '/index.html'] : [`/${file}`]) server.instead.set(path, answer)
  }
  const context = await browser.newContext()
  onTestFinished(async () => {
    await context.close()
    await server.stop().catch(() => undefined)
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${server.origin}/`)
  return { server, page, errors }
}

const write = (page: Page, kind: 'word' | 'excel'): Promise<string> =>
  // Put there by the page itself.
  page.evaluate((asked) => (window as unknown as PaperWindow).write(asked), kind)

test('without a network the kept worker writes Word and Excel, under the app’s own policy', async () => {
  const { server, page, errors } = await served()
  await page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).active))
  await server.stop()
  await page.reload()
  expect(await write(page, 'word')).toBe(`bao-cao.docx ${paperToWord(quarterPaper()).byteLength}`)
  expect(await write(page, 'excel')).toBe(`bao-cao.xlsx ${paperToExcel(quarterPaper()).byteLength}`)
  expect(errors).toEqual([])
})

test('a phone that lacks the worker says so instead of waiting', async () => {
  const { server, page } = await served()
  for (const file of files.filter((one) => one.includes('paper-worker'))) server.instead.set(`/${file}`, 'nothing')
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
  })
  await page.reload()
  expect(await write(page, 'word')).toBe('no-writer')
})
