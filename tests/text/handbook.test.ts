// The handbook that comes with the app: whole in both languages, each entry with its source, its numbers those of the plan of
// today, and nothing of it out of reach.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { plansWithSlogans, sloganEntry, sloganId } from '../../src/client/ui/handbook/shipped.ts'
import { isDate } from '../../src/model/civil-date.ts'
import { handbookSections } from '../../src/model/terms.ts'
import { loadPack, packs } from '../../src/programme/packs.ts'

const said = z.string().check(z.regex(/^\S(.*\S)?$/u))
const entry = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
  section: z.enum(handbookSections),
  number: z.optional(z.string()),
  title: z.strictObject({ vi: said, en: said }),
  body: z.strictObject({ vi: z.array(said).check(z.minLength(1)), en: z.array(said).check(z.minLength(1)) }),
  source: z.strictObject({ vi: said, en: said }),
  sourceDate: z.string().check(z.refine(isDate)),
})

const entries = z.array(entry).parse(JSON.parse(readFileSync(new URL('../../src/text/handbook.json', import.meta.url), 'utf8')))
const texts = entries.flatMap(({ title, body, source }) => [title.vi, ...body.vi, source.vi, title.en, ...body.en, source.en])

const LONGEST_LINE = 170

test('every entry has an id of its own, and every section but the slogans has entries', () => {
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  expect(new Set(entries.map(({ section }) => section))).toEqual(new Set(handbookSections.filter((section) => section !== 'slogan')))
})

test('both languages say the same number of things, in short lines; what is to be said stands in quotation marks in both', () => {
  const isQuoted = (line: string) => line.startsWith('“')
  for (const { id, body } of entries) expect([id, body.en.map(isQuoted)]).toEqual([id, body.vi.map(isQuoted)])
  expect(texts.filter((text) => text !== text.normalize('NFC'))).toEqual([])
  expect(entries.flatMap(({ body }) => [...body.vi, ...body.en]).filter((line) => line.length > LONGEST_LINE)).toEqual([])
})

test('a source is a document with its number, or says that it is general knowledge; none lies ahead', () => {
  const hasNumber = (source: string) => /\d+\/(\d{4}\/)?[A-ZĐ][A-ZĐ\d-]+/.test(source)
  expect(entries.filter(({ source }) => !hasNumber(source.vi) && !/Lan Tỏa soạn/.test(source.vi)).map(({ id }) => id)).toEqual([])
  expect(entries.filter(({ sourceDate }) => sourceDate > '2026-11-28')).toEqual([])
})

test('articles are cited of the law of 2024 only, whose text was at hand', () => {
  const cites = entries.filter(({ source, body }) => /Điều \d/.test(source.vi + body.vi.join(' ')))
  expect(cites.length).toBeGreaterThan(4)
  expect(cites.filter(({ source, body }) => !/53\/2024\/QH15/.test(source.vi + body.vi.join(' ')))).toEqual([])
})

test('it uses no word that people do not know, and names nobody', () => {
  expect(texts.filter((text) => /đồng bộ|offline|máy chủ|server|\b(ông|bà) [A-ZĐ]/.test(text))).toEqual([])
})

test('its numbers are those of the plan of today, and those beside them say where they are from', async () => {
  const { hotlines } = await loadPack('2026-2030')
  const own = new Map(entries.flatMap(({ section, number }) => (section === 'hotline' ? [[number, section]] : [])))
  expect(entries.filter(({ section, number }) => (section === 'hotline') !== (number !== undefined))).toEqual([])
  for (const { number } of hotlines) expect([...own.keys()]).toContain(number)
  expect([...own.keys()].slice(0, 2)).toEqual(['111', '113'])
})

describe('slogans', () => {
  test('are those of the plans: every plan that has some is fetched, and no other', async () => {
    const having = (await Promise.all(packs.map(({ id }) => loadPack(id)))).filter(({ slogans }) => slogans.length > 0)
    expect(having.map(({ id }) => id)).toEqual([...plansWithSlogans])
    for (const pack of having) {
      const [made] = sloganEntry(pack)
      expect(made).toMatchObject({ id: sloganId(pack.id), section: 'slogan', title: { vi: pack.name.vi }, body: { vi: pack.slogans.map(({ text }) => text) } })
      expect(made?.source.vi).toContain(pack.document.issuer)
    }
  })

  test('of a plan without any, or of a shape that is not known, make no entry', () => {
    expect(sloganEntry({ id: 'x', slogans: [] })).toEqual([])
    expect(sloganEntry({ id: 'x', slogans: 'none', document: 7 })).toEqual([])
  })
})
