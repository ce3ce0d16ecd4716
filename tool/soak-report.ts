// What starts of a model test came to: how often it was tried, with which seeds, and each failure with what repeats it. Pure.

/** The part of Vitest's report that is read. */
export interface ModelRun {
  testResults: {
    status: string
    message?: string
    assertionResults: { title: string; status: string; failureMessages?: string[]; meta?: { fault?: { runs: number } } }[]
  }[]
}

/** Of a run, at most: more than other runs of the tests have time for. */
export const MOVES = 140

export interface Round {
  seed: number
  runs: number
  failures: Failure[]
}

export interface Failure {
  test: string
  /** What fast-check says that repeats it: `{ seed: 1, path: "2:0" }`; the whole message where it says nothing of the kind. */
  repeat: string
}

/** `asked`: the runs that were wanted, where the test doesn't say how many it made. No report is a failure. */
export function roundOf(seed: number, asked: number, run: ModelRun | undefined, exitCode: number | null): Round {
  const tests = (run?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults)
  const failures = tests
    .filter(({ status }) => status === 'failed')
    .map(({ title, failureMessages = [] }): Failure => ({ test: title, repeat: repeatIn(failureMessages.join('\n')) }))
  const isBroken = failures.length === 0 && (exitCode !== 0 || !tests.some(({ status }) => status === 'passed'))
  const broken = isBroken ? [{ test: 'the start itself', repeat: run?.testResults.map(({ message = '' }) => message).join(' ') || 'it left no report' }] : []
  const made = tests.reduce((sum, { meta }) => sum + (meta?.fault?.runs ?? 0), 0)
  return { seed, runs: made || asked, failures: [...failures, ...broken] }
}

/** A model of commands also says by which way it came to them. */
function repeatIn(message: string): string {
  const [seed] = /\{ seed: -?\d+, path: "[^"]*"[^}]*\}/.exec(message) ?? []
  const [way = ''] = /replayPath="[^"]*"/.exec(message) ?? []
  return seed ? `${seed} ${way}`.trim() : message.split('\n').slice(0, 3).join(' ')
}

export function soakText(rounds: readonly Round[], minutes: number): string {
  const runs = rounds.reduce((sum, round) => sum + round.runs, 0)
  const failed = rounds.flatMap(({ seed, failures }) => failures.map((failure) => ({ seed, ...failure })))
  return [
    `${runs} runs with ${rounds.length} seeds in ${minutes.toFixed(1)} minutes: ${failed.length} failed.`,
    ...failed.map(({ seed, test, repeat }) => `- LAN_TOA_MODEL_MOVES=${MOVES} LAN_TOA_MODEL_SEED=${seed}, ${test}: \`${repeat}\``),
    `Seeds: ${rounds.map(({ seed }) => seed).join(' ')}`,
  ].join('\n\n')
}
