// An official's report, from what is due to the finished file, without a network and by her own taps; the files say what the screen says,
// and so is another system told.

import { readFileSync } from 'node:fs'
import type { Download, Locator, Page } from 'playwright'
import readExcel from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { runCommand } from '../../src/server/admin.ts'
import type { FiguresAnswer } from '../../src/server/figures-out/answer.ts'
import { heading, letIn } from '../fixture/log-session.ts'
import { wordFile } from '../fixture/office-file.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { paperWords } from '../fixture/paper-words.ts'
import { person } from '../fixture/person.ts'
import { type RunningServer, runningServer } from '../fixture/running-server.ts'
import { thumb } from '../fixture/thumb.ts'

const MOST_TAPS = 6

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The tables of the paper on the screen: rows of cells, as they are read. */
const tablesOn = (page: Page): Promise<string[][]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.report-sheet tbody tr, .report-sheet tfoot tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent ?? ''),
    ),
  )

/** What stands there as a number: "1.240" is 1240. */
const numbersIn = (row: readonly string[]): number[] => row.flatMap((cell) => (/^[\d.]+$/.test(cell) ? [Number(cell.replaceAll('.', ''))] : []))

async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(readFileSync(await download.path()))
}

async function downloaded(page: Page, tap: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), tap()])
  return download
}

/** The row that is owed; where nothing is owed soon, what comes later stands behind one more tap. */
async function owed(page: Page, tap: (what: Locator) => Promise<void>): Promise<Locator> {
  const row = page.locator('a.row[href^="/report/new"]').first()
  await page.getByRole('heading', { name: 'Hạn báo cáo' }).waitFor()
  if (!(await row.isVisible())) await tap(page.getByText(/báo cáo về sau/))
  return row
}

/** What the running server tells a system to which the operator has just given a token. */
async function toldTo(server: RunningServer, question: URLSearchParams): Promise<FiguresAnswer> {
  const scope = ['--unit', '20056', '--programme', question.get('programme') ?? '', '--until', '2099-12-31', '--whole']
  const { lines } = await runCommand(['token', 'add', '--name', 'Cổng báo cáo', ...scope, '--data', server.data], {})
  const [token = ''] = /lantoa_[\w-]{43}/.exec(lines.join('\n')) ?? []
  const response = await fetch(`${server.address}/api/figures?${question}`, { headers: { Authorization: `Bearer ${token}` } })
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}, ${lines.join(' ')}`)
  return (await response.json()) as FiguresAnswer // its own tests hold answers against their schema
}

test('an official freezes a report without a network in at most 6 taps, and its files and another system say what the screen says', async () => {
  const server = await runningServer()
  const { page, faults } = await person()
  await letIn(page, server.links.official)
  await page.waitForFunction(async () => Boolean((await navigator.serviceWorker.ready).active))
  await server.stop()
  await page.goto(server.address)
  await heading(page, 'Tổng quan').waitFor()

  const hers = thumb(page)
  await hers.tap(page.getByRole('link', { name: 'Báo cáo', exact: true }))
  await hers.tap(await owed(page, hers.tap))
  const asked = new URL(page.url()).searchParams
  await hers.open('Xem trước')
  await hers.press(/^Chốt báo cáo/)
  const word = await downloaded(page, () => hers.press('Tải Word'))
  console.log(`Taps: ${hers.taps()} from the first screen to the Word file (at most ${MOST_TAPS}).`)
  expect(hers.taps()).toBeLessThanOrEqual(MOST_TAPS)
  expect(word.suggestedFilename()).toMatch(/\.docx$/)
  const excel = await downloaded(page, () => hers.press('Tải Excel'))
  expect(excel.suggestedFilename()).toMatch(/\.xlsx$/)

  const rows = await tablesOn(page)
  expect(rows.flatMap(numbersIn).some((number) => number > 0)).toBe(true)
  const inWord = wordFile(await bytesOf(word)).tables.flatMap((table) =>
    table.rows.map(({ cells }) => cells.map((cell) => inOneLine(cell.map(({ text }) => text).join(' ')))),
  )
  expect(inWord).toEqual(expect.arrayContaining(rows.map((row) => row.map(inOneLine))))
  const sheets = (await readExcel(Buffer.from(await bytesOf(excel)))) as unknown as { data: unknown[][] }[]
  const inExcel = sheets.flatMap(({ data }) => data.map((row) => JSON.stringify([row[0], row.filter((cell) => typeof cell === 'number')])))
  const counted = rows.filter((row) => numbersIn(row).length > 0 && row.every((cell) => !/%|\d\d\/\d\d/.test(cell)))
  expect(inExcel).toEqual(expect.arrayContaining(counted.map((row) => JSON.stringify([row[0], numbersIn(row)]))))
  expect(faults).toEqual([])

  await server.startAgain()
  const question = new URLSearchParams(['programme', 'from', 'to'].map((name) => [name, asked.get(name) ?? '']))
  const told = await toldTo(server, question)
  const [whole] = told.rows
  const pack = shippedPacks.find(({ id }) => id === told.programme.pack)
  const words = paperWords('vi', { lookup: () => undefined, pack: { ...pack } })
  const inWords = [
    ...(whole?.counts ?? []).flatMap(({ measure, value }) => (value === null ? [] : [[words.figure(measure), value]])),
    ...(whole?.indicators ?? []).flatMap(({ id, numerator, denominator }) => (numerator === null ? [] : [[words.indicator(id), numerator, denominator]])),
  ]
  const onScreen = rows.map((row) => [row[0], ...numbersIn(row)])
  const printed = inWords.filter(([name]) => rows.some(([first]) => first === name))
  expect(printed.length).toBeGreaterThan(5)
  expect(onScreen).toEqual(expect.arrayContaining(printed))
}, 120_000)
