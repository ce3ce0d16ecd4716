import { expect, test } from 'vitest'
import { type ModelRun, roundOf, soakText } from '../../tool/soak-report.ts'
import { run } from '../../tool/step.ts'

const soak = (limit: number) =>
  run('node', ['tool/soak.ts', '--runs', '300', '--file', 'tests/tool/toy-model.test.ts'], { environment: { LAN_TOA_TOY_LIMIT: String(limit) } })

test('a model that holds is run as often as asked, with another seed at each start', async () => {
  const { exitCode, output } = await soak(1_001)
  expect(output).toMatch(/300 runs with 2 seeds in \S+ minutes: 0 failed/)
  const [, first, second] = /Seeds: (\d+) (\d+)/.exec(output) ?? []
  expect(first).not.toBe(second)
  expect(exitCode).toBe(0)
}, 60_000)

test('a model that breaks is told with the seed and the path that repeat it', async () => {
  const { exitCode, output } = await soak(900)
  expect(output).toMatch(/LAN_TOA_MODEL_SEED=\d+, a number is below its limit: `\{ seed: -?\d+, path: "[\d:]+"/)
  expect(exitCode).toBe(1)
}, 60_000)

test('a start that left no report, or ran nothing, is a failure', () => {
  const ran = (status: string): ModelRun => ({ testResults: [{ status, assertionResults: [{ title: 'a', status }] }] })
  expect(roundOf(7, 10, undefined, 1).failures).toHaveLength(1)
  expect(roundOf(7, 10, { testResults: [] }, 0).failures).toHaveLength(1)
  expect(roundOf(7, 10, ran('skipped'), 0).failures).toHaveLength(1)
  expect(roundOf(7, 10, ran('passed'), 1).failures).toHaveLength(1)
  expect(roundOf(7, 10, ran('passed'), 0)).toEqual({ seed: 7, runs: 10, failures: [] })
})

test('the runs that a test says it made count, not those that were asked for', () => {
  const run: ModelRun = { testResults: [{ status: 'passed', assertionResults: [{ title: 'a', status: 'passed', meta: { fault: { runs: 30 } } }] }] }
  expect(soakText([roundOf(7, 10, run, 0)], 2)).toContain('30 runs with 1 seeds in 2.0 minutes: 0 failed.')
})

test('a failed model of commands is told with the way that repeats it', () => {
  const message = 'Property failed after 3 tests\n{ seed: -5, path: "2:1", endOnFailure: true }\nCounterexample: [save /*replayPath="AC:F"*/]'
  const run: ModelRun = { testResults: [{ status: 'failed', assertionResults: [{ title: 'phones', status: 'failed', failureMessages: [message] }] }] }
  expect(roundOf(7, 10, run, 1).failures).toEqual([{ test: 'phones', repeat: '{ seed: -5, path: "2:1", endOnFailure: true } replayPath="AC:F"' }])
})
