// The sums of one page as columns instead of rows: every id and every measure's name once, which measures a sum has as one of a
// list of shapes, and the numbers measure by measure. A province that is read from the start takes a third of the bytes so.

import * as z from 'zod/mini'

const whole = z.int()
const place = z.int().check(z.gte(0))

const summaryColumns = z.object({
  units: z.array(z.string()),
  dates: z.array(z.string()),
  organisations: z.array(z.string()),
  measures: z.array(z.string()),
  /** Places of measures. */
  shapes: z.array(z.array(place)),
  /** One for each sum: units and organisations as steps from the one before, dates and shapes as places in their lists. */
  unit: z.array(whole),
  date: z.array(place),
  organisation: z.array(whole),
  shape: z.array(place),
  /** For each measure the numbers of the sums that have it, in their order. */
  values: z.array(z.array(whole)),
  /** Units, as steps, and the dates of their newest sessions. */
  last: z.array(whole),
  lastDate: z.array(z.nullable(z.string())),
})
export type SummaryColumns = z.infer<typeof summaryColumns>

interface Sum {
  unit: string
  date: string
  organisation: string
  values: Record<string, number>
}

interface LastSession {
  unit: string
  date: string | null
}

export interface Sums {
  rows: Sum[]
  lastSessions: LastSession[]
}

/** In another order than they are given: neighbours that are alike take few bytes. */
export function toColumns({ rows, lastSessions }: Sums): SummaryColumns {
  const sums = [...rows].sort(byPlace)
  const newest = [...lastSessions].sort((a, b) => compare(a.unit, b.unit))
  const [units, dates, organisations, measures, shapes] = [listed(), listed(), listed(), listed(), listed()]
  const values: number[][] = []
  const columns = { unit: [], date: [], organisation: [], shape: [] } as { [K in 'unit' | 'date' | 'organisation' | 'shape']: number[] }
  for (const sum of sums) {
    const held = Object.entries(sum.values)
    const places = held.map(([measure]) => measures.placeOf(measure))
    for (const [index, at] of places.entries()) pushTo(values, at, held[index]?.[1] ?? 0)
    columns.unit.push(units.placeOf(sum.unit))
    columns.date.push(dates.placeOf(sum.date))
    columns.organisation.push(organisations.placeOf(sum.organisation))
    columns.shape.push(shapes.placeOf(places.join()))
  }
  const last = newest.map(({ unit }) => units.placeOf(unit))
  return {
    units: units.all(),
    dates: dates.all(),
    organisations: organisations.all(),
    measures: measures.all(),
    shapes: shapes.all().map((text) => (text === '' ? [] : text.split(',').map(Number))),
    ...columns,
    unit: steps(columns.unit),
    organisation: steps(columns.organisation),
    values,
    last: steps(last),
    lastDate: newest.map(({ date }) => date),
  }
}

/** Undefined where they are none, or don't fit each other: then they are not the server's. */
export function fromColumns(told: unknown): Sums | undefined {
  const parsed = summaryColumns.safeParse(told)
  return parsed.success ? sumsIn(parsed.data) : undefined
}

function sumsIn(columns: SummaryColumns): Sums | undefined {
  const { date, organisation, shape, last, lastDate } = columns
  const unit = places(columns.unit)
  const body = places(organisation)
  if ([date, body, shape].some(({ length }) => length !== unit.length) || last.length !== lastDate.length) return undefined
  const used = columns.measures.map(() => 0)
  const rows: Sum[] = []
  for (const [index, at] of unit.entries()) {
    const values = valuesAt(columns, shape[index], used)
    const [where, when, whose] = [columns.units[at], columns.dates[date[index] ?? -1], columns.organisations[body[index] ?? -1]]
    if (where === undefined || when === undefined || whose === undefined || !values) return undefined
    rows.push({ unit: where, date: when, organisation: whose, values })
  }
  const lastSessions: LastSession[] = []
  for (const [index, at] of places(last).entries()) {
    const where = columns.units[at]
    if (where === undefined) return undefined
    lastSessions.push({ unit: where, date: lastDate[index] ?? null })
  }
  return { rows, lastSessions }
}

/** `used`: how many numbers of each measure the sums before have taken. */
function valuesAt({ shapes, measures, values }: SummaryColumns, shape: number | undefined, used: number[]): Sum['values'] | undefined {
  const held: Sum['values'] = {}
  for (const at of shapes[shape ?? -1] ?? [-1]) {
    const [measure, value] = [measures[at], values[at]?.[used[at] ?? 0]]
    if (measure === undefined || value === undefined) return undefined
    used[at] = (used[at] ?? 0) + 1
    held[measure] = value
  }
  return held
}

interface Listed {
  /** Its place in the list, at the end where it is new. */
  placeOf(text: string): number
  all(): string[]
}

function listed(): Listed {
  const places = new Map<string, number>()
  return {
    placeOf(text) {
      const known = places.get(text) ?? places.size
      places.set(text, known)
      return known
    },
    all: () => [...places.keys()],
  }
}

const steps = (all: readonly number[]): number[] => all.map((at, index) => at - (all[index - 1] ?? 0))

function places(all: readonly number[]): number[] {
  let at = 0
  return all.map((step) => {
    at += step
    return at
  })
}

function pushTo(lists: number[][], at: number, value: number): void {
  const list = lists[at] ?? []
  list.push(value)
  lists[at] = list
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byPlace = (a: Sum, b: Sum): number => compare(a.unit, b.unit) || compare(a.date, b.date) || compare(a.organisation, b.organisation)
