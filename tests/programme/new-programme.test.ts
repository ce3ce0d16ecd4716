import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { dateToDay } from '../../src/model/civil-date.ts'
import type { Fields } from '../../src/model/record.ts'
import type { KindName } from '../../src/model/registry.ts'
import { measures } from '../../src/model/terms.ts'
import { validate } from '../../src/model/validate.ts'
import { adoptPack, packOf } from '../../src/programme/adopt-pack.ts'
import { type AnyHeld, figuresFromRecords } from '../../src/programme/figures.ts'
import { evaluate } from '../../src/programme/indicator.ts'
import { knownMeasures } from '../../src/programme/known-measure.ts'
import { definition, type Pack } from '../../src/programme/pack.ts'
import { periodNumbered } from '../../src/programme/period.ts'
import { packProblemText, readPack } from '../../src/programme/read-pack.ts'
import { root } from '../../tool/files.ts'
import { run } from '../../tool/step.ts'
import { idNamed } from '../fixture/id-named.ts'
import { aLuoi1, aLuoi2, hue, land } from '../fixture/land.ts'
import { claimsOf } from '../fixture/pack-claims.ts'
import { session, someBody, village } from '../fixture/sample.ts'

const NAME = 'ke-hoach-mau.json'
const page = readFileSync(join(root, 'docs/new-programme.md'), 'utf8')
const blocks = (language: string): string[] => [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\`$`, 'gm'))].map(([, text = '']) => text)

/** The plan that comes of following the page: all blocks in one pair of brackets, lists that come again continued. */
function followed(): string {
  const plan: Record<string, unknown> = {}
  for (const block of blocks('json')) {
    // The page's own blocks; readPack judges what they hold.
    for (const [field, value] of Object.entries(JSON.parse(block) as Record<string, unknown>)) {
      const held = plan[field]
      plan[field] = Array.isArray(held) && Array.isArray(value) ? [...held, ...value] : value
    }
  }
  return JSON.stringify(plan, null, 2)
}

const text = followed()
const [source = '', told = '', toldLater = ''] = blocks('text')

function samplePlan() {
  const read = readPack(text, NAME)
  if (!read.ok) throw new Error(read.problem.map(packProblemText).join('\n'))
  return read.value
}

test('a plan written by following the page is read', () => {
  expect(blocks('json').length).toBeGreaterThan(10)
  expect(samplePlan()).toMatchObject({ id: 'ke-hoach-mau', rule: 'calendar' })
})

test('the page shows every type of definition there is', () => {
  const types = definition.def.options.flatMap((option) => [...option.shape.type.def.values])
  const shown = new Set(samplePlan().indicators.map((indicator) => indicator.definition.type))
  expect(types.filter((type) => !shown.has(type))).toEqual([])
  expect(types.filter((type) => !page.includes(`### \`${type}\``))).toEqual([])
})

test('the page names every measure there is, the codes of a family as "…"', () => {
  const table = page.slice(page.indexOf('### The measures there are'), page.indexOf('## 5.'))
  const isNamed = (measure: string) =>
    table.includes(`\`${measure}\``) || table.includes(`\`${measure.split('.')[0]}.…\``) || (measure.startsWith('asked-') && table.includes('`asked-…`'))
  expect([...knownMeasures].filter((measure) => !isNamed(measure))).toEqual([])
})

test('it counts something that only it has a name for', () => {
  const builtIn: readonly string[] = measures
  expect(
    samplePlan()
      .measures.map(({ code }) => code)
      .filter((code) => !builtIn.includes(code)),
  ).toEqual(['handbooks-given'])
})

test('each of its quotes is in the document it was made from', () => {
  const folded = (words: string) => words.replace(/\s+/g, ' ')
  const quotes = claimsOf(samplePlan()).flatMap(({ said }) => ('quote' in said ? said.quote.split(' … ') : []))
  expect(quotes.length).toBeGreaterThan(20)
  expect(quotes.filter((quote) => !folded(source).includes(folded(quote)))).toEqual([])
})

test('an office adopts it, and reads it back as it was', () => {
  const data = adoptPack(samplePlan(), { unit: hue, adoptedOn: '2027-01-10' })
  const saved = validate('programme', data, { unit: unitById })
  expect(saved).toMatchObject({ ok: true, value: { name: 'Kế hoạch mẫu 2027–2028', from: '2027-01-01', to: '2028-12-31' } })
  expect(saved.ok && packOf(saved.value)).toEqual({ ok: true, value: samplePlan() })
})

const unitById = (id: string) => [...land, ...villages].find((unit) => unit.id === id)
const villages = ['Thôn 1', 'Thôn 2', 'Thôn 3'].map((name, place) => ({
  id: idNamed(name),
  level: 'village' as const,
  type: 'thon' as const,
  name,
  parent: place < 2 ? aLuoi1 : aLuoi2,
  validFrom: '2025-07-01',
}))
const [thon1 = '', , thon3 = ''] = villages.map(({ id }) => id)

