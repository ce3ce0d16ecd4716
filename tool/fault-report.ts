// What a run of the faults' tests came to, row by row. A row whose tests broke is broken, and so is one whose file did not
// even start. Pure.

import { type Fault, reasonOf, rowsNamed } from './fault-table.ts'

/** The part of Vitest's report that is read. */
export interface FaultRun {
  testResults: { name: string; status: string; assertionResults: { title: string; status: string; meta?: { fault?: Measured } }[] }[]
}

interface Measured {
  runs: number
  figure: string
}

export interface Row {
  row: number
  fault: string
  runs: number
  /** "held", "BROKEN", or why it was not run. */
  result: string
  figure: string
}

/** `files`: path → the rows that its tests prove. A path of the report may be a longer form of the same. */
export function reportOf(faults: readonly Fault[], files: ReadonlyMap<string, readonly number[]>, run: FaultRun | undefined): Row[] {
  const tests = (run?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults)
  const unread = [...files].flatMap(([path, rows]) => (wasRead(path, run) ? [] : rows))
  return faults.map((fault) => {
    const own = tests.filter(({ title }) => rowsNamed(title).includes(fault.row))
    const measured = own.flatMap(({ status, meta }) => (status === 'passed' && meta?.fault ? [meta.fault] : []))
    return {
      row: fault.row,
      fault: fault.fault,
      runs: measured.reduce((sum, { runs }) => sum + runs, 0),
      result: unread.includes(fault.row) ? 'BROKEN' : resultOf(fault, own),
      figure: measured.map(({ figure }) => figure).join('; '),
    }
  })
}

/** A file that failed outside its tests (in a hook, while it was loaded) proves nothing. */
function wasRead(path: string, run: FaultRun | undefined): boolean {
  const file = run?.testResults.find(({ name }) => name.replaceAll('\\', '/').endsWith(path))
  return file !== undefined && (file.status !== 'failed' || file.assertionResults.some(({ status }) => status === 'failed'))
}

function resultOf(fault: Fault, tests: FaultRun['testResults'][number]['assertionResults']): string {
  if (tests.some(({ status }) => status === 'failed')) return 'BROKEN'
  if (tests.some(({ status }) => status === 'passed')) return 'held'
  if (tests.length > 0) return 'not run: this machine lacks what it takes'
  const reason = reasonOf(fault)
  return reason ? `not run: ${reason}` : 'BROKEN'
}

export const brokenIn = (rows: readonly Row[]): Row[] => rows.filter(({ result }) => result === 'BROKEN')

export const tableOf = (rows: readonly Row[]): string => table([...head], rows.map(cellsOf))

/** The table that is kept: rows that were tried now, with the commit they were tried at, and of the others what was kept before. */
export function keptTable(rows: readonly Row[], commit: string, before: string): string {
  const now = new Map(rows.map((row) => [row.row, lineOf([...cellsOf(row), commit])]))
  const kept = new Map(before.split('\n').flatMap((line) => (/^\| \d+ \|/.test(line) ? [[Number(line.split('|')[1]), line] as const] : [])))
  const lines = [...new Map([...kept, ...now])].sort(([a], [b]) => a - b).map(([, line]) => line)
  return [table([...head, 'commit'], []), ...lines].join('\n')
}

const head = ['row', 'fault', 'runs', 'result', 'figure']

const cellsOf = ({ row, fault, runs, result, figure }: Row): string[] => [String(row), fault, runs === 0 ? '' : String(runs), result, figure]

const lineOf = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`

const table = (heading: readonly string[], rows: readonly (readonly string[])[]): string => [heading, heading.map(() => '---'), ...rows].map(lineOf).join('\n')
