// Tries every fault of docs/faults.md as often as it takes to be believed, and says row by row what held. `--rows 1,24`
// tries some of them; `--write` keeps what came of them in docs/evidence/, beside what was kept of the others. Ends with 1 where one broke or none was tried.

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureChromium } from './chromium.ts'
import { commit, writeEvidence } from './evidence.ts'
import { brokenIn, type FaultRun, keptTable, reportOf, tableOf } from './fault-report.ts'
import { mayProve, readFaults, rowsAsked, rowsIn } from './fault-table.ts'
import { filesBelow, root } from './files.ts'
import { readReport } from './report-file.ts'
import { run } from './step.ts'

const EVIDENCE = 'docs/evidence/faults.md'
const LONGEST_MS = 4 * 3_600_000
const reportPath = join(root, '.cache/faults.json')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const { values } = parseArgs({ options: { rows: { type: 'string' }, write: { type: 'boolean', default: false } } })
const table = readFaults(read('docs/faults.md'))
const { rows: faults, untried, wrong } = values.rows === undefined ? { rows: table.rows, untried: [], wrong: [] } : rowsAsked(values.rows, table)
for (const line of wrong) console.error(line)
if (wrong.length > 0) process.exit(2)
for (const line of untried) console.log(line)
if (faults.length === 0) process.exit(1)

const asked = new Set(faults.map(({ row }) => row))
const files = new Map(
  filesBelow(join(root, 'tests'))
    .filter(mayProve)
    .map((path): [string, number[]] => [path, rowsIn(read(path)).filter((row) => asked.has(row))]),
)
for (const [path, rows] of files) if (rows.length === 0) files.delete(path)

const rows = reportOf(faults, files, await tryAll())
console.log(`\n${tableOf(rows)}\n`)
const broken = brokenIn(rows)
console.log(broken.length === 0 ? 'None broke.' : `Broken: ${broken.map(({ row }) => row).join(', ')}`)
if (values.write) writeEvidence(EVIDENCE, 'What held', keptTable(rows, commit(), existsSync(join(root, EVIDENCE)) ? read(EVIDENCE) : ''))
process.exitCode = broken.length === 0 ? 0 : 1

async function tryAll(): Promise<FaultRun | undefined> {
  if (files.size === 0) return undefined
  process.env['CHROME_PATH'] = ensureChromium()
  process.env['LAN_TOA_FAULTS'] = 'whole'
  mkdirSync(dirname(reportPath), { recursive: true })
  rmSync(reportPath, { force: true })
  const names = `\\[F(?:${[...asked].join('|')})\\]`
  // One file after the other: what is measured in seconds must not wait for another test's processor.
  const manner = ['--no-file-parallelism', '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`]
  await run('vitest', ['run', ...files.keys(), '-t', names, ...manner], { isShown: true, timeoutMs: LONGEST_MS })
  return readReport(reportPath)
}
