// The gate. `npm test` runs everything; `npm run check` (--fast) leaves out what needs a browser. Each check counts as
// one, each test as one; the last line says the sum and nothing comes after it.

import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { addLightChromium, ensureChromium } from './chromium.ts'
import { root } from './files.ts'
import { run } from './step.ts'
import { type Report, sumOf, type Tally, tallyOf } from './tally.ts'

const isFast = process.argv.includes('--fast')

async function gate(): Promise<Tally> {
  if (!isFast) {
    const missing = chromiumMissing()
    if (missing) return { passed: 0, failed: [missing], notRun: [] }
  }
  const tallies = await Promise.all([
    check('types', 'tsc', []),
    check('lint and format', 'biome', ['check', '--error-on-warnings']),
    check('dead code', 'knip', []),
  ])
  tallies.push(await check('build', 'node', ['tool/build.ts']))
  tallies.push(await check('sizes', 'node', ['tool/sizes.ts'], { isAlwaysShown: true }))
  tallies.push(await tests('tests in Node and a simulated page', ['node', 'ui']))
  if (!isFast) tallies.push(await tests('tests in a browser', ['browser']), await tests('tests of the whole app', ['e2e']))
  return sumOf(tallies)
}

function chromiumMissing(): string | undefined {
  try {
    process.env['CHROME_PATH'] = ensureChromium()
    addLightChromium()
    return undefined
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause)
  }
}

async function check(name: string, command: string, flags: string[], { isAlwaysShown = false } = {}): Promise<Tally> {
  const { exitCode, output, seconds } = await run(command, flags)
  const isGood = exitCode === 0
  console.log(`${isGood ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`)
  if (!isGood || isAlwaysShown) console.log(output.trimEnd())
  return { passed: isGood ? 1 : 0, failed: isGood ? [] : [`check: ${name}`], notRun: [] }
}

async function tests(name: string, projects: string[]): Promise<Tally> {
  const reportPath = join(root, `.cache/tests-${projects.join('-')}.json`)
  mkdirSync(dirname(reportPath), { recursive: true })
  const straysPath = `${reportPath}.strays`
  for (const path of [reportPath, straysPath]) rmSync(path, { force: true })
  const reporters = ['default', 'json', './tool/stray-errors.ts'].map((reporter) => `--reporter=${reporter}`)
  const flags = ['run', ...projects.map((project) => `--project=${project}*`), ...reporters, `--outputFile.json=${reportPath}`]
  const { exitCode, seconds } = await run('vitest', flags, { isShown: true, environment: { LAN_TOA_STRAY_ERRORS: straysPath } })
  const tally = tallyOf(name, { report: readWritten<Report>(reportPath), exitCode, strays: readWritten<string[]>(straysPath) ?? [] })
  console.log(`${tally.failed.length === 0 ? '✓' : '✗'} ${name}: ${tally.passed} passed, ${tally.failed.length} failed (${seconds.toFixed(1)} s)`)
  return tally
}

function readWritten<T>(path: string): T | undefined {
  try {
    // Written by Vitest a moment ago; what is not there counts as a broken run.
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    return undefined
  }
}

function tell({ passed, failed, notRun }: Tally): void {
  if (notRun.length > 0) console.log(`\nNot run on this machine:\n${notRun.map((name) => `  ${name}`).join('\n')}`)
  if (failed.length > 0) console.log(`\nFailed:\n${failed.map((name) => `  ${name}`).join('\n')}`)
  console.log(`${passed} passed, ${failed.length} failed`)
  process.exitCode = failed.length === 0 ? 0 : 1
}

tell(await gate().catch((cause: unknown): Tally => ({ passed: 0, failed: [`the gate itself: ${String(cause)}`], notRun: [] })))
