// `npm run reports:look`: has LibreOffice open the Word and Excel file of every paper of tests/fixture/paper-list.ts, finds every figure of
// the paper in what it shows, and draws the pages into docs/reports/. Papers in JSON files can be named: `npm run reports:look -- a.json`;
// `--papers "^quarter"` takes some of the list. What is seen on the pages is for a person to write.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { paperToExcel } from '../src/client/report/excel/excel.ts'
import type { Paper } from '../src/client/report/paper.ts'
import { paperToWord } from '../src/client/report/word/word.ts'
import { paperList } from '../tests/fixture/paper-list.ts'
import { filesBelow, root } from './files.ts'
import { csvsOf, drawPage, officeMissing, pagesOf, sheetsToCsv, toPdf } from './office-program.ts'
import { type LookedPaper, lacking, lackingInSheets, withRows } from './reports-table.ts'

/** Pages of a paper that are drawn: its first, and its last where there are more. */
const MOST_PAGES = 4
const MOST_BYTES = 3_000_000
/** Of what was not found. */
const SHOWN = 10

const { values, positionals } = parseArgs({ options: { papers: { type: 'string', default: '' } }, allowPositionals: true })

function askedPapers(): [string, Paper][] {
  // A report's own JSON, as it is kept; what is no paper breaks the writers at once.
  const named = positionals.map((file): [string, Paper] => [basename(file, '.json'), JSON.parse(readFileSync(file, 'utf8')) as Paper])
  const wanted = new RegExp(values.papers)
  const listed = Object.entries(paperList).flatMap(([name, make]): [string, Paper][] => (wanted.test(name) ? [[name, make()]] : []))
  return named.length > 0 ? named : listed
}

function look(papers: readonly [string, Paper][], folder: string): LookedPaper[] {
  for (const [name, paper] of papers) {
    writeFileSync(join(folder, `${name}.docx`), paperToWord(paper))
    writeFileSync(join(folder, `${name}.xlsx`), paperToExcel(paper))
  }
  toPdf(
    folder,
    papers.map(([name]) => `${name}.docx`),
  )
  sheetsToCsv(
    folder,
    papers.map(([name]) => `${name}.xlsx`),
  )
  return papers.map(([name, paper]) => {
    const pdf = join(folder, `${name}.pdf`)
    const pages = pagesOf(pdf)
    const drawn = pages.length <= MOST_PAGES ? pages.map((_, place) => place + 1) : [1, 2, 3, pages.length]
    for (const page of drawn) drawPage(pdf, page, join(root, `docs/reports/${name}-${page}.png`))
    return { name, pages: pages.length, drawn, lacking: [...lacking(paper, pages.join('\n')), ...lackingInSheets(paper, [...csvsOf(folder, name).values()])] }
  })
}

function tell(looked: readonly LookedPaper[]): void {
  const page = join(root, 'docs/reports/README.md')
  const { text, unseen } = withRows(readFileSync(page, 'utf8'), looked)
  writeFileSync(page, text)
  for (const { name, pages, lacking: missing } of looked) {
    console.log(
      `${name}: ${pages} pages, ${missing.length === 0 ? 'every figure found in both files' : `${missing.length} not found: ${missing.slice(0, SHOWN).join(' · ')}`}`,
    )
  }
  if (unseen.length > 0) console.log(`Look at them and write in docs/reports/README.md what is to be seen: ${unseen.join(', ')}`)
  const bytes = filesBelow(join(root, 'docs/reports')).reduce((sum, path) => sum + readFileSync(join(root, path)).byteLength, 0)
  if (bytes > MOST_BYTES) console.log(`docs/reports holds ${bytes} bytes, more than ${MOST_BYTES}.`)
  process.exitCode = bytes <= MOST_BYTES && looked.every((one) => one.lacking.length === 0) ? 0 : 1
}

const missing = officeMissing()
if (missing) {
  console.error(missing)
  process.exitCode = 1
} else {
  const folder = mkdtempSync(join(tmpdir(), 'lan-toa-look-'))
  try {
    tell(look(askedPapers(), folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
