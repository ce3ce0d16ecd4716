// The bare page, built by Vite with the packages of the app, served from a folder of its own, with as many records in it.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { preact } from '@preact/preset-vite'
import type { Page } from 'playwright'
import { build } from 'vite'
import { root } from '../../../tool/files.ts'
import { modernDexie } from '../../../tool/worker-bundle.ts'
import { fileServer } from '../../fixture/file-server.ts'
import type { Paper } from '../wire/records.ts'
import type { BareRecord } from './bare/database.ts'
import type { Contender, Timed } from './contender.ts'
import { tap, timeTap } from './stopwatch.ts'

interface BareWindow {
  fill(records: BareRecord[]): Promise<unknown>
  count(): Promise<number>
}

export interface Bare extends Contender {
  stop(): Promise<void>
}

const folder = join(root, '.cache/bench-ui')

/** `inputs`: how many numbers its form asks for. */
export async function bare(page: Page, papers: readonly Paper[], inputs: number): Promise<Bare> {
  await bundle()
  const server = await fileServer(folder)
  await page.goto(`${server.origin}/?inputs=${inputs}`)
  await page.locator('#save').waitFor()
  // Put there by the page itself.
  await page.evaluate((records) => (window as unknown as BareWindow).fill(records), papers.map(recordOf))
  return {
    name: 'bare',
    round: () => round(page),
    count: () => page.evaluate(() => (window as unknown as BareWindow).count()),
    stop: () => server.stop(),
  }
}

async function bundle(): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  await build({
    root: join(root, 'tests/bench/ui/bare'),
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [preact()],
    resolve: { alias: modernDexie },
    build: { target: ['chrome90', 'safari15.4'], outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false } },
  })
}

const recordOf = ({ id, kind, at, fields }: Paper): BareRecord => ({
  id,
  kind,
  state: 'sent',
  marks: [],
  date: String(fields['date']),
  unit: String(fields['unit']),
  author: 'a',
  createdAt: at,
  data: fields,
})

async function round(page: Page): Promise<Timed> {
  for (const more of ['#n0-more', '#n1-more']) await tap(page, more)
  await page.waitForFunction(() => document.querySelector('input')?.value === '1')
  const plus = await timeTap(page, '#n0-more', { selector: '#n0', says: '2' })
  const open = await timeTap(page, '#count', { selector: 'dialog[open]' })
  const half = await timeTap(page, '#half', { selector: '#half', says: '3' })
  await tap(page, '#done')
  await page.waitForFunction(() => document.querySelector('dialog') === null)
  const save = await timeTap(page, '#save', { selector: '[role=status]', says: 'Đã lưu trên máy này' })
  return { plus, open, half, save }
}
