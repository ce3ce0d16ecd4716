// An answer as CSV: a line for each count and each indicator of each row, with all that its figure has to stand beside in the same
// line, because lines are sorted and cut out.

import { type Cell, toCsv } from '../../text/csv.ts'
import type { FiguresAnswer, FiguresRow } from './answer.ts'
import { isOfMinorities } from './row.ts'

type Count = FiguresRow['counts'][number]
type Indicator = FiguresRow['indicators'][number]

const heads = [
  'row',
  'unit',
  'unit code',
  'unit name',
  'organisation',
  'organisation name',
  'from',
  'to',
  'kind',
  'figure',
  'name vi',
  'name en',
  'value',
  'none',
  'numerator',
  'denominator',
  'threshold',
  'compare',
  'by',
  'met',
  'sources',
  'missing',
  'flags',
  'locked as of',
  'locked',
  'adjustment',
  'places',
  'places heard',
  'villages',
  'villages heard',
  'phones',
  'phones silent',
  'at least',
  'as of',
  'programme',
  'programme name',
  'small groups',
  'practice',
]

export const figuresCsv = (answer: FiguresAnswer): string => toCsv([heads, ...answer.rows.flatMap((row) => linesOf(row, answer))])

function linesOf(row: FiguresRow, answer: FiguresAnswer): Cell[][] {
  const [before, after] = [beforeOf(row), afterOf(row, answer)]
  const lines = [
    ...row.counts.map((count) => [...countCells(count), ...lockedCells(row, answer, count.measure, count.value)]),
    ...row.indicators.map((one) => [...indicatorCells(one), ...lockedCells(row, answer, `indicator.${one.id}.numerator`, one.numerator)]),
  ]
  return lines.map((cells) => [...before, ...cells, ...after])
}

const beforeOf = ({ of, unit, organisation, period }: FiguresRow): Cell[] => [
  of,
  unit.id,
  unit.code ?? undefined,
  unit.name,
  organisation?.id,
  organisation?.name,
  period.from,
  period.to,
]

const countCells = ({ measure, value, none }: Count): Cell[] => [
  'count',
  measure,
  undefined,
  undefined,
  ...some(value, none),
  ...Array.from({ length: 9 }, () => undefined),
]

const indicatorCells = ({ id, name, percent, none, numerator, denominator, target, sources, missing, flags }: Indicator): Cell[] => [
  'indicator',
  id,
  name.vi,
  name.en,
  ...some(percent, none, numerator, denominator),
  ...some(target?.threshold, target?.compare, target?.by, target?.met === null ? undefined : target?.met),
  sources.map(({ what, text, year }) => [what, text, year].filter((part) => part !== null).join(' ')).join('; '),
  missing,
  flags.join(' '),
]

/** Of a commune's own line: what was locked, and what has come or gone since; of an indicator its numerator. */
function lockedCells({ unit, locks }: FiguresRow, { smallGroups }: FiguresAnswer, figure: string, value: number | null): Cell[] {
  const lock = locks.find((one) => one.unit.id === unit.id)
  const isWithheld = smallGroups === 'withheld' && isOfMinorities(figure)
  if (!lock || isWithheld) return [undefined, undefined, undefined]
  const moved = lock.moved.find((one) => one.figure === figure)
  return some(lock.asOf, moved ? moved.locked : value, moved ? moved.adjustment : value === null ? null : 0)
}

const afterOf = ({ completeness }: FiguresRow, { programme, asOf, smallGroups, practice }: FiguresAnswer): Cell[] => [
  completeness.places.of,
  completeness.places.heard,
  completeness.villages.of,
  completeness.villages.heard,
  completeness.phones.of,
  completeness.phones.silent,
  ...some(completeness.atLeast),
  asOf,
  programme.id,
  programme.name,
  smallGroups,
  ...some(practice),
]

const some = (...values: (string | number | boolean | null | undefined)[]): Cell[] =>
  values.map((value) => (value === null ? undefined : typeof value === 'boolean' ? String(value) : value))
