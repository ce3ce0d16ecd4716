// Who lives where, as a statistics office or the police hand it out: a line for each commune or village, the source and year in
// columns or told once for all lines.

import { type Problem, problem } from '../../model/problem.ts'
import type { Data } from '../../model/registry.ts'
import type { Unit, UnitLookup } from '../../model/unit.ts'
import { validate } from '../../model/validate.ts'
import { fold } from '../../text/fold.ts'
import { baselineDoubts } from './baseline-doubt.ts'
import { type Column, cellAt, type Places } from './columns.ts'
import { isBlank, type Line, textOf } from './line.ts'
import { placeNamed } from './place.ts'
import { type ImportRow, isProblem, isTotal, wholeIn } from './row.ts'

const parts = ['total', 'from14to60', 'female14to60', 'under16'] as const

export type BaselineColumn = 'commune' | 'village' | 'year' | 'source' | (typeof parts)[number] | 'households'

export const baselineColumns: readonly Column<BaselineColumn>[] = [
  {
    name: 'commune',
    headings: ['xa', 'ten xa', 'xa phuong', 'xa phuong dac khu', 'don vi', 'ten don vi', 'don vi hanh chinh', 'ma xa', 'commune', 'unit'],
    required: true,
  },
  { name: 'village', headings: ['thon', 'ten thon', 'thon ban', 'thon to dan pho', 'village'] },
  {
    name: 'total',
    headings: ['tong so nguoi', 'tong so dan', 'tong dan so', 'dan so', 'so dan', 'so nguoi', 'so nhan khau', 'nhan khau', 'tong so', 'total', 'people'],
    required: true,
  },
  {
    name: 'from14to60',
    headings: ['14 60', '14 den 60', 'tu 14 den 60', 'tu 14 den 60 tuoi', '14 60 tuoi', 'so nguoi 14 60', 'so nguoi 14 60 tuoi', 'aged 14 60'],
  },
  { name: 'female14to60', headings: ['nu 14 60', 'nu tu 14 den 60', 'nu tu 14 den 60 tuoi', 'nu 14 60 tuoi', 'phu nu 14 60', 'women 14 60', 'female 14 60'] },
  { name: 'under16', headings: ['duoi 16', 'duoi 16 tuoi', 'tre em', 'tre em duoi 16', 'tre em duoi 16 tuoi', 'under 16', 'children under 16'] },
  { name: 'households', headings: ['so ho', 'ho', 'ho gia dinh', 'so ho gia dinh', 'households'] },
  { name: 'year', headings: ['nam', 'nam so lieu', 'year'] },
  { name: 'source', headings: ['nguon', 'nguon so lieu', 'source'] },
]

export interface BaselinesAround {
  communes: readonly Unit[]
  villagesOf: (commune: string) => readonly Unit[]
  unit: UnitLookup
  /** What is held already. */
  baselines: readonly Data<'baseline'>[]
  /** Where the table does not say it. */
  year: number | undefined
  source: string
}

export function readBaselines(lines: readonly Line[], firstLine: number, places: Places<BaselineColumn>, around: BaselinesAround): ImportRow[] {
  const known = new Set(around.baselines.map(keyOf))
  const seen = new Map<string, number>()
  const fresh = new Map<number, Data<'baseline'>>()
  const rows = lines.flatMap((cells, index): ImportRow[] => {
    const line = firstLine + index
    const place = placeTold(cells, places)
    if (isBlank(cells) || isTotal(place[0] ?? '')) return []
    const told = place.join(' · ')
    const { fields, problems } = fieldsOf(cells, places, around)
    if (problems.length > 0) return [{ line, told, as: 'wrong', problems }]
    const valid = validate('baseline', fields, { unit: around.unit })
    if (!valid.ok) return [{ line, told, as: 'wrong', problems: valid.problem }]
    const key = keyOf(valid.value)
    if (known.has(key)) return [{ line, told, as: 'known' }]
    const before = seen.get(key)
    if (before !== undefined) return [{ line, told, as: 'wrong', problems: [problem('told-twice', ['unit'], { line: before })] }]
    seen.set(key, line)
    fresh.set(line, valid.value)
    return [{ line, told, as: 'new', fields: { ...valid.value } }]
  })
  const doubts = baselineDoubts(fresh, around.baselines, around.unit)
  return rows.map((row) => {
    const found = doubts.get(row.line) ?? []
    return row.as === 'new' && found.length > 0 ? { ...row, doubts: found } : row
  })
}

const placeTold = (cells: Line, places: Places<BaselineColumn>): string[] =>
  (['commune', 'village'] as const).map((name) => textOf(cellAt(cells, places, name))).filter((text) => text !== '')

/** Another source of the same year is another baseline; the same source says it once. */
const keyOf = ({ unit, year, source }: Data<'baseline'>): string => `${unit} ${year} ${fold(source)}`

function fieldsOf(cells: Line, places: Places<BaselineColumn>, around: BaselinesAround) {
  const unit = unitOf(cells, places, around)
  const whole = (name: BaselineColumn, path: string[]) => wholeIn(cellAt(cells, places, name), path)
  const people = parts.map((name) => [name, whole(name, ['people', name])] as const)
  const [year, households] = [whole('year', ['year']) ?? around.year, whole('households', ['households'])]
  const found = [unit, year, households, ...people.map(([, value]) => value)]
  const fields = {
    unit,
    year,
    source: textOf(cellAt(cells, places, 'source')) || around.source,
    people: Object.fromEntries(people.filter(([, value]) => value !== undefined)),
    ...(households === undefined ? {} : { households }),
  }
  return { fields, problems: found.filter(isProblem) }
}

function unitOf(cells: Line, places: Places<BaselineColumn>, { communes, villagesOf }: BaselinesAround): string | Problem {
  const [commune, village] = [cellAt(cells, places, 'commune'), textOf(cellAt(cells, places, 'village'))]
  const found = placeNamed(communes, textOf(commune))
  return village === '' || isProblem(found) ? found : placeNamed(villagesOf(found), village)
}
