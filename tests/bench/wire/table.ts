// The measurements as a table that reads in a terminal and as Markdown, with each contender beside the floor.

import { fullSpeed, type Goal, type Measured, slowSpeed } from './job.ts'

/** One contender at one job. */
export interface Row {
  job: Goal
  name: string
  full: Measured
  slow: Measured
}

const head = ['job', 'by', 'requests', 'bytes up', 'bytes down', `s, ${fullSpeed.name}`, `s, ${slowSpeed.name}`, 'bytes ÷ POST', 'time ÷ POST']

/** Requests (in brackets those at full speed, where they are others) and bytes are of the slow run; the last columns compare with `floor`. */
export function table(rows: readonly Row[], floor: string): string {
  const cells = rows.map((row) => {
    const { job, name, full, slow } = row
    const least = rows.find((other) => other.job === job && other.name === floor)?.slow
    const requests = full.requests === slow.requests ? `${slow.requests}` : `${slow.requests} (${full.requests})`
    const bytes = [slow.up, slow.down].map((count) => count.toLocaleString('en'))
    return [job.name, name, requests, ...bytes, full.seconds.toFixed(2), slow.seconds.toFixed(1), ...(least ? ratios(slow, least) : ['–', '–'])]
  })
  return drawn([head, ...cells])
}

/** What one contender takes of what another does, a line for each job in which both ran. */
export function comparisons(rows: readonly Row[], one: string, other: string): string[] {
  return rows.flatMap(({ job, name, slow }) => {
    const beside = rows.find((row) => row.job === job && row.name === other)?.slow
    if (name !== one || !beside) return []
    const [bytes, time] = ratios(beside, slow)
    return [`${job.name}: ${other} takes ${times(beside.requests, slow.requests)} the requests, ${bytes} the bytes and ${time} the time of ${one}.`]
  })
}

export const bytesOf = ({ up, down }: Measured): number => up + down
const times = (some: number, of: number): string => `${(some / of).toFixed(1)} ×`
const ratios = (some: Measured, of: Measured): [bytes: string, time: string] => [times(bytesOf(some), bytesOf(of)), times(some.seconds, of.seconds)]

function drawn(rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const isNumber = (column: number): boolean => column > 1
  const padded = (text: string, column: number): string => (isNumber(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0))
  const rule = widths.map((width, column) => (isNumber(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)))
  const [first = [], ...others] = rows.map((row) => row.map(padded))
  return [first, rule, ...others].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
