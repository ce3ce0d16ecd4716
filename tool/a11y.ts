// Looks at every screen in every state, in both languages, by eye, thumb, keyboard and ear, and says row by row what was
// found. `--screens "^session"` looks at those whose names fit; `--write` keeps the table in docs/evidence/. Ends with 1 where
// something was found.

import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureChromium } from './chromium.ts'
import { writeEvidence } from './evidence.ts'
import { root } from './files.ts'
import { readReport } from './report-file.ts'
import { brokenIn, findingsIn, lookedIn, type ScreenRun, screenTable } from './screen-report.ts'
import { run } from './step.ts'

const LONGEST_MS = 4 * 3_600_000
const reportPath = join(root, '.cache/screens.json')

const { values } = parseArgs({ options: { screens: { type: 'string', default: '' }, write: { type: 'boolean', default: false } } })

const report = await lookAtAll(values.screens)
const looked = lookedIn(report)
const problems = [...findingsIn(looked), ...brokenIn(report)]
const said = problems.length === 0 ? `Nothing was found on ${looked.length} sights.` : problems.map((problem) => `- ${problem}`).join('\n')
console.log(`\n${screenTable(looked)}\n\n${said}`)
if (values.write) writeEvidence('docs/evidence/a11y.md', 'What every screen was found to be', `${screenTable(looked)}\n\n${said}`)
process.exitCode = problems.length === 0 && looked.length > 0 ? 0 : 1

async function lookAtAll(names: string): Promise<ScreenRun | undefined> {
  process.env['CHROME_PATH'] = ensureChromium()
  mkdirSync(dirname(reportPath), { recursive: true })
  rmSync(reportPath, { force: true })
  const manner = ['--project=e2e', '--reporter=default', '--reporter=json', `--outputFile.json=${reportPath}`]
  await run('vitest', ['run', 'tests/e2e/screens.test.ts', ...manner], { isShown: true, timeoutMs: LONGEST_MS, environment: { LAN_TOA_SCREENS: names } })
  return readReport(reportPath)
}
