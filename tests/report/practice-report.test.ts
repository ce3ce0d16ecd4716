import { describe, expect, test } from 'vitest'
import type { Paper, PaperCell, PaperTable } from '../../src/client/report/paper.ts'
import { reportPaper } from '../../src/client/report/report-paper.ts'
import type { Pack } from '../../src/programme/pack.ts'
import { type Dates, periodKinds, periodNumbered } from '../../src/programme/period.ts'
import { reportOn } from '../../src/programme/report.ts'
import type { Language } from '../../src/text/translate.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { paperWords } from '../fixture/paper-words.ts'
import { asOf, communes, dataOf, figures, lookup, province, sent } from '../fixture/practice-report.ts'

const names = new Map(dataOf('organisation').map(({ id, data }) => [id, data.name]))
const shown = communes.find(({ name }) => name === 'A Lưới 1') ?? province
const programme = dataOf('programme')[0]?.id

type PackReport = Pack['reports'][number]

/** The period of the practice year that such a report is about; campaigns and what is asked for have the week of 30/7. */
function periodOf({ rule }: Pack, { kind, of = 1 }: Pick<PackReport, 'kind' | 'of'>): Dates {
  const regular = periodKinds.find((one) => one === kind)
  return regular ? periodNumbered(rule, regular, 2026, of) : { from: '2026-07-27', to: '2026-08-02' }
}

function paperOf(pack: Pack, report: PackReport | undefined, area: string, language: Language = 'vi'): Paper {
  const period = periodOf(pack, report ?? { kind: 'quarter', of: 3 })
  const made = reportOn({ area, period, indicators: pack.indicators, sent: { submissions: sent, programme, before: undefined } }, figures)
  if (!made) throw new Error('These dates can’t be told.')
  const silent = { phones: [{ unit: shown.id, contactAt: 0 }], at: asOf }
  const about = {
    look: 'state',
    practice: true,
    issuer: 'Cơ quan diễn tập',
    place: 'Huế',
    date: '2026-11-22',
    report,
    programme: { name: pack.name[language], document: pack.document },
    silent,
  } as const
  return reportPaper(made, about, paperWords(language, { lookup, names, pack: { ...pack } }))
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
    ['province', province.id],
    ['commune', shown.id],
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
  const paper = plan && paperOf(plan, undefined, shown.id, 'en')
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
