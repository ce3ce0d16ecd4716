import { describe, expect, test } from 'vitest'
import type { Paper, PaperCell, PaperTable } from '../../src/client/report/paper.ts'
import type { Pack } from '../../src/programme/pack.ts'
import { periodNumbered } from '../../src/programme/period.ts'
import { reportOn } from '../../src/programme/report.ts'
import type { Language } from '../../src/text/translate.ts'
import { packPaper, periodOf } from '../fixture/pack-paper.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { practice, shownCommune } from '../fixture/practice-report.ts'

const { province, communes, figures, dataOf } = practice

function paperOf(pack: Pack, report: Pack['reports'][number] | undefined, area: typeof province, language: Language = 'vi'): Paper {
  return packPaper(practice, { pack, report, area, period: periodOf(pack, report ?? { kind: 'quarter', of: 3 }), language })
}

const tablesOf = ({ blocks, annexes }: Paper): PaperTable[] => [...blocks.flatMap((block) => (block.as === 'table' ? [block.table] : [])), ...annexes]

function saidIn(cell: PaperCell): string[] {
  if ('text' in cell) return [cell.text]
  if ('none' in cell) return [cell.none]
  return 'said' in cell ? [cell.said] : []
}

/** Everything that a person reads. */
function textsOf(paper: Paper): string[] {
  const { heading, title, subject, to, dates, blocks, signature, receivers } = paper
  const written = blocks.flatMap((block) => (block.as === 'prose' ? [block.label] : block.as === 'table' ? [] : [block.text]))
  const tabled = tablesOf(paper).flatMap((table) => [
    table.title,
    ...table.columns.map((column) => column.heading),
    ...[...table.rows, table.sum ?? []].flat().flatMap(saidIn),
    ...table.notes,
  ])
  return [...Object.values(heading), title, subject, ...to, ...dates, ...written, ...Object.values(signature), ...receivers, ...tabled]
}

/** An id, a key of the word list, or a number that is none. */
const isUnsaid = (text: string): boolean => /[0-9a-f]{8}-[0-9a-f]{4}|\d+@\d{4}|undefined|NaN|^[a-z]+(\.[a-z-]+)+$|\{\w+\}/.test(text)

const asked = shippedPacks.flatMap((pack) =>
  (pack.reports.length > 0 ? pack.reports : [undefined]).map((report) => [pack.id, report?.id ?? 'quarter', pack, report] as const),
)

describe.each(asked)('%s, report “%s”', (_, __, pack, report) => {
  test.each([
    ['province', province],
    ['commune', shownCommune],
  ])('of the practice %s is a paper in words, and the same after a way through JSON', (level, area) => {
    const paper = paperOf(pack, report, area)
    expect(textsOf(paper).filter(isUnsaid)).toEqual([])
    expect(JSON.parse(JSON.stringify(paper))).toStrictEqual(paper)
    const ids = tablesOf(paper).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => /^[a-z0-9-]+$/.test(id))).toBe(true)
    expect(tablesOf(paper).flatMap(({ columns, rows, sum }) => [...rows, ...(sum ? [sum] : [])].filter((row) => row.length !== columns.length))).toEqual([])
    const told = tablesOf(paper).find(({ id }) => id === 'indicators')?.rows.length
    expect(told).toBe(
      pack.indicators.filter(({ id, definition }) => definition.type !== 'count-by-organisation' && !(level === 'commune' && /^(CT3|N4)$/.test(id))).length,
    )
    expect(paper.to.length).toBe(report?.to.length ?? 0)
  })
})

test('a paper in English has English words for all of its own', () => {
  const plan = shippedPacks.find(({ id }) => id === '2026-2030')
  const paper = plan && paperOf(plan, undefined, shownCommune, 'en')
  expect(paper && textsOf(paper).filter(isUnsaid)).toEqual([])
  expect(paper?.blocks.flatMap((block) => (block.as === 'heading' && block.level === 1 ? [block.text] : []))).toContain('III. INDICATORS AGAINST TARGETS')
})

test('a province’s year is what counting its sessions one by one gives', () => {
  const period = periodNumbered('calendar', 'year', 2025, 1)
  const homes = new Map(dataOf('unit').map(({ id, data }) => [id, data.parent]))
  const inside = new Set([province.id, ...communes.map(({ id }) => id)])
  const held = dataOf('session').filter(({ data }) => inside.has(homes.get(data.unit) ?? data.unit) && data.date >= period.from && data.date <= period.to)
  const whole = reportOn({ area: province.id, period, indicators: [] }, figures)?.whole.sums
  expect(held.length).toBeGreaterThan(300)
  expect(whole).toMatchObject({ sessions: held.length, attendance: held.reduce((sum, { data }) => sum + data.counts.total, 0) })
})
