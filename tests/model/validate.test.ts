// What single fields may hold, asked as the phone's form and the server ask it.

import { expect, test } from 'vitest'
import type { Problem } from '../../src/model/problem.ts'
import type { Fields } from '../../src/model/record.ts'
import { validate } from '../../src/model/validate.ts'
import { officialUnits } from '../../src/server/units.ts'
import { idNamed } from '../fixture/id-named.ts'
import { land } from '../fixture/land.ts'
import { session } from '../fixture/sample.ts'

const { lookup } = officialUnits(land)
const checked = (more: Fields) => validate('session', session(more), { unit: lookup })

function problemsOf(more: Fields): Problem[] {
  const found = checked(more)
  return found.ok ? [] : found.problem
}

test.each([['\u200b'], ['\ufeff \u2060\u00ad'], ['\u3164'], ['  \n'], ['']])('a text in which nothing is seen (%j) counts as empty', (place) => {
  expect(problemsOf({ place })).toEqual([{ code: 'required', path: ['place'] }])
})

test('a text keeps what is seen, and what joins it', () => {
  expect(checked({ place: 'Nhà văn hoá 👩\u200d🌾' })).toMatchObject({ ok: true, value: { place: 'Nhà văn hoá 👩\u200d🌾' } })
})

test('a list of codes is a set: each comes out once, in the order in which it came', () => {
  const [one, two] = [idNamed('một'), idNamed('hai')]
  const value = { topics: ['tricks', 'prevention'], targetGroups: ['women'], languages: ['kinh', 'mong'], partners: [one, two] }
  const given = {
    topics: ['tricks', 'prevention', 'tricks'],
    targetGroups: Array(90).fill('women'),
    languages: ['kinh', 'mong', 'kinh'],
    partners: [one, one, two],
  }
  expect(checked(given)).toMatchObject({ ok: true, value })
})

test.each([[1e308], [-1e308], [0.5], [1e9], [-1]])('a number that is no count of people (%d) is told once', (total) => {
  expect(problemsOf({ counts: { total, method: 'counted' } })).toEqual([{ code: 'not-a-count', path: ['counts', 'total'] }])
})
