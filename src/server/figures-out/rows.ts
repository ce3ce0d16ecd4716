// The rows of an answer: the whole, then what it falls into. Pure.

import { compareNames } from '../../model/name-order.ts'
import type { Unit } from '../../model/unit.ts'
import { unitsBelow } from '../../programme/area.ts'
import type { Cell } from '../../programme/cell.ts'
import { type Dates, next, periodOf } from '../../programme/period.ts'
import { cellsWithin, unitTree } from '../../programme/unit-tree.ts'
import type { FiguresRow } from './answer.ts'
import type { FiguresAsked } from './asked.ts'
import { type Counted, type RowAsked, rowOf } from './row.ts'

interface Asked extends Dates {
  unit: Unit
  by: FiguresAsked['by']
}

export function rowsOf({ unit, from, to, by }: Asked, counted: Counted): FiguresRow[] {
  const asked: RowAsked = { of: 'whole', unit, period: { from, to } }
  const whole = rowOf(asked, counted)
  return [whole, ...(by === undefined ? [] : parts[by]({ ...asked, whole }, counted))]
}

const parts: Record<NonNullable<FiguresAsked['by']>, (asked: RowAsked, counted: Counted) => FiguresRow[]> = {
  unit: byUnit,
  organisation: byOrganisation,
  month: byMonth,
}

function byUnit(asked: RowAsked, counted: Counted): FiguresRow[] {
  const { figures } = counted
  const { unit, period } = asked
  const units = [...unitsBelow(figures, unit.id, period.to)].sort((a, b) => compareNames(a.name, b.name) || (a.id < b.id ? -1 : 1))
  const below = new Set(units.flatMap(({ id }) => unitTree(figures.units).idsWithin(id)))
  const rest: RowAsked[] = [
    { ...asked, of: 'own', cells: (cell) => cell.unit === unit.id },
    { ...asked, of: 'former', cells: (cell) => cell.unit !== unit.id && !below.has(cell.unit) },
  ]
  return [...units.map((one) => rowOf({ ...asked, of: 'unit', unit: one }, counted)), ...rest.map((one) => rowOf(one, counted)).filter(hasAny)]
}

function byOrganisation(asked: RowAsked, counted: Counted): FiguresRow[] {
  const { cells, units } = counted.figures
  const those = [...new Set(cellsWithin(cells, units, asked.unit.id).map(({ organisation }) => organisation))].sort()
  const isOf = (organisation: string) => (cell: Cell) => cell.organisation === organisation
  return those.map((organisation) => rowOf({ ...asked, of: 'organisation', organisation, cells: isOf(organisation) }, counted)).filter(hasAny)
}

/** The first and the last month are cut where the period is. */
function byMonth(asked: RowAsked, counted: Counted): FiguresRow[] {
  const rows: FiguresRow[] = []
  const { period } = asked
  const { rule } = counted.programme.pack
  for (let month = periodOf(rule, 'month', period.from); month.from <= period.to; month = next(month)) {
    const from = month.from < period.from ? period.from : month.from
    const to = month.to > period.to ? period.to : month.to
    rows.push(rowOf({ ...asked, of: 'month', period: { from, to } }, counted))
  }
  return rows
}

const hasAny = ({ counts }: FiguresRow): boolean => counts.some(({ value, none }) => (value ?? 0) > 0 || none === 'withheld')
