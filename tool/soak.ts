// Runs the model of many phones again and again with fresh seeds, two at once, until the time is over (`--minutes 60`) or
// so many runs were made (`--runs 10000`). `--write` keeps what came of it in docs/evidence/. Ends with 1 where one failed.

import { randomInt } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeEvidence } from './evidence.ts'
import { root } from './files.ts'
import { readReport } from './report-file.ts'
import { MOVES, type ModelRun, type Round, roundOf, soakText } from './soak-report.ts'
import { run } from './step.ts'

/** Enough that starting the runner weighs little, few enough that the end of the time is kept. */
const RUNS_A_START = 200
const LANES = 2

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    runs: { type: 'string' },
    file: { type: 'string', default: 'tests/fault/model.test.ts' },
    write: { type: 'boolean', default: false },
  },
})
const most = { minutes: Number(values.minutes ?? (values.runs ? Number.POSITIVE_INFINITY : 10)), runs: Number(values.runs ?? Number.POSITIVE_INFINITY) }
if (!(most.minutes > 0 && most.runs > 0)) throw new Error('--minutes and --runs take a number above 0.')

const begun = performance.now()
const minutesSince = (): number => (performance.now() - begun) / 60_000
let begunRuns = 0
const rounds: Round[] = []

mkdirSync(join(root, '.cache'), { recursive: true })
await Promise.all(Array.from({ length: LANES }, (_, lane) => runLane(lane)))
const text = soakText(rounds, minutesSince())
console.log(`\n${text}`)
if (values.write) writeEvidence('docs/evidence/soak.md', 'The model, soaked', text)
process.exitCode = rounds.length > 0 && rounds.every(({ failures }) => failures.length === 0) ? 0 : 1

async function runLane(lane: number): Promise<void> {
  while (minutesSince() < most.minutes && begunRuns < most.runs) {
    const runs = Math.min(RUNS_A_START, most.runs - begunRuns)
    begunRuns += runs
    const round = await tryOnce(lane, runs, randomInt(2 ** 31))
    rounds.push(round)
    console.log(`${minutesSince().toFixed(1)} min · seed ${round.seed} · ${round.runs} runs · ${round.failures.length === 0 ? 'held' : 'FAILED'}`)
    for (const { test, repeat } of round.failures) console.log(`  ${test}: ${repeat}`)
  }
}

async function tryOnce(lane: number, runs: number, seed: number): Promise<Round> {
  const report = join(root, `.cache/soak-${process.pid}-${lane}.json`)
  const flags = ['run', values.file, '--project=node', '--no-file-parallelism', '--testTimeout=3600000', '--reporter=json', `--outputFile.json=${report}`]
  const environment = { LAN_TOA_MODEL_RUNS: String(runs), LAN_TOA_MODEL_SEED: String(seed), LAN_TOA_MODEL_MOVES: String(MOVES) }
  const { exitCode } = await run('vitest', flags, { timeoutMs: 2 * 3_600_000, environment })
  const round = roundOf(seed, runs, readReport<ModelRun>(report), exitCode)
  rmSync(report, { force: true })
  return round
}