describe('its indicators are worked out by the engine that knows no plan', () => {
  let made = 0
  const held = (kind: KindName, data: Fields): AnyHeld => {
    const judged = validate(kind, data, { unit: unitById })
    if (!judged.ok) throw new Error(`${kind}: ${JSON.stringify(judged.problem)}`)
    made += 1
    // Judged by its kind just now.
    return { id: idNamed(`record ${made}`), kind, data: judged.value } as AnyHeld
  }
  const meeting = (date: string, unit: string, firstTime14to60?: number) =>
    held(
      'session',
      session({
        date,
        unit,
        form: 'group-meeting',
        materials: [{ kind: 'leaflet', quantity: 15 }],
        counts: { total: 30, method: 'counted', ...(firstTime14to60 !== undefined && { firstTime14to60 }) },
      }),
    )
  const counted = (measure: string, unit: string, value: number) =>
    held('tally', { unit, organisation: someBody, period: { from: '2027-01-01', to: '2027-12-31' }, measure, value })
  const records: AnyHeld[] = [
    ...villages.map(({ id, name, parent }): AnyHeld => ({ ...held('unit', village({ name, parent })), id })),
    meeting('2027-03-08', thon1, 20),
    meeting('2027-07-30', thon1, 25),
    meeting('2027-07-30', thon3),
    held('key-area', { unit: aLuoi1, from: '2027-01-01', decision: 'Danh sách của cơ quan' }),
    held('baseline', { unit: aLuoi1, year: 2027, source: 'Niên giám', people: { total: 150, from14to60: 90 }, households: 60 }),
    held('baseline', { unit: aLuoi2, year: 2027, source: 'Niên giám', people: { total: 100, from14to60: 60 }, households: 40 }),
    ...['2027-01-20', '2027-02-20', '2027-02-27'].map((date) =>
      held('media-item', { unit: hue, date, level: 'province', mediaForm: 'website', outlet: 'Cổng thông tin', title: 'Cảnh giác', organisation: someBody }),
    ),
    counted('pledges-signed', aLuoi1, 30),
    counted('pledges-signed', aLuoi2, 11),
    counted('tips-received', aLuoi1, 8),
    counted('tips-handled', aLuoi1, 7),
    counted('handbooks-given', aLuoi1, 25),
    counted('handbooks-given', aLuoi2, 10),
  ]
  const plan = samplePlan()
  const period = periodNumbered(plan.rule, 'year', 2027, 1)
  const figures = figuresFromRecords(records, { area: hue, units: land, asOf: dateToDay('2028-01-05') * 86_400_000 })

  test.each([
    ['VC1', 2, 3, 66.7, undefined],
    ['M1', 1, 2, 50, { threshold: 90, met: false }],
    ['M2', 2, 12, 16.7, { threshold: 100, met: false }],
    ['M3', 45, 90, 50, { threshold: 60, met: false }],
    ['M4', 41, 100, 41, { threshold: 40, compare: 'more-than', by: '2027-12-31', met: true }],
    ['M5', 7, 8, 87.5, { threshold: 100, met: false }],
  ])('%s is %d of %d', (id, numerator, denominator, percent, target) => {
    const indicator = plan.indicators.find((one) => one.id === id)
    const reading = indicator && evaluate(indicator, figures, period)
    expect(reading).toMatchObject({ numerator, denominator, value: { percent, overHundred: false } })
    if (target) expect(reading?.target).toMatchObject(target)
    else expect(reading).toMatchObject({ target: undefined, flags: ['target-not-set'] })
  })

  test('M6 counts what each organisation did', () => {
    const indicator = plan.indicators.find(({ id }) => id === 'M6')
    const sums = { events: 3, attendance: 90, 'handed.leaflet': 45, 'tally.handbooks-given': 35 }
    expect(indicator && evaluate(indicator, figures, period)).toMatchObject({ totals: sums, byOrganisation: [{ organisation: someBody, values: sums }] })
  })
})

describe('problems are told as the page shows them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function checked(plan: string): Promise<{ exitCode: number | null; output: string }> {
    const file = join(folder, NAME)
    writeFileSync(file, plan)
    const { exitCode, output } = await run('node', ['tool/check-pack.ts', file], { timeoutMs: 20_000 })
    return { exitCode, output: output.trimEnd() }
  }

  test('misspelt fields', async () => {
    const wrong = text.replace('"threshold": 90', '"treshold": 90').replace('"before": "06-10"', '"before": "10/6"')
    expect(await checked(wrong)).toEqual({ exitCode: 1, output: told })
  })

  test('a tally that is not declared', async () => {
    // Written by this file a moment ago, and read as a plan above.
    const plan = JSON.parse(text) as Pack
    const wrong = JSON.stringify({ ...plan, measures: plan.measures.filter(({ code }) => code !== 'tips-received') }, null, 2)
    expect(await checked(wrong)).toEqual({ exitCode: 1, output: toldLater })
  })

  test('none', async () => {
    expect(await checked(text)).toEqual({ exitCode: 0, output: `${NAME}: right (7 indicators, 3 reports)` })
  })
})
