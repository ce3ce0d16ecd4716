// The month of a commune as data: what the paper asks for, from the records and nothing else. Pure; print, text and CSV
// are made from it, so they can't disagree.

import { type CountName, countNames } from '../../model/counts.ts'
import type { Data } from '../../model/registry.ts'
import { materialKinds } from '../../model/terms.ts'
import type { Coverage } from '../../programme/coverage.ts'

export interface Held {
  id: string
  data: Data<'session'>
}

/** A sum over those sessions that took the number, and how many did: a number nobody took is not zero. */
export interface Total {
  name: CountName
  sum: number
  given: number
}

export interface VillageLine {
  unit: string
  sessions: number
  attendance: number
  totals: Total[]
}

export interface MonthReport {
  coverage: Coverage
  sessions: Held[]
  totals: Total[]
  villages: VillageLine[]
  materials: { kind: (typeof materialKinds)[number]; quantity: number }[]
}

/**
 * `sessions` are those that the coverage counted; lines come in the order of the villages given, then places without. `placeOf`:
 * in whose line it stands what was held in a unit.
 */
export function monthReport(
  coverage: Coverage,
  sessions: readonly Held[],
  villages: readonly string[],
  placeOf: (unit: string) => string = (unit) => unit,
): MonthReport {
  const oldestFirst = [...sessions].sort((a, b) => (a.data.date < b.data.date ? -1 : a.data.date > b.data.date ? 1 : 0))
  const units = [...new Set([...villages, ...oldestFirst.map(({ data }) => placeOf(data.unit))])]
  return {
    coverage,
    sessions: oldestFirst,
    totals: totalsOf(oldestFirst),
    villages: units.map((unit) =>
      lineOf(
        unit,
        oldestFirst.filter(({ data }) => placeOf(data.unit) === unit),
      ),
    ),
    materials: materialKinds.map((kind) => ({ kind, quantity: quantityOf(kind, oldestFirst) })).filter(({ quantity }) => quantity > 0),
  }
}

function lineOf(unit: string, held: readonly Held[]): VillageLine {
  return { unit, sessions: held.length, attendance: held.reduce((sum, { data }) => sum + data.counts.total, 0), totals: totalsOf(held) }
}

function totalsOf(held: readonly Held[]): Total[] {
  return countNames.flatMap((name) => {
    const values = held.flatMap(({ data }) => data.counts[name] ?? [])
    return values.length === 0 ? [] : [{ name, sum: values.reduce((sum, value) => sum + value, 0), given: values.length }]
  })
}

const quantityOf = (kind: string, held: readonly Held[]): number =>
  held.flatMap(({ data }) => data.materials ?? []).reduce((sum, material) => (material.kind === kind ? sum + material.quantity : sum), 0)

export const totalOf = (totals: readonly Total[], name: CountName): Total | undefined => totals.find((total) => total.name === name)
