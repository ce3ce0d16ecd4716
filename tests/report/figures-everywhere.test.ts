// One figure, wherever it is read: on the screens (the report's model), in the Word and the Excel file, by another system as JSON and
// as CSV, and counted the slow way from the plain records. Taken out of the files themselves, for every plan of the practice province.

import readExcel from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { paperToExcel } from '../../src/client/report/excel/excel.ts'
import type { Paper, PaperCell, PaperFigure, PaperTable } from '../../src/client/report/paper.ts'
import { reportPaper } from '../../src/client/report/report-paper.ts'
import { paperToWord } from '../../src/client/report/word/word.ts'
import { knownMeasures } from '../../src/programme/known-measure.ts'
import { observedCell } from '../../src/programme/observed-cell.ts'
import type { Pack } from '../../src/programme/pack.ts'
import { type Dates, periodNumbered } from '../../src/programme/period.ts'
import { reportOn } from '../../src/programme/report.ts'
import { summarise } from '../../src/programme/summary.ts'
import { cellsWithin } from '../../src/programme/unit-tree.ts'
import type { FiguresAnswer, FiguresRow } from '../../src/server/figures-out/answer.ts'
import { bruteForce, type Loose } from '../fixture/brute-force.ts'
import { type Machine, machine, type PracticeServer, practiceServer } from '../fixture/machine.ts'
import { wordFile } from '../fixture/office-file.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { paperWords } from '../fixture/paper-words.ts'
import { asOfDay as dayOf, practice, shownCommune } from '../fixture/practice-report.ts'

const { province, communes, figures, held, lookup, names } = practice
const shown = shownCommune.id
const official = [province, ...communes]
const asOfDay = dayOf(practice)
// Made by the practice province, whose own test has each validated; the slow way reads them as loosely as it says.
const records = held as unknown as Loose[]

let office: PracticeServer
let system: Machine
beforeAll(async () => {
  office = await practiceServer()
  system = await machine(office.server, province.id, { unit: province.id, programmes: [...office.programmes.values()], small: true })
})

const yearOf = ({ rule }: Pack): Dates => {
  const { from, to } = periodNumbered(rule, 'year', 2026, 1)
  return { from, to }
}
/** The week of 30/7: the campaign that no half-month ends with. */
const week: Dates = { from: '2026-07-27', to: '2026-08-02' }

const asked = shippedPacks.flatMap((pack) =>
  [
    { area: province.id, period: yearOf(pack) },
    { area: province.id, period: week },
    { area: shown, period: yearOf(pack) },
  ].map(({ area, period }) => [pack.id, area, period.from, period.to, pack] as const),
)

/** The answers to one question, whole and in both breakdowns. */
async function told(pack: Pack, unit: string, { from, to }: Dates): Promise<FiguresRow[]> {
  // The measure of a token is small, and this one asks more than any system would.
  office.server.clock.advance(20_000)
  const question = { programme: office.programmes.get(pack.id) ?? '', unit, from, to }
  const byUnit = await system.figures({ ...question, by: 'unit' })
  office.server.clock.advance(20_000)
  const byOrganisation = await system.figures({ ...question, by: 'organisation' })
  expect(byOrganisation.rows[0]).toEqual(byUnit.rows[0])
  return [...byUnit.rows, ...byOrganisation.rows.slice(1)]
}

/** Of one measure or of a family; null where no number is told, 0 where the answer does not know the measure at all. */
const countIn = (row: FiguresRow | undefined, measure: string): number | null => {
  const found = row?.counts.filter((count) => (measure.endsWith('*') ? count.measure.startsWith(measure.slice(0, -1)) : count.measure === measure)) ?? []
  const isNone = found.length > 0 && found.every(({ value }) => value === null)
  return isNone ? null : found.reduce((sum, { value }) => sum + (value ?? 0), 0)
}

function rowFor(rows: readonly FiguresRow[], { unit, organisation, part }: PaperFigure): FiguresRow | undefined {
  if (organisation !== undefined) return rows.find((row) => row.organisation?.id === organisation)
  if (part !== undefined) return rows.find(({ of }) => of === part)
  return rows.find((row) => row.unit.id === unit && (row.of === 'whole' || row.of === 'unit'))
}

