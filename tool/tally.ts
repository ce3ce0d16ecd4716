// What a run of the tests came to, from Vitest's JSON report. A run that broke is a failure, never silence. Pure.

/** The part of Vitest's report that is read. */
export interface Report {
  testResults: { name: string; status: string; message?: string; assertionResults: { fullName: string; status: string }[] }[]
}

export interface Tally {
  passed: number
  failed: string[]
  notRun: string[]
}

interface Ending {
  /** Undefined where the run left none. */
  report: Report | undefined
  exitCode: number | null
  /** Errors that belong to no test, in words. */
  strays?: readonly string[]
}

/** `name` is what a failure outside any test is called. */
export function tallyOf(name: string, { report, exitCode, strays = [] }: Ending): Tally {
  const files = report?.testResults ?? []
  const all = files.flatMap((file) => file.assertionResults)
  const failedTests = all.filter(({ status }) => status === 'failed').map(({ fullName }) => `${name}: ${fullName}`)
  const brokenFiles = files
    .filter((file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'))
    .map((file) => `${name}: ${file.name} could not be run`)
  const failed = [...failedTests, ...brokenFiles, ...strays.map((error) => `${name}: outside of any test: ${error}`)]
  if (failed.length === 0 && (exitCode !== 0 || all.length === 0)) failed.push(`${name}: the run broke${report ? '' : ' and left no report'}`)
  return {
    passed: all.filter(({ status }) => status === 'passed').length,
    failed,
    notRun: all.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => `${name}: ${fullName}`),
  }
}

export const sumOf = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.flatMap(({ failed }) => failed),
  notRun: tallies.flatMap(({ notRun }) => notRun),
})
