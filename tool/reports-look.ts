// `npm run reports:look`: has LibreOffice open the Word and Excel file of every paper of tests/fixture/paper-list.ts and a browser print it,
// finds every figure of the paper in what they show, and draws the most telling pages into docs/reports/. Papers in JSON files can be
// named: `npm run reports:look -- a.json`; `--papers "^quarter"` takes some of the list; `--all folder` draws every page into a folder of
// yours and leaves docs/reports/ as it is. What is seen on the pages is for a person to write.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { paperToExcel } from '../src/client/report/excel/excel.ts'
import type { Paper } from '../src/client/report/paper.ts'
import { paperToWord } from '../src/client/report/word/word.ts'
import { paperList } from '../tests/fixture/paper-list.ts'
import { filesBelow, root } from './files.ts'
import { drawPage } from './grey-png.ts'
import { csvsOf, officeMissing, pagesOf, sheetsToCsv, toPdf } from './office-program.ts'
import { printAll } from './print-view.ts'
import { type LookedPaper, lacking, lackingInSheets, type Shown, withRows } from './reports-table.ts'

const MOST_BYTES = 3_000_000
const DOTS_PER_INCH = 60
/** Of what was not found. */
const SHOWN = 10

/** Of which pages there is a picture: a report's own, as they are printed, and what a spreadsheet's look like. */
const telling: Record<Shown, (pages: number) => number[]> = {
  word: (pages) => [...new Set([1, 2, 3, pages].filter((page) => page <= pages))],
  print: () => [1],
  excel: (pages) => [pages],
}
const kinds = Object.keys(telling) as Shown[]

const { values, positionals } = parseArgs({ options: { papers: { type: 'string', default: '' }, all: { type: 'string' } }, allowPositionals: true })
const pictures = join(root, 'docs/reports')

function askedPapers(): [string, Paper][] {
  // A report's own JSON, as it is kept; what is no paper breaks the writers at once.
  const named = positionals.map((file): [string, Paper] => [basename(file, '.json'), JSON.parse(readFileSync(file, 'utf8')) as Paper])
  const wanted = new RegExp(values.papers)
  const listed = Object.entries(paperList).flatMap(([name, make]): [string, Paper][] => (wanted.test(name) ? [[name, make()]] : []))
  return named.length > 0 ? named : listed
}

async function look(papers: readonly [string, Paper][], folder: string): Promise<LookedPaper[]> {
  const [word, excel, print] = [join(folder, 'word'), join(folder, 'excel'), join(folder, 'print')]
  for (const one of [word, excel, print]) mkdirSync(one)
  for (const [name, paper] of papers) {
    writeFileSync(join(word, `${name}.docx`), paperToWord(paper))
    writeFileSync(join(excel, `${name}.xlsx`), paperToExcel(paper))
  }
  const named = (ending: string): string[] => papers.map(([name]) => `${name}.${ending}`)
  toPdf(word, named('docx'))
  toPdf(excel, named('xlsx'))
  sheetsToCsv(excel, named('xlsx'))
  await printAll(print, papers)
  return papers.map(([name, paper]) => {
    const shown = Object.fromEntries(kinds.map((kind) => [kind, draw(folder, kind, name)])) as Record<Shown, Drawn>
    const missing = [shown.word, shown.print].flatMap(({ texts }) => lacking(paper, texts.join('\n')))
    return {
      name,
      pages: { word: shown.word.texts.length, print: shown.print.texts.length, excel: shown.excel.texts.length },
      drawn: kinds.flatMap((kind) => shown[kind].pictures),
      lacking: [...missing, ...lackingInSheets(paper, [...csvsOf(excel, name).values()])],
    }
  })
}

interface Drawn {
  /** Of each page. */
  texts: string[]
  pictures: LookedPaper['drawn'][number][]
}

function draw(folder: string, kind: Shown, name: string): Drawn {
  const pdf = join(folder, kind, `${name}.pdf`)
  const texts = pagesOf(pdf)
  const pages = values.all === undefined ? telling[kind](texts.length) : texts.map((_, place) => place + 1)
  const drawn = pages.map((page) => ({ kind, page, file: `${name}-${kind === 'word' ? '' : `${kind}-`}${page}.png` }))
  for (const { page, file } of drawn) drawPage(pdf, page, join(values.all ?? pictures, file), DOTS_PER_INCH)
  return { texts, pictures: drawn }
}

function tell(looked: readonly LookedPaper[]): void {
  for (const { name, pages, lacking: missing } of looked) {
    const count = `${pages.word} pages, ${pages.print} printed, ${pages.excel} of sheets`
    console.log(`${name}: ${count}; ${missing.length === 0 ? 'every figure found' : `${missing.length} not found: ${missing.slice(0, SHOWN).join(' · ')}`}`)
  }
  if (values.all === undefined) writeTable(looked)
  const bytes = filesBelow(pictures).reduce((sum, path) => sum + readFileSync(join(root, path)).byteLength, 0)
  if (bytes > MOST_BYTES) console.log(`docs/reports holds ${bytes} bytes, more than ${MOST_BYTES}.`)
  process.exitCode = bytes <= MOST_BYTES && looked.every((one) => one.lacking.length === 0) ? 0 : 1
}

function writeTable(looked: readonly LookedPaper[]): void {
  const page = join(pictures, 'README.md')
  const { text, unseen } = withRows(readFileSync(page, 'utf8'), looked)
  writeFileSync(page, text)
  if (unseen.length > 0) console.log(`Look at them and write in docs/reports/README.md what is to be seen: ${unseen.join(', ')}`)
}

/** A page that is no more leaves no picture behind. */
function clear(names: readonly string[]): void {
  const ofPaper = /^(.*?)(?:-(?:print|excel))?-\d+\.png$/
  for (const file of readdirSync(pictures)) if (names.includes(ofPaper.exec(file)?.[1] ?? '')) rmSync(join(pictures, file))
}

const missing = officeMissing()
if (missing) {
  console.error(missing)
  process.exitCode = 1
} else {
  const folder = mkdtempSync(join(tmpdir(), 'lan-toa-look-'))
  try {
    const papers = askedPapers()
    if (values.all === undefined) clear(papers.map(([name]) => name))
    else mkdirSync(values.all, { recursive: true })
    tell(await look(papers, folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