const tablesOf = ({ blocks, annexes }: Paper): PaperTable[] => [...blocks.flatMap((block) => (block.as === 'table' ? [block.table] : [])), ...annexes]
const rowsIn = ({ rows, sum }: PaperTable): PaperCell[][] => (sum ? [...rows, sum] : rows)

type Taken = (table: number, row: number, column: number) => string | number | null

function takenFromWord(paper: Paper): Taken {
  const drawn = wordFile(paperToWord(paper)).tables.filter(({ rows }) => rows.length > 1)
  return (table, row, column) => drawn[table]?.rows[row + 1]?.cells[column]?.[0]?.text ?? null
}

async function takenFromExcel(paper: Paper): Promise<Taken> {
  const [, ...sheets] = (await readExcel(Buffer.from(paperToExcel(paper)))) as unknown as { data: (string | number | null)[][] }[]
  return (place, row, column) => {
    const { columns = [] } = tablesOf(paper)[place] ?? {}
    const data = sheets[place]?.data ?? []
    const head = data.findIndex((line) => columns.every(({ heading }) => line.includes(heading)))
    return data[head + 1 + row]?.[data[head]?.indexOf(columns[column]?.heading ?? '') ?? -1] ?? null
  }
}

/** "1.240" and "3/8 xã (37,5 %)" as numbers. */
function numberIn(text: string | number | null): number {
  const [, percent, tenth] = /(\d+),(\d)\u00a0%\)?$/.exec(String(text)) ?? []
  return percent === undefined ? Number(String(text).replaceAll('.', '')) : Number(`${percent}.${tenth}`)
}

function paperOf(pack: Pack, area: string, period: Dates): { paper: Paper; made: NonNullable<ReturnType<typeof reportOn>> } {
  const made = reportOn({ area, period, indicators: pack.indicators }, figures)
  if (!made) throw new Error('These dates can’t be told.')
  const about = { look: 'state', practice: false, issuer: 'Cơ quan', place: 'Huế', date: '2026-11-22', programme: { name: pack.name.vi } } as const
  return { made, paper: reportPaper(made, about, paperWords('vi', { lookup, names, pack: { ...pack } })) }
}

const toldFor = (figure: PaperFigure, cell: PaperCell, column: number, rows: readonly FiguresRow[]): number | null | undefined => {
  const row = rowFor(rows, figure)
  if (figure.measure !== undefined) return countIn(row, figure.measure)
  const indicator = row?.indicators.find(({ id }) => id === figure.indicator)
  if ('percent' in cell) return indicator?.percent
  return column === 1 ? indicator?.numerator : indicator?.denominator
}

describe.each(asked)('%s, %s, %s to %s', (_, area, from, to, pack) => {
  const period = { from, to }
  let rows: FiguresRow[] = []
  beforeAll(async () => {
    rows = await told(pack, area, period)
  })

  test('every number in the Word and the Excel file is what another system is told', async () => {
    const { paper } = paperOf(pack, area, period)
    const [word, excel] = [takenFromWord(paper), await takenFromExcel(paper)]
    let compared = 0
    for (const [place, table] of tablesOf(paper).entries())
      for (const [line, cells] of rowsIn(table).entries())
        for (const [column, cell] of cells.entries()) {
          if (!('figure' in cell) || cell.figure === undefined) continue
          const where = `${table.id}, line ${line + 1}, ${table.columns[column]?.heading}`
          const isShare = 'percent' in cell
          const value = toldFor(cell.figure, cell, column, rows)
          const [inWord, inExcel] = [numberIn(word(place, line, column)), Number(excel(place, line, column))]
          expect({ where, inWord, inExcel: isShare ? Math.round(inExcel * 1000) / 10 : inExcel }).toEqual({ where, inWord: value, inExcel: value })
          compared += 1
        }
    expect(compared).toBeGreaterThan(area === province.id ? 10 : 0)
  })

  test('the screens’ model says the same, and counting each indicator by hand', () => {
    const [whole] = rows
    if (!whole) return expect.unreachable()
    const { made } = paperOf(pack, area, period)
    expect(whole.indicators.map(({ id }) => id)).toEqual(made.indicators.map(({ reading }) => reading.id))
    for (const [name, value] of Object.entries(made.whole.sums)) if (!name.startsWith('asked-')) expect([name, countIn(whole, name)]).toEqual([name, value])
    for (const { id, numerator, denominator, none } of whole.indicators) {
      const definition = pack.indicators.find((one) => one.id === id)?.definition
      if (!definition) return expect.unreachable()
      const slow = bruteForce({ definition, records, official, area, ...period, asOfDay })
      const isTold = slow.none === undefined && slow.isOfNothing !== true
      const why = slow.none ?? (isTold ? null : 'nothing-recorded')
      expect({ id, numerator, none }).toEqual({ id, numerator: isTold ? slow.numerator : null, none: why })
      if (slow.none === undefined) expect({ id, denominator }).toEqual({ id, denominator: slow.denominator })
    }
  })
})

