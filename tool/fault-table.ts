// docs/faults.md as data, and which tests prove which of its rows. Pure: texts are given.

export interface Fault {
  row: number
  fault: string
  /** What its last cell says: files of tests, or why there are none. */
  where: string
}

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

function rowsOf(markdown: string): Fault[] {
  return markdown.split('\n').flatMap((line) => {
    if (!/^\| \d+ \|/.test(line)) return []
    const [row, fault = '', ...rest] = cellsOf(line)
    return [{ row: Number(row), fault, where: rest.at(-1) ?? '' }]
  })
}

/** `open` are those of what the product does not have. */
export function readFaults(markdown: string): { rows: Fault[]; open: Fault[] } {
  const [covered = '', open = ''] = markdown.split('## Not covered')
  return { rows: rowsOf(covered), open: rowsOf(open) }
}

/** A row without tests says so and why: "Not tested: …". */
export const reasonOf = ({ where }: Fault): string | undefined => /^Not tested: (.+)$/.exec(where)?.[1]

/** The rows that a test's name begins with: "[F47] [F48] a session …". */
export const rowsNamed = (name: string): number[] => [...(/^(?:\[F\d+\] ?)+/.exec(name)?.[0] ?? '').matchAll(/\d+/g)].map(Number)

/** The rows that names in the text of a file of tests begin with. */
export const rowsIn = (text: string): number[] => [...new Set([...text.matchAll(/['"`]((?:\[F\d+\] ?)+)/g)].flatMap(([, ids = '']) => rowsNamed(ids)))]

/** Files that can prove a row; tests of this table name rows as examples only. */
export const mayProve = (path: string): boolean => /\.test\.tsx?$/.test(path) && !/^tests\/(house\/faults|tool\/fault-\w+)\.test\.ts$/.test(path)
