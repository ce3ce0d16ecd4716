// What was found on the screens, row by row and column by column. Pure.

export const columns = ['axe', 'contrast', '320', '200 %', 'targets', 'keyboard', 'names'] as const

export interface Finding {
  column: (typeof columns)[number]
  what: string
}

/** One screen in one state and language, and what was found there. */
export interface Looked {
  screen: string
  state: string
  language: string
  findings: Finding[]
}

/** The part of Vitest's report that is read. */
export interface ScreenRun {
  testResults: {
    status: string
    message?: string
    assertionResults: { title: string; status: string; failureMessages?: string[]; meta?: { looked?: Looked[] } }[]
  }[]
}

export const lookedIn = (run: ScreenRun | undefined): Looked[] =>
  (run?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults.flatMap(({ meta }) => meta?.looked ?? []))

/** Tests that ended before they had looked, or that found what no screen's row holds; a run without a report among them. */
export function brokenIn(run: ScreenRun | undefined): string[] {
  if (!run) return ['the run left no report']
  return run.testResults.flatMap(({ status, message = '', assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [message]
    const failed = assertionResults.filter((test) => test.status === 'failed' && !test.meta?.looked?.some(({ findings }) => findings.length > 0))
    return failed.map(({ title, failureMessages = [] }) => `${title}: ${failureMessages[0]?.split('\n')[0] ?? ''}`)
  })
}

export const findingsIn = (looked: readonly Looked[]): string[] =>
  looked.flatMap(({ screen, state, language, findings }) => findings.map(({ column, what }) => `${screen} · ${state} · ${language} · ${column}: ${what}`))

export function screenTable(looked: readonly Looked[]): string {
  const head = ['screen', 'state', 'language', ...columns]
  const rows = looked.map(({ screen, state, language, findings }) => {
    const counts = columns.map((column) => findings.filter((one) => one.column === column).length)
    return [screen, state, language, ...counts.map(String)]
  })
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
