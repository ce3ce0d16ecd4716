// `npm run bench:report`: how long a report's Word and Excel file take, and how much memory, beside the bare libraries that write the
// same tables in the same run. Ends with 1 where ours takes more than three times as long. `--rounds 15`; with --write it also
// writes docs/evidence/report-bench.md.

import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { paperToExcel } from '../../../src/client/report/excel/excel.ts'
import type { Paper } from '../../../src/client/report/paper.ts'
import { paperToWord } from '../../../src/client/report/word/word.ts'
import { writeEvidence } from '../../../tool/evidence.ts'
import { quarterPaper, yearPaper } from '../../fixture/paper.ts'
import { bareExcel, bareWord } from './bare.ts'

const GOAL = 3
/** What is run for the first time is compiled: that counts for nobody. */
const WARMING = 3

const papers: Record<string, () => Paper> = {
  'commune, quarter': quarterPaper,
  'province, year': () => yearPaper(Array.from({ length: 168 }, (_, place) => `Xã ${place + 1}`)),
}

type Writer = (paper: Paper) => Uint8Array | Promise<Uint8Array>
const writers: Record<string, { ours: Writer; bare: Writer }> = {
  Word: { ours: paperToWord, bare: bareWord },
  Excel: { ours: paperToExcel, bare: bareExcel },
}

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '15' }, write: { type: 'boolean', default: false }, once: { type: 'string' } },
})

/** What one file takes of a process that does nothing else, in MB: asked in a process of its own. */
const memoryOf = (format: string, paper: string, whose: 'ours' | 'bare' | 'nobody'): number =>
  Number(execFileSync(process.execPath, [import.meta.filename, '--once', `${format}/${paper}/${whose}`], { encoding: 'utf8' }))

if (values.once) await once(values.once)
else await measure(Number(values.rounds))

async function once(asked: string): Promise<void> {
  const [format = '', paper = '', whose = ''] = asked.split('/')
  const made = papers[paper]?.()
  const writer = whose === 'ours' || whose === 'bare' ? writers[format]?.[whose] : undefined
  if (made && writer) await writer(made)
  console.log(process.resourceUsage().maxRSS / 1000)
}

async function measure(rounds: number): Promise<void> {
  if (!(rounds > 0)) throw new Error('--rounds takes a number above 0.')
  const rows: { line: string; ratio: number }[] = []
  for (const [name, paper] of Object.entries(papers)) for (const format of Object.keys(writers)) rows.push(await compare(name, paper(), format, rounds))
  const head = ['report', 'file', 'ours, ms', 'bare, ms', 'ratio', 'ours, kB', 'bare, kB', 'ours, MB of memory', 'bare, MB of memory']
  const table = [`| ${head.join(' | ')} |`, `|${head.map(() => ' --- |').join('')}`, ...rows.map(({ line }) => line)].join('\n')
  const about = `Median of ${rounds} rounds, ours and the bare library in turns in one process; other work on the machine falls on both. Bare: \`docx\` and
\`write-excel-file\` with the same tables, without the layout. Memory: what one file adds at most to a process that does nothing else.
The goal is a ratio of at most ${GOAL}.`
  console.log(`${table}\n\n${about}`)
  if (values.write) writeEvidence('docs/evidence/report-bench.md', 'Writing a report', `${table}\n\n${about}`)
  process.exitCode = rows.every(({ ratio }) => ratio <= GOAL) ? 0 : 1
}

async function compare(name: string, paper: Paper, format: string, rounds: number): Promise<{ line: string; ratio: number }> {
  const writer = writers[format]
  if (!writer) throw new Error(`Nobody writes ${format}.`)
  const [ours, bare]: [number[], number[]] = [[], []]
  for (let round = -WARMING; round < rounds; round++) {
    const [mine, other] = [await timed(writer.ours, paper), await timed(writer.bare, paper)]
    if (round < 0) continue
    ours.push(mine)
    bare.push(other)
  }
  const sizes = [await writer.ours(paper), await writer.bare(paper)].map(({ byteLength }) => (byteLength / 1000).toFixed(1))
  const nobody = memoryOf(format, name, 'nobody')
  const memory = (['ours', 'bare'] as const).map((whose) => Math.max(0, memoryOf(format, name, whose) - nobody).toFixed(0))
  const ratio = median(ours) / median(bare)
  const cells = [name, format, median(ours).toFixed(1), median(bare).toFixed(1), ratio.toFixed(2), ...sizes, ...memory]
  return { line: `| ${cells.join(' | ')} |`, ratio }
}

async function timed(writer: Writer, paper: Paper): Promise<number> {
  const began = performance.now()
  await writer(paper)
  return performance.now() - began
}

function median(times: readonly number[]): number {
  const inOrder = [...times].sort((a, b) => a - b)
  return inOrder[Math.floor(inOrder.length / 2)] ?? 0
}