test.each([...new Map(asked.map((one) => [one.slice(1, 4).join(), one])).values()])(
  '%s: every count in %s from %s to %s is what counting by hand gives',
  async (_, area, from, to, pack) => {
    const [whole] = await told(pack, area, { from, to })
    const measures = [...knownMeasures].filter((name) => !name.startsWith('asked-'))
    const { totals = {} } = bruteForce({ definition: { type: 'count-by-organisation', measures }, records, official, area, from, to, asOfDay })
    expect(Object.fromEntries(measures.map((name) => [name, countIn(whole, name) ?? 0]))).toEqual(totals)
    expect(totals['attendance']).toBeGreaterThan(0)
  },
)

test('what an answer’s units, the area’s own and what is gone count, adds up to the whole; so do organisations', async () => {
  const [pack] = shippedPacks
  if (!pack) return expect.unreachable()
  const added = (rows: FiguresAnswer['rows'], measure: string) => rows.reduce((sum, row) => sum + (countIn(row, measure) ?? 0), 0)
  const rows = await told(pack, province.id, { from: '2026-01-01', to: '2026-06-30' })
  const [whole, ...parts] = rows
  for (const measure of ['sessions', 'attendance', 'female', 'minority', 'visits', 'form.direct-talk']) {
    expect(countIn(whole, measure)).toBeGreaterThan(0)
    expect(
      added(
        parts.filter(({ organisation }) => organisation === null),
        measure,
      ),
    ).toBe(countIn(whole, measure))
    expect(
      added(
        parts.filter(({ organisation }) => organisation !== null),
        measure,
      ),
    ).toBe(countIn(whole, measure))
  }
})

test('a token without small groups is told the same but for minorities, and those whole or not at all', async () => {
  const [id = ''] = office.programmes.values()
  const careful = await machine(office.server, province.id, { unit: province.id, programmes: [id] })
  const isOfMinorities = (measure: string) => measure.startsWith('minority')
  const others = (rows: readonly FiguresRow[]) => rows.map((row) => ({ ...row, counts: row.counts.filter(({ measure }) => !isOfMinorities(measure)) }))
  const seen = new Set<boolean>()
  for (const [from, to] of [['2026-01-01', '2026-06-30'] as const, ['2026-03-01', '2026-03-14'] as const, ['2026-07-15', '2026-07-31'] as const]) {
    office.server.clock.advance(20_000)
    const question = { programme: id, from, to, by: 'unit' }
    const [open, told] = [(await system.figures(question)).rows, (await careful.figures(question)).rows]
    expect(others(told)).toEqual(others(open))
    const sums = summarise(figures.cells.filter(({ date }) => from <= date && date <= to))
    for (const [place, row] of told.entries()) {
      if (row.of !== 'whole' && row.of !== 'unit') continue
      const here = cellsWithin(sums, figures.units, row.unit.id)
      for (const measure of ['minority', 'minority-female']) {
        const isWhole = here.every((cell) => observedCell(cell).values[measure] === cell.values[measure])
        const expected = isWhole ? countIn(open[place], measure) : null
        expect([row.unit.name, measure, countIn(row, measure)]).toEqual([row.unit.name, measure, expected])
        if (countIn(open[place], measure) !== null) seen.add(isWhole)
      }
    }
  }
  expect([...seen].sort()).toEqual([false, true])
})
