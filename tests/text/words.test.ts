import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../src/model/columns.ts'
import { countNames } from '../../src/model/counts.ts'
import { roles } from '../../src/model/permission.ts'
import { type ProblemCode, problemTraits } from '../../src/model/problem.ts'
import { kindNamed, kindNames } from '../../src/model/registry.ts'
import * as terms from '../../src/model/terms.ts'
import { periodKinds, periodRules } from '../../src/programme/period.ts'
import screensEn from '../../src/text/en.json' with { type: 'json' }
import importEn from '../../src/text/import-en.json' with { type: 'json' }
import importVi from '../../src/text/import-vi.json' with { type: 'json' }
import paperEn from '../../src/text/paper-en.json' with { type: 'json' }
import paperVi from '../../src/text/paper-vi.json' with { type: 'json' }
import { problemWord } from '../../src/text/problem-words.ts'
import { addWords, type MessageKey } from '../../src/text/translate.ts'
import screensVi from '../../src/text/vi.json' with { type: 'json' }

type Words = Record<string, string>
const vi: Words = { ...screensVi, ...paperVi, ...importVi }
const en: Words = { ...screensEn, ...paperEn, ...importEn }
const languages: [string, Words][] = [
  ['vi', vi],
  ['en', en],
]
const files: [string, Words][] = [
  ['vi', screensVi],
  ['en', screensEn],
  ['paper-vi', paperVi],
  ['paper-en', paperEn],
  ['import-vi', importVi],
  ['import-en', importEn],
]

const stem = (key: string): string => key.replace(/_(one|other)$/, '')
const stems = (words: Words): string[] => [...new Set(Object.keys(words).map(stem))].sort()
const has = (words: Words, key: string): boolean => key in words || `${key}_other` in words

test('both languages say the same things', () => {
  expect(stems(vi)).toEqual(stems(en))
})

test.each(files)('%s: keys stand in order, once each, and none is empty', (_, words) => {
  const keys = Object.keys(words)
  expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : 1)))
  expect(Object.entries(words).filter(([, said]) => said.trim() === '' || said !== said.trim() || said !== said.normalize('NFC'))).toEqual([])
})

test('every value that one language fills in, the other does, too', () => {
  const valuesIn = (words: Words, of: string): string[] =>
    Object.entries(words)
      .filter(([key]) => stem(key) === of)
      .map(([, said]) =>
        [...said.matchAll(/\{(\w+)\}/g)]
          .map(([, name]) => name)
          .sort()
          .join(),
      )
  const apart = stems(vi).filter((of) => new Set([...valuesIn(vi, of), ...valuesIn(en, of)]).size > 1)
  expect(apart).toEqual([])
})

test('a plural has the form that is used where nothing else fits, and English its singular', () => {
  for (const key of Object.keys(vi)) expect(key).not.toMatch(/_one$/)
  for (const key of Object.keys(en).filter((one) => /_(one|other)$/.test(one))) {
    expect(en).toHaveProperty([`${stem(key)}_one`])
    expect(en).toHaveProperty([`${stem(key)}_other`])
  }
})

/** Lists of codes whose words are not under their own name's singular. */
const elsewhere: Record<string, string> = { partsOfDay: 'partOfDay', siteStatuses: 'siteStatus', communeTypes: 'unitType', villageTypes: 'unitType' }

const wordsOf = (list: string): string => elsewhere[list] ?? list.replace(/s$/, '')

describe.each(languages)('%s has words for', (_, words) => {
  const missing = (keys: readonly string[]): string[] => keys.filter((key) => !has(words, key))

  test('every code of every list', () => {
    const keys = Object.entries(terms).flatMap(([list, codes]) => codes.map((code) => `term.${wordsOf(list)}.${code}`))
    expect(missing(keys)).toEqual([])
    expect(keys.length).toBeGreaterThan(100)
  })

  test('every kind, each of its fields and every part of them', () => {
    for (const kind of kindNames) {
      expect(missing([`kind.${kind}`, ...Object.keys(kindNamed(kind).fields).map((field) => `field.${kind}.${field}`)])).toEqual([])
      expect(missing(columnsOf(kind).flatMap(({ field, part }) => (part === '' ? [] : [`part.${field}.${part}`])))).toEqual([])
      const asked = Object.values(kindNamed(kind).fields).flatMap(({ ask }) => ('terms' in ask ? ask.of.map((code) => `term.${ask.terms}.${code}`) : []))
      expect(missing(asked)).toEqual([])
    }
  })

  test('every count, role, period and problem', () => {
    expect(missing(countNames.map((name) => `part.counts.${name}`))).toEqual([])
    expect(missing(roles.map((role) => `role.${role}`))).toEqual([])
    expect(
      missing([...periodKinds.flatMap((kind) => [`period.${kind}`, `period-kind.${kind}`]), ...periodRules.map((rule) => `more.periods.${rule}`)]),
    ).toEqual([])
    expect(missing(Object.keys(problemTraits).map((code) => problemWord(code as ProblemCode)))).toEqual([])
  })
})

describe('a sentence', () => {
  const inVietnamese = addWords('vi', vi)
  const inEnglish = addWords('en', en)

  test('is filled in', () => {
    expect(inVietnamese('log.missing', { count: 3 })).toBe('Còn thiếu 3 người')
    expect(inVietnamese('problem.ages-apart', { sum: 1226, total: 1223, apart: 3 })).toBe('Cộng các nhóm tuổi được 1.226, tổng là 1.223. Lệch 3 người.')
    expect(inVietnamese('period.year', { year: 2026 })).toBe('năm 2026')
  })

  test('has its plural where the language has one', () => {
    expect([1, 2].map((count) => inEnglish('form.to-mend', { count }))).toEqual(['1 thing to fix', '2 things to fix'])
    expect([1, 2].map((count) => inEnglish('coverage.missing-count', { count }))).toEqual([
      '1 village still without a session.',
      '2 villages still without a session.',
    ])
    expect([1240, '1,240'].map((count) => inEnglish('count.people', { count }))).toEqual(['1,240 people', '1,240 people'])
    expect([1, 2].map((count) => inVietnamese('form.to-mend', { count }))).toEqual(['Cần sửa 1 chỗ', 'Cần sửa 2 chỗ'])
  })

  test('shows a name as it was typed, marks and all', () => {
    expect(inVietnamese('record.by', { name: '<b>Nguyễn & Trần</b>', time: '21:00' })).toBe('<b>Nguyễn & Trần</b> ghi lúc 21:00.')
  })

  test('keeps what it is filled with as it is, signs that mean something to machines too', () => {
    expect(inVietnamese('record.by', { name: '$& {time} $t(action.back)', time: '21:00' })).toBe('$& {time} $t(action.back) ghi lúc 21:00.')
  })

  test('that does not exist comes back as its key, so that it is seen', () => {
    // A key that no file has, on purpose.
    expect(inVietnamese('no.such-words' as MessageKey)).toBe('no.such-words')
  })
})
