import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadPack, packs } from '../../src/programme/packs.ts'
import { type Claim, claimsOf } from '../fixture/pack-claims.ts'

/** The documents that the packs were made from, kept beside the repository where there are any. */
const documents = new URL('../../../shared/seeds/', import.meta.url)
const here = existsSync(documents)

/** NFC, one space, no marks of typesetting, no capitals; "61 /KH-UBND" is "61/KH-UBND". */
const folded = (text: string): string => text.normalize('NFC').replace(/[*#]/g, '').replace(/\s+/g, ' ').toLowerCase()
const tight = (text: string): string => folded(text).replace(/ ?\/ ?/g, '/')

function documentOf(pack: string): string | undefined {
  const file = here ? readdirSync(documents).find((name) => name.startsWith(pack.slice(0, 3)) && name.endsWith('.txt')) : undefined
  return file && folded(readFileSync(new URL(file, documents), 'utf8'))
}

/** What can be wrong with a claim, judged by the words it cites alone. */
function unsaid({ said, names, bodies, texts, dates, phrases }: Claim): string[] {
  const cited = 'quote' in said ? said.quote : said.source
  const words = tight(cited)
  const besides = tight(Object.values(said).join(' '))
  return [
    ...('quote' in said ? names.filter((name) => !words.includes(tight(name))) : names.filter((name) => !hasNumbers(words, name))),
    ...bodies.filter(
      (body) =>
        !tight(body)
          .split(' ')
          .every((word) => words.includes(word)),
    ),
    ...texts.filter((text) => !hasNumbers(besides, text)),
    ...dates.filter((date) => !hasDate(cited, date)),
    ...phrases.filter((phrase) => !words.includes(phrase)),
  ]
}

const numbersIn = (text: string): number[] => [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits))

const hasNumbers = (words: string, text: string): boolean => numbersIn(text).every((number) => numbersIn(words).includes(number))

/** "10/6", "05/12", "02 tháng 8 năm 2021"; a month, the first and the last day of a year may be told by their year alone. */
function hasDate(cited: string, date: string): boolean {
  const [day = 0, month = 0, year = 0] = date.split('-').map(Number).reverse()
  if (/^\d{4}-(\d\d|01-01|12-31)$/.test(date)) return numbersIn(cited).includes(Number(date.slice(0, 4)))
  const days = [...cited.matchAll(/(\d{1,2})(?:\/| tháng )(\d{1,2})/g)].map(([, d, m]) => `${Number(d)}/${Number(m)}`)
  return days.includes(`${day}/${month}`) && (year === 0 || numbersIn(cited).includes(year))
}

const isOwn = ({ said }: Claim): boolean => 'source' in said && said.source.startsWith('Lan Tỏa: ')

/** 2026–2030 has no document beside the repository: it cites by number and date only. */
const fromDocuments = packs.map(({ id }) => id).filter((id) => id !== '2026-2030')

test.runIf(here).each(fromDocuments)('%s quotes its document word for word', async (id) => {
  const document = documentOf(id) ?? ''
  const quoting = claimsOf(await loadPack(id)).flatMap(({ where, said }) => ('quote' in said ? [{ where, quote: said.quote }] : []))
  expect(quoting.length).toBeGreaterThan(20)
  expect(quoting.flatMap(({ where, quote }) => notFound(quote, document).map((part) => `${where}: ${part}`))).toEqual([])
})

function notFound(quote: string, document: string): string[] {
  let at = 0
  return folded(quote)
    .split(' … ')
    .filter((part) => {
      const found = document.indexOf(part, at)
      at = Math.max(found, at)
      return found < 0
    })
}

describe.each(packs.map(({ id }) => id))('%s', (id) => {
  test('says nothing that the words it cites do not say', async () => {
    const claims = claimsOf(await loadPack(id)).filter((claim) => !isOwn(claim))
    expect(claims.length).toBeGreaterThan(10)
    expect(claims.flatMap((claim) => unsaid(claim).map((what) => `${claim.where}: ${what}`))).toEqual([])
  })

  test('cites other sources by their number and date, or doubts them', async () => {
    const nameless = claimsOf(await loadPack(id)).flatMap(({ where, said }) => {
      const isNumbered = 'source' in said && /\d+\/(\d{4}\/)?[A-ZĐ][A-ZĐ\d-]+ .*ngày \d{1,2}\/\d{1,2}\/\d{4}/i.test(`${said.source} `)
      return 'quote' in said || said.source.startsWith('Lan Tỏa: ') || isNumbered || said.doubt !== undefined ? [] : [`${where}: ${said.source}`]
    })
    expect(nameless).toEqual([])
  })

  test('adds figures of its own nowhere: what is the product’s has no threshold and no day', async () => {
    const figures = claimsOf(await loadPack(id)).filter(isOwn)
    expect(figures.length).toBeGreaterThan(0)
    expect(
      figures.flatMap(({ where, dates, phrases }) => [...dates, ...phrases.filter((phrase) => phrase.includes('%'))].map((figure) => `${where}: ${figure}`)),
    ).toEqual([])
  })
})

test.runIf(here)('the title of Thừa Thiên Huế’s plan is the one its document prints in capitals', async () => {
  const { document } = await loadPack('003-thua-thien-hue')
  expect(documentOf('003')).toContain(folded(document.title))
})

describe('the comparison itself', () => {
  const told = (quote: string, more: Partial<Claim>): string[] =>
    unsaid({ where: '', said: { place: 'V', quote }, names: [], bodies: [], texts: [], dates: [], phrases: [], ...more })

  test.each<[string, string, Partial<Claim>]>([
    ['another share', 'đạt 75% và năm 2020', { phrases: ['76%'] }],
    ['a share that has to be exceeded', 'ít nhất 90%', { phrases: ['trên 90%'] }],
    ['another day', 'trước ngày 10/6', { dates: ['06-11'] }],
    ['a day that lost a digit', 'trước ngày 2 /3', { dates: ['03-02'] }],
    ['another year', 'ngày 02 tháng 8 năm 2021', { dates: ['2020-08-02'] }],
    ['another number', 'Tổng đài 111', { texts: ['Tổng đài 113'] }],
    ['another name', 'Sở Tư pháp chủ trì', { names: ['Sở Du lịch'] }],
    ['another office', 'qua Phòng Tham mưu', { bodies: ['Thanh tra Sở'] }],
  ])('tells %s', (_, quote, more) => {
    expect(told(quote, more)).toHaveLength(1)
  })

  test('takes the forms in which documents write', () => {
    const quote = 'Số: 61 /KH-UBND, ngày 02 tháng 8 năm 2021, đến năm 2020, trước ngày 05/12'
    expect(told(quote, { names: ['61/KH-UBND'], dates: ['2021-08-02', '2020-12-31', '12-05'] })).toEqual([])
  })
})
