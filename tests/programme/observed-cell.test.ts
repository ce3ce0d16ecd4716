// What an observer could work out from a cell, who knows by which rule it was thinned.

import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import type { Cell } from '../../src/programme/cell.ts'
import { observedCell } from '../../src/programme/observed-cell.ts'

interface Group {
  female: number
  male: number
  minority: number
  crossing: number
}

const cellOf = ({ female, male, minority, crossing }: Group): Cell => {
  const values = { attendance: female + male, female, male, minority, 'minority-female': crossing }
  return { unit: 'u', date: '2026-01-01', organisation: 'o', values: Object.fromEntries(Object.entries(values).filter(([, value]) => value > 0)) }
}

const told = (group: Group): string => JSON.stringify(observedCell(cellOf(group)).values)

/** All that the crossing may be for somebody who sees what was told and knows the rule, but not how many belong to a minority where that is withheld. */
function possible(group: Group): Set<number> {
  const seen = told(group)
  const found = new Set<number>()
  for (let minority = 0; minority <= group.female + group.male; minority++) {
    for (let crossing = Math.max(0, minority - group.male); crossing <= Math.min(minority, group.female); crossing++) {
      if (told({ ...group, minority, crossing }) === seen) found.add(crossing)
    }
  }
  return found
}

const people = fc.nat(30)
const anyGroup = fc.tuple(people, people, fc.nat(), fc.nat()).map(([female, male, a, b]) => {
  const minority = a % (female + male + 1)
  const least = Math.max(0, minority - male)
  return { female, male, minority, crossing: least + (b % (Math.min(minority, female) - least + 1)) }
})

property.prop([anyGroup], { numRuns: 400 })('[P99] a crossing that is withheld may be five numbers or more, or any that the women alone allow', (group) => {
  const { crossing, minority, female, male } = group
  const groups = [crossing, minority - crossing, female - crossing, male - (minority - crossing)]
  const isTold = 'minority-female' in observedCell(cellOf(group)).values
  expect(isTold).toBe(groups.every((people) => people >= 5))
  if (!isTold && minority > 0) expect(possible(group).size).toBeGreaterThanOrEqual(Math.min(5, female + 1))
})

test('[P99] where all are of a minority, the women would give it away: how many are of one is withheld too', () => {
  const all = { female: 12, male: 20, minority: 32, crossing: 12 }
  expect(observedCell(cellOf(all)).values).toEqual({ attendance: 32, female: 12, male: 20 })
})

test('[P99] nothing else of a cell is touched, and a cell without ethnicity not at all', () => {
  const cell = cellOf({ female: 2, male: 1, minority: 0, crossing: 0 })
  expect(observedCell(cell)).toBe(cell)
  const more = { ...cellOf({ female: 9, male: 9, minority: 2, crossing: 1 }) }
  expect(observedCell({ ...more, values: { ...more.values, sessions: 1, 'under-14': 2 } }).values).toMatchObject({
    sessions: 1,
    'under-14': 2,
    attendance: 18,
  })
})
