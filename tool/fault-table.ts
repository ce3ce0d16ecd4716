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

export interface Asked {
  rows: Fault[]
  /** A sentence for each row that has no test and no place for one yet. */
  untried: string[]
  /** What is wrong with what was given. */
  wrong: string[]
}

/** Of "1,24". */
export function rowsAsked(given: string, { rows, open }: { rows: Fault[]; open: Fault[] }): Asked {
  const words = given.split(',').map((word) => word.trim())
  if (!words.every((word) => /^\d+$/.test(word))) return { rows: [], untried: [], wrong: [`--rows takes numbers of rows, like 1,24, not "${given}".`] }
  const numbers = new Set(words.map(Number))
  const known = new Set([...rows, ...open].map(({ row }) => row))
  return {
    rows: rows.filter(({ row }) => numbers.has(row)),
    untried: open.flatMap(({ row, fault, where }) =>
      numbers.has(row) ? [`Row ${row} (${fault}) has no test: it belongs to what is not there yet, ${where}.`] : [],
    ),
    wrong: [...numbers].flatMap((number) => (known.has(number) ? [] : [`There is no row ${number}.`])),
  }
}

/** A row without tests says so and why: "Not tested: …". */
export const reasonOf = ({ where }: Fault): string | undefined => /^Not tested: (.+)$/.exec(where)?.[1]

/** The rows that a test's name begins with: "[F47] [F48] a session …". */
export const rowsNamed = (name: string): number[] => [...(/^(?:\[F\d+\] ?)+/.exec(name)?.[0] ?? '').matchAll(/\d+/g)].map(Number)

/** The rows that names in the text of a file of tests begin with. */
export const rowsIn = (text: string): number[] => [...new Set([...text.matchAll(/['"`]((?:\[F\d+\] ?)+)/g)].flatMap(([, ids = '']) => rowsNamed(ids)))]

/** Files that can prove a row; tests of this table name rows as examples only. */
export const mayProve = (path: string): boolean => /\.test\.tsx?$/.test(path) && !/^tests\/(house\/faults|tool\/fault-\w+)\.test\.ts$/.test(path)
