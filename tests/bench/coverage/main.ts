// `npm run bench:coverage`: how long the figures of coverage take that the screens read, beside the same figures summed from the
// records with Dexie, on a phone with 1,000, 10,000 and 100,000 sessions, in a real browser. Ends with 1 where a goal is missed.
// `--sizes 1000,10000`, `--rounds 5`; with --write it also writes docs/evidence/coverage-bench.md.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { preact } from '@preact/preset-vite'
import { chromium, type Page } from 'playwright'
import { build } from 'vite'
import type { Dates } from '../../../src/programme/period.ts'
import { chromiumArguments, ensureChromium } from '../../../tool/chromium.ts'
import { writeEvidence } from '../../../tool/evidence.ts'
import { root } from '../../../tool/files.ts'
import { modernDexie } from '../../../tool/worker-bundle.ts'
import { fileServer } from '../../fixture/file-server.ts'
import type { BenchPage, ScreenName } from './page/main.ts'
import type { WorldName } from './page/world.ts'
import { about, isMet, type Measured, table } from './table.ts'

const worlds: readonly WorldName[] = ['commune', 'province']
const screens: readonly ScreenName[] = ['overview', 'places']
const periods: Record<string, Dates> = { quarter: { from: '2026-07-01', to: '2026-09-30' }, year: { from: '2025-12-15', to: '2026-12-14' } }

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    rounds: { type: 'string', default: '9' },
    write: { type: 'boolean', default: false },
  },
})
const sizes = values.sizes.split(',').map(Number)
const rounds = Number(values.rounds)
if (!sizes.every((size) => size > 0) || !(rounds > 0)) throw new Error('--sizes takes numbers above 0, and so does --rounds.')

const folder = join(root, '.cache/bench-coverage')
await bundle()
const server = await fileServer(folder)
const profile = mkdtempSync(join(tmpdir(), 'lan-toa-bench-'))
const context = await chromium.launchPersistentContext(profile, { executablePath: ensureChromium(), args: [...chromiumArguments, '--js-flags=--expose-gc'] })
context.setDefaultTimeout(1_800_000)
const measured: Measured[] = []
try {
  const page = await context.newPage()
  await page.goto(server.origin)
  for (const world of worlds) for (const size of sizes) measured.push(...(await measure(page, world, size)))
} finally {
  await context.close()
  await server.stop()
  rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
}
const result = `${table(measured)}\n\n${about(rounds)}`
console.log(`\n${result}`)
if (values.write) writeEvidence('docs/evidence/coverage-bench.md', 'The figures of coverage, timed', result)
process.exitCode = isMet(measured) ? 0 : 1

async function measure(page: Page, world: WorldName, size: number): Promise<Measured[]> {
  const { area, sums } = await page.evaluate(([name, count]) => (window as unknown as { bench: BenchPage }).bench.fill(name, count), [world, size] as const)
  const all: Measured[] = []
  for (const screen of screens) {
    for (const [period, dates] of Object.entries(periods)) {
      const samples = await page.evaluate(([name, of, within, times]) => (window as unknown as { bench: BenchPage }).bench.time(name, of, within, times), [
        screen,
        area,
        dates,
        rounds,
      ] as const)
      all.push({ world, screen, period, size, sums, ...samples })
      const said = [samples.first, samples.ours, samples.plain].map((times) => times.map((ms) => ms.toFixed(1)).join(' ')).join(' | ')
      console.log(`${world} · ${size} sessions in ${sums} sums · ${screen} · ${period}: ${said}`)
    }
  }
  return all
}

async function bundle(): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  await build({
    root: join(root, 'tests/bench/coverage/page'),
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [preact()],
    resolve: { alias: modernDexie },
    build: { target: ['chrome90', 'safari15.4'], outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false } },
  })
}
