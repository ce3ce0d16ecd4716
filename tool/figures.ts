// `npm run figures`: two hundred provinces at work, their figures on phones and server held against plain records, where every
// run of the tests looks at a few. `--write` keeps what came of it in docs/evidence/. Ends with 1 where a figure differed.

import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeEvidence } from './evidence.ts'
import { root } from './files.ts'
import { readReport } from './report-file.ts'
import { run } from './step.ts'

interface FiguresRun {
  testResults: { assertionResults: { title: string; status: string; failureMessages?: string[]; meta?: { fault?: { figure: string } } }[] }[]
}

const about = `Each province is a real server and four phones with the app's own store and engine: two communes' officials, a collaborator who is
without a network while a period is sent up and locked, and the province's office. Records are made, mended, moved to other villages and days, taken away and
brought back, before the lock and after it; villages end or come off the list; each of the six plans in turn is adopted. In the end every figure of the screens (who came,
the indicators, every unit's sums and newest session, who is missing, twelve months, from how many places anything came, a submission's figures and its
adjustment), as the office, both officials, the collaborator and the server have it, is compared with plain loops over the records.`

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
const report = join(root, '.cache/figures.json')
const flags = ['run', 'tests/sync/office-figures.test.ts', '--project=node*', '--reporter=json', `--outputFile.json=${report}`]
const begun = performance.now()
const { exitCode, output } = await run('vitest', flags, { timeoutMs: 4 * 3_600_000, environment: { LAN_TOA_FAULTS: 'whole' } })
const tests = readReport<FiguresRun>(report)?.testResults.flatMap(({ assertionResults }) => assertionResults) ?? []
const lines = tests.map(
  ({ title, status, meta, failureMessages = [] }) =>
    `- ${title}: ${status === 'passed' ? (meta?.fault?.figure ?? 'held') : `FAILED. ${failureMessages.join(' ')}`}.`,
)
const text = [...lines, '', `${((performance.now() - begun) / 60_000).toFixed(1)} minutes.`, '', about].join('\n')
console.log(tests.length === 0 ? output : text)
if (values.write && tests.length > 0) writeEvidence('docs/evidence/figures.md', 'The figures, against the plain records', text)
process.exitCode = tests.length > 0 ? exitCode : 1
