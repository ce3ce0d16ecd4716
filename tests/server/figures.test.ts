// Figures for other systems: who is told them, how far, and what an answer says.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { FiguresAnswer, FiguresRow } from '../../src/server/figures-out/answer.ts'
import { readAsked } from '../../src/server/figures-out/asked.ts'
import { root } from '../../tool/files.ts'
import type { Device } from '../fixture/device.ts'
import { aLuoi1, aLuoi2, hoaVang, hue, land } from '../fixture/land.ts'
import { adopted, askFigures, type Machine, machine, practiceServer, type Question } from '../fixture/machine.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { practice } from '../fixture/practice-report.ts'
import { session, village } from '../fixture/sample.ts'
import { type ServerFixture, serverFixture } from '../fixture/server.ts'

const [plan, other] = ['003-thua-thien-hue', '004-tuyen-quang'].flatMap((id) => shippedPacks.find((pack) => pack.id === id) ?? [])
if (!plan || !other) throw new Error('The packs are not there.')

let server: ServerFixture
let commune: Device
let programme = ''
let system: Machine
let question: Question = {}

beforeEach(async () => {
  server = await serverFixture()
  commune = await server.enrol('official', aLuoi1)
  programme = await adopted(server, land, hue, hue, plan)
  system = await machine(server, hue, { unit: hue, programmes: [programme] })
  question = { programme, from: '2026-10-01', to: '2026-12-31' }
})

const log = async (more: object = {}, by = commune): Promise<void> => {
  expect(await by.push(by.set('session', server.newId(), session({ ...more })))).toMatchObject({ answer: 'applied' })
}

const counted = (total: number, more: object = {}) => ({ counts: { total, method: 'counted', ...more } })

async function refusal(response: Promise<Response>): Promise<unknown[]> {
  const answer = await response
  const { problem } = (await answer.json()) as { problem: { code: string; path: string[]; values?: object } }
  return [answer.status, problem.code, problem.path.join('.'), ...(problem.values ? [problem.values] : [])]
}

const countIn = (row: FiguresRow | undefined, measure: string) => row?.counts.find((count) => count.measure === measure)
const indicatorIn = (row: FiguresRow | undefined, id: string) => row?.indicators.find((one) => one.id === id)

describe('a token', () => {
  test('[P100] opens figures where the header bears it, and nothing else does', async () => {
    const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })
    expect((await askFigures(server, question, bearer(system.token))).status).toBe(200)
    const without = await askFigures(server, question)
    expect(without.headers.get('WWW-Authenticate')).toBe('Bearer realm="lan-toa"')
    expect(await refusal(Promise.resolve(without))).toEqual([401, 'signed-out', '', { why: 'no-token' }])
    for (const strange of ['x', `${system.token}x`, system.token.toLowerCase(), `lantoa_${'A'.repeat(43)}`])
      expect(await refusal(askFigures(server, question, bearer(strange)))).toEqual([401, 'signed-out', '', { why: 'unknown' }])
    const cookies = [...commune.browser.cookies.values()].join('; ')
    expect(await refusal(askFigures(server, question, { cookie: cookies }))).toEqual([401, 'signed-out', '', { why: 'no-token' }])
    expect(await refusal(askFigures(server, { ...question, token: system.token }))).toEqual([401, 'signed-out', '', { why: 'no-token' }])
  })

  test('[P100] is known to scanners by its beginning, and kept as a hash only', async () => {
    expect(system.token).toMatch(/^lantoa_[\w-]{43}$/)
    const kept = await server.database.read(async (sql) => JSON.stringify([await sql.all('SELECT * FROM machine_token'), await sql.all('SELECT * FROM act')]))
    expect(kept).toContain(system.id)
    expect(kept).not.toContain(system.token)
    expect(kept).not.toContain(system.token.slice(7))
  })

  test('[P100] holds on its last day, and opens nothing once it ended or was revoked', async () => {
    const last = await machine(server, hue, { unit: hue, programmes: [programme], to: '2026-11-22' })
    const gone = await machine(server, hue, { unit: hue, programmes: [programme], to: '2026-11-21' })
    expect((await last.ask(question)).status).toBe(200)
    expect(await refusal(gone.ask(question))).toEqual([401, 'signed-out', '', { why: 'ended' }])
    await server.database.write((sql) => sql.run('UPDATE machine_token SET revoked_at = 1 WHERE id = ?', system.id))
    expect(await refusal(system.ask(question))).toEqual([401, 'signed-out', '', { why: 'revoked' }])
  })

  test('[P101] tells its unit and what lies below, and the programmes it names', async () => {
    const own = await adopted(server, land, hue, aLuoi2, other)
    const elsewhere = await adopted(server, land, hue, aLuoi2, plan)
    const small = await machine(server, hue, { unit: aLuoi1, programmes: [programme, own] })
    expect((await small.figures(question)).unit).toEqual({ id: aLuoi1, code: '20056', name: 'A Lưới 1', level: 'commune' })
    for (const unit of [hue, aLuoi2, hoaVang, '48', '20320', '99999', server.newId()])
      expect(await refusal(small.ask({ ...question, unit }))).toEqual([403, 'out-of-scope', 'unit'])
    expect((await system.figures({ ...question, unit: '20044' })).unit.id).toBe(aLuoi2)
    expect(await refusal(small.ask({ ...question, programme: elsewhere }))).toEqual([403, 'out-of-scope', 'programme'])
    expect(await refusal(small.ask({ ...question, programme: own }))).toEqual([403, 'out-of-scope', 'unit'])
    expect(await refusal(system.ask({ ...question, programme: server.newId() }))).toEqual([404, 'no-record', 'programme'])
    expect(await refusal(system.ask({ ...question, programme: (await idOfSession()) ?? '' }))).toEqual([404, 'no-record', 'programme'])
    const office = await server.enrol('province', hue)
    expect(await office.push(office.remove('programme', programme, { base: { epoch: office.epoch, version: 1 } }))).toMatchObject({ answer: 'applied' })
    expect(await refusal(system.ask(question))).toEqual([404, 'no-record', 'programme'])
  })

  async function idOfSession(): Promise<string | undefined> {
    await log()
    const row = await server.database.read((sql) => sql.get("SELECT id FROM record WHERE kind = 'session'"))
    return row && String(row['id'])
  }
})

describe('a question', () => {
  test.each([
    ['no programme', { programme: '' }, [422, 'required', 'programme']],
    ['a programme that is no id', { programme: '003-thua-thien-hue' }, [422, 'not-valid', 'programme']],
    ['no first day', { from: '' }, [422, 'required', 'from']],
    ['a day of no calendar', { from: '2026-02-30' }, [422, 'not-a-date', 'from']],
    ['a day of another form', { to: '31/12/2026' }, [422, 'not-a-date', 'to']],
    ['days that cross', { from: '2027-01-01' }, [422, 'dates-crossed', 'to']],
    ['more than six years', { from: '2020-12-31' }, [422, 'too-many', 'to', { months: 72 }]],
    ['a unit of no form', { unit: 'A Lưới' }, [422, 'not-valid', 'unit']],
    ['an unknown breakdown', { by: 'village' }, [422, 'not-in-list', 'by', { list: 'unit, organisation, month' }]],
    ['an unknown format', { format: 'xml' }, [422, 'not-in-list', 'format', { list: 'json, csv' }]],
    ['what is misspelt', { formt: 'csv' }, [422, 'unknown-field', 'formt']],
    ['a name that every object has', { constructor: 'x' }, [422, 'unknown-field', 'constructor']],
  ])('[P102] with %s is told what is wrong', async (_, more, expected) => {
    expect(await refusal(system.ask({ ...question, ...(more as Question) }))).toEqual(expected)
  })

  test('[P102] exactly six years are told, one parameter twice is not, and no other method', async () => {
    expect((await system.ask({ ...question, from: '2021-01-01' })).status).toBe(200)
    const at = (query: string, init: RequestInit) =>
      server.app.fetch(new Request(`https://lan-toa.test/api/figures?${query}`, { ...init, headers: { Authorization: `Bearer ${system.token}` } }))
    const query = new URLSearchParams(question).toString()
    expect(await refusal(at(`${query}&from=2026-10-15`, {}))).toEqual([422, 'not-valid', 'from'])
    for (const method of ['POST', 'PUT', 'DELETE']) expect(await refusal(at(query, { method }))).toEqual([404, 'not-found', ''])
  })
})

describe('an answer', () => {
  test('[P103] says the counts and indicators, with their denominators and sources, and null where nothing is known', async () => {
    const thon = server.newId()
    await commune.push(commune.set('unit', thon, village()))
    await commune.push(commune.set('unit', server.newId(), village({ name: 'Thôn 2' })))
    await log({ unit: thon, counts: { total: 40, female: 25, male: 15, method: 'counted' } })
    const answer = await system.figures({ ...question, by: 'unit' })
    const [whole, ...parts] = answer.rows
    expect(answer).toMatchObject({
      programme: { id: programme, name: plan.name.vi, pack: plan.id, rule: plan.rule },
      unit: { id: hue },
      period: { from: '2026-10-01', to: '2026-12-31' },
      asOf: '2026-11-22T03:00:00.000Z',
      practice: false,
      smallGroups: 'withheld',
    })
    expect(parts.map(({ of, unit }) => [of, unit.id])).toEqual([
      ['unit', aLuoi1],
      ['unit', aLuoi2],
    ])
    expect(['events', 'sessions', 'attendance', 'female', 'under-14', 'first-time'].map((name) => countIn(whole, name))).toEqual([
      { measure: 'events', value: 1, none: null },
      { measure: 'sessions', value: 1, none: null },
      { measure: 'attendance', value: 40, none: null },
      { measure: 'female', value: 25, none: null },
      { measure: 'under-14', value: null, none: 'not-taken' },
      { measure: 'first-time', value: null, none: 'not-asked' },
    ])
    expect(countIn(parts[1], 'sessions')).toEqual({ measure: 'sessions', value: null, none: 'no-data' })
    expect(indicatorIn(parts[0], 'VC1')).toMatchObject({
      name: plan.indicators.find(({ id }) => id === 'VC1')?.name,
      numerator: 1,
      denominator: 2,
      percent: 50,
      none: null,
      sources: [
        { what: 'records', text: null, year: null },
        { what: 'village-list', text: null, year: null },
      ],
      missing: 1,
    })
    expect(indicatorIn(parts[1], 'VC1')).toMatchObject({ numerator: null, percent: null, none: 'no villages' })
    expect(whole?.completeness).toEqual({ places: { of: 2, heard: 1 }, villages: { of: 2, heard: 1 }, phones: { of: 1, silent: 0 }, atLeast: false })
  })

  test('[P103] says "at least" where a phone there was silent for more than 14 days', async () => {
    server.clock.advance(15 * 86_400_000)
    const { rows } = await system.figures({ ...question, by: 'unit' })
    expect(rows.map(({ completeness: { phones, atLeast } }) => [phones, atLeast])).toEqual([
      [{ of: 1, silent: 1 }, true],
      [{ of: 1, silent: 1 }, true],
      [{ of: 0, silent: 0 }, false],
    ])
  })

  test('[P103] names the baseline of a denominator with its year, and the office’s own target', async () => {
    const office = await server.enrol('province', hue)
    const reach = plan.indicators.find(({ definition }) => definition.type === 'reached')
    if (!reach) return expect.unreachable()
    for (const unit of [aLuoi1, aLuoi2])
      await office.push(office.set('baseline', server.newId(), { unit, year: 2026, source: 'Niên giám 2026', people: { total: 1000, from14to60: 500 } }))
    const target = { programme, indicator: reach.id, unit: hue, threshold: 1.5, compare: 'at-least', by: '2099-12-31' }
    expect(await office.push(office.set('target', server.newId(), target))).toMatchObject({ answer: 'applied' })
    await office.push(office.set('key-area', server.newId(), { unit: aLuoi1, from: '2026-01-01', decision: 'Quyết định 12' }))
    await log(counted(40, { firstTime: 30, firstTime14to60: 20 }))
    const told = indicatorIn((await system.figures(question)).rows[0], reach.id)
    expect(told).toMatchObject({
      numerator: 20,
      denominator: 500,
      percent: 4,
      target: { threshold: 1.5, compare: 'at-least', by: '2099-12-31', met: true },
      sources: expect.arrayContaining([{ what: 'baseline', text: 'Niên giám 2026', year: 2026 }]),
    })
  })

  test('[P103] tells the locked figures of a commune, and what has come since, beside those of now', async () => {
    await log(counted(40, { minority: 12, minorityFemale: 6, female: 20, male: 20 }))
    const office = await server.enrol('province', hue)
    const [id, period] = [server.newId(), { from: '2026-10-01', to: '2026-12-31' }]
    const figures = { sessions: 1, attendance: 40, minority: 12 }
    const sent = { unit: aLuoi1, organisation: session()['organisation'], programme, period, state: 'submitted', asOf: '2026-11-20', figures }
    expect(await commune.push(commune.set('submission', id, sent))).toMatchObject({ answer: 'applied' })
    expect((await system.figures(question)).rows[0]?.locks).toEqual([])
    const base = { epoch: office.epoch, version: 1 }
    expect(await office.push(office.set('submission', id, { state: 'locked' }, { base }))).toMatchObject({ answer: 'applied' })
    await log(counted(25, { minority: 12, minorityFemale: 6, female: 12, male: 13 }))
    const asked = { ...question, by: 'unit' }
    const [whole, first, second] = (await system.figures(asked)).rows
    const moved = expect.arrayContaining([
      { figure: 'attendance', locked: 40, adjustment: 25 },
      { figure: 'sessions', locked: 1, adjustment: 1 },
    ])
    expect([whole?.locks, first?.locks, second?.locks]).toEqual([
      [{ unit: first?.unit, asOf: '2026-11-20', moved }],
      [{ unit: first?.unit, asOf: '2026-11-20', moved }],
      [],
    ])
    expect(countIn(first, 'attendance')).toEqual({ measure: 'attendance', value: 65, none: null })
    // What a few late records add is a small group.
    const open = await machine(server, hue, { unit: hue, programmes: [programme], small: true })
    const ofMinorities = (row: FiguresRow | undefined) => row?.locks[0]?.moved.filter(({ figure }) => figure === 'minority')
    expect([ofMinorities(first), ofMinorities((await open.figures(question)).rows[0])]).toEqual([[], [{ figure: 'minority', locked: 12, adjustment: 12 }]])
    // The mark before it is taken off by who reads it as text.
    const lines = csvLines(`\uFEFF${await (await system.ask({ ...asked, format: 'csv' })).text()}`)
    const line = (figure: string) => lines.find((one) => one['row'] === 'unit' && one['unit'] === aLuoi1 && one['figure'] === figure)
    expect(line('attendance')).toMatchObject({ value: '65', 'locked as of': '2026-11-20', locked: '40', adjustment: '25' })
    expect(line('minority')).toMatchObject({ value: '24', locked: '', adjustment: '' })
  })

  test('[P103] by organisation and by month, each month as the programme cuts it and not beyond the period', async () => {
    await log({ date: '2026-10-05' })
    await log({ date: '2026-11-16' })
    const byOrganisation = await system.figures({ ...question, by: 'organisation' })
    expect(byOrganisation.rows.map(({ of, organisation }) => [of, organisation?.id])).toEqual([
      ['whole', undefined],
      ['organisation', session()['organisation']],
    ])
    const months = (await system.figures({ ...question, from: '2026-10-01', to: '2026-11-30', by: 'month' })).rows.slice(1)
    expect(months.map(({ period, counts }) => [period.from, period.to, counts.find(({ measure }) => measure === 'sessions')?.value])).toEqual([
      ['2026-10-01', '2026-10-31', 1],
      ['2026-11-01', '2026-11-30', 1],
    ])
    const state = await adopted(server, land, hue, hue, other)
    const second = await machine(server, hue, { unit: hue, programmes: [state] })
    const cut = (await second.figures({ programme: state, from: '2026-10-01', to: '2026-11-30', by: 'month' })).rows.slice(1)
    expect(cut.map(({ period }) => [period.from, period.to])).toEqual([
      ['2026-10-01', '2026-10-14'],
      ['2026-10-15', '2026-11-14'],
      ['2026-11-15', '2026-11-30'],
    ])
  })
})

describe('small groups', () => {
  const few = counted(40, { female: 25, male: 15, minority: 3, minorityFemale: 1 })
  const many = counted(40, { female: 20, male: 20, minority: 20, minorityFemale: 10 })

  test('[P104] are withheld whole, also where only a sum of several half-months would tell them', async () => {
    await log({ date: '2026-10-05', ...many })
    await log({ date: '2026-11-16', ...few })
    const [whole, ...months] = (await system.figures({ ...question, from: '2026-10-01', to: '2026-11-30', by: 'month' })).rows
    const told = (row: FiguresRow | undefined) => ['minority', 'minority-female', 'female'].map((name) => countIn(row, name)?.value ?? countIn(row, name)?.none)
    expect([told(whole), ...months.map(told)]).toEqual([
      ['withheld', 'withheld', 45],
      [20, 10, 20],
      ['withheld', 'withheld', 25],
    ])
    const open = await machine(server, hue, { unit: hue, programmes: [programme], small: true })
    expect((await open.figures(question)).smallGroups).toBe('told')
    expect(told((await open.figures(question)).rows[0])).toEqual([23, 11, 45])
  })

  test('[P104] are why days that cut a half-month are told only to a token that tells them', async () => {
    await log({ date: '2026-11-18' })
    await log({ date: '2026-11-20' })
    const open = await machine(server, hue, { unit: hue, programmes: [programme], small: true })
    const days = { ...question, from: '2026-11-19', to: '2026-11-25' }
    expect(countIn((await open.figures(days)).rows[0], 'sessions')?.value).toBe(1)
    expect(await refusal(system.ask(days))).toEqual([403, 'not-allowed', 'from'])
    expect(await refusal(system.ask({ ...days, from: '2026-11-15' }))).toEqual([403, 'not-allowed', 'to'])
    expect((await system.ask({ ...days, from: '2026-11-15', to: '2026-11-30' })).status).toBe(200)
  })
})

test('[P105] who asks too often is told when to come again, each token by itself, and strangers by their network', async () => {
  const second = await machine(server, hue, { unit: hue, programmes: [programme] })
  for (let asked = 0; asked < 30; asked++) expect((await system.ask(question)).status).toBe(200)
  const late = await system.ask(question)
  expect(late.headers.get('Retry-After')).toBe('2')
  expect(await refusal(Promise.resolve(late))).toEqual([429, 'too-often', ''])
  expect((await second.ask(question)).status).toBe(200)
  server.clock.advance(2000)
  expect((await system.ask(question)).status).toBe(200)
  expect((await system.ask(question)).status).toBe(429)
  const from = (address: string) => askFigures(server, question, {}, address).then(({ status }) => status)
  for (let asked = 0; asked < 30; asked++) expect(await from('10.0.0.7')).toBe(401)
  expect(await from('10.0.0.7')).toBe(429)
  expect(await from('10.0.0.8')).toBe(401)
})

test('[P105] days that cut a half-month cost as much as ten questions', async () => {
  const open = await machine(server, hue, { unit: hue, programmes: [programme], small: true })
  const days = { ...question, from: '2026-11-19' }
  for (let asked = 0; asked < 3; asked++) expect((await open.ask(days)).status).toBe(200)
  expect((await open.ask(question)).status).toBe(429)
  server.clock.advance(2000)
  const late = await open.ask(days)
  expect([late.status, late.headers.get('Retry-After')]).toEqual([429, '18'])
})

test('[P10] where too many wait already, another system is told to come again, like everybody', async () => {
  const crowded = await askFigures(await serverFixture({ mostWaiting: 0 }), question)
  expect([crowded.status, crowded.headers.get('Retry-After')]).toEqual([503, '2'])
})

test('[P106] each use is in the audit once an hour, each refusal too, and what can’t be noted is not told', async () => {
  const noted = async () => {
    const rows = await server.database.read((sql) => sql.all("SELECT event, account, detail FROM audit WHERE event LIKE 'figures-%' ORDER BY rowid"))
    return rows.map(({ event, account, detail }) => [event, account, JSON.parse(String(detail))])
  }
  await system.figures(question)
  await system.figures({ ...question, unit: aLuoi1 })
  await system.ask({ ...question, unit: hoaVang })
  await system.ask({ ...question, unit: hoaVang })
  await askFigures(server, question, { Authorization: `Bearer lantoa_${'A'.repeat(43)}` })
  await askFigures(server, { ...question, unit: 'x'.repeat(500) }, { Authorization: `Bearer lantoa_${'B'.repeat(43)}` })
  const unknown = ['figures-refused', null, { problem: 'signed-out', path: [], why: 'unknown' }]
  const first = [
    ['figures-told', null, { token: system.id }],
    ['figures-refused', null, { token: system.id, programme, unit: hoaVang, problem: 'out-of-scope', path: ['unit'] }],
    unknown,
  ]
  expect(await noted()).toEqual(first)
  server.clock.advance(3_600_000)
  await system.figures(question)
  expect(await noted()).toEqual([...first, ['figures-told', null, { token: system.id }]])
  server.clock.advance(3_600_000)
  await server.database.write((sql) => sql.run("CREATE TRIGGER deaf BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END"))
  expect((await system.ask(question)).status).toBe(500)
  await server.database.write((sql) => sql.run('DROP TRIGGER deaf'))
  await system.figures(question)
  expect(await noted()).toHaveLength(5)
})

/** As a program that knows CSV reads it. */
function csvLines(text: string): Record<string, string>[] {
  const lines = text.slice(1, -2).split('\r\n')
  const cellsOf = (line: string) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'))
  const [heads = [], ...rows] = lines.map(cellsOf)
  return rows.map((cells) => Object.fromEntries(heads.map((head, place) => [head, cells[place] ?? ''])))
}

describe('CSV', () => {
  test('[P107] has a line for each figure, with what has to stand beside it, and the same figures', async () => {
    await log()
    const asked = { ...question, by: 'unit' }
    const answer = await system.figures(asked)
    const response = await system.ask({ ...asked, format: 'csv' })
    expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = bytes.toString('utf8')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const lines = csvLines(text)
    const said = (value: unknown): string => (value === null ? '' : String(value))
    const expected = answer.rows.flatMap(({ of, unit, counts, indicators }) => [
      ...counts.map(({ measure, value, none }) => [of, unit.id, 'count', measure, said(value), said(none), '', '']),
      ...indicators.map(({ id, percent, none, numerator, denominator }) => {
        return [of, unit.id, 'indicator', id, said(percent), said(none), said(numerator), said(denominator)]
      }),
    ])
    expect(lines.map((line) => ['row', 'unit', 'kind', 'figure', 'value', 'none', 'numerator', 'denominator'].map((head) => line[head]))).toEqual(expected)
    for (const line of lines)
      expect(line).toMatchObject({ from: '2026-10-01', to: '2026-12-31', 'as of': answer.asOf, programme, 'at least': 'false', practice: 'false' })
  })

  test('[P7] is packed where the asker can unpack it', async () => {
    const headers = { Authorization: `Bearer ${system.token}`, 'Accept-Encoding': 'gzip' }
    const response = await askFigures(server, { ...question, format: 'csv' }, headers)
    expect(response.headers.get('Content-Encoding')).toBe('gzip')
    const plain = await (await system.ask({ ...question, format: 'csv' })).arrayBuffer()
    expect(gunzipSync(await response.arrayBuffer()).toString()).toBe(Buffer.from(plain).toString())
  })

  test('[P107] runs nothing in a spreadsheet', async () => {
    const body = server.newId()
    const office = await server.enrol('province', hue)
    await office.push(office.set('organisation', body, { name: '=HYPERLINK("x")', type: 'other', unit: hue }))
    await log({ organisation: body })
    const text = await (await system.ask({ ...question, by: 'organisation', format: 'csv' })).text()
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
    expect(text).not.toMatch(/(^|,)"?=/m)
  })
})

interface Described {
  openapi: string
  paths: Record<string, { get: { parameters: { name: string; required: boolean }[]; responses: Record<string, unknown> } }>
  components: { schemas: Record<string, object> }
}

const described = async (): Promise<Described> => (await server.app.fetch(new Request('https://lan-toa.test/api/openapi.json'))).json() as Promise<Described>

/** The description's own schema, read by what knows JSON Schema and not by what it was made from. */
const schemaFor = async (name: string) => z.fromJSONSchema((await described()).components.schemas[name] as never)

test('[P108] the description is told to everybody, as OpenAPI 3.1, with every parameter and failure', async () => {
  const { openapi, paths } = await described()
  const { parameters = [], responses = {} } = paths['/api/figures']?.get ?? {}
  expect(openapi).toBe('3.1.0')
  expect(parameters.map(({ name, required }) => [name, required])).toEqual([
    ['programme', true],
    ['from', true],
    ['to', true],
    ['unit', false],
    ['by', false],
    ['format', false],
  ])
  expect(Object.keys(responses)).toEqual(['200', '401', '403', '404', '422', '429', '500', '503', '507'])
})

test('[P108] real answers, of every plan, fit the description, and so do failures; what is spoilt does not', async () => {
  const { server: other46, programmes } = await practiceServer()
  const open = await machine(other46, practice.province.id, { unit: practice.province.id, programmes: [...programmes.values()] })
  const figures = await schemaFor('Figures')
  let last: FiguresAnswer | undefined
  for (const id of programmes.values())
    for (const by of ['unit', 'organisation', 'month']) {
      other46.clock.advance(10_000)
      last = await open.figures({ programme: id, from: '2026-01-01', to: '2026-12-31', by })
      expect(figures.safeParse(last).error?.issues).toBeUndefined()
    }
  if (!last) return expect.unreachable()
  const [whole] = last.rows
  expect(figures.safeParse({ ...last, asOf: undefined }).success).toBe(false)
  expect(figures.safeParse({ ...last, rows: [{ ...whole, counts: [{ measure: 'sessions', value: -1, none: null }] }] }).success).toBe(false)
  expect(figures.safeParse({ ...last, rows: [{ ...whole, more: 1 }] }).success).toBe(false)
  const failures = await schemaFor('Failure')
  for (const more of [{ from: 'x' }, { by: 'x' }, { unit: hoaVang }, { programme: server.newId() }]) {
    const response = await system.ask({ ...question, ...more })
    expect(Object.keys((await described()).paths['/api/figures']?.get.responses ?? {})).toContain(String(response.status))
    expect(failures.safeParse(await response.json()).error?.issues).toBeUndefined()
  }
})

test('the examples for operators are questions that can be answered', () => {
  const queries = [...readFileSync(join(root, 'docs/operating.md'), 'utf8').matchAll(/\/api\/figures\?(\S+)'/g)].map(([, query = '']) => query)
  expect(queries.length).toBeGreaterThan(3)
  for (const query of queries) expect(readAsked(new URLSearchParams(query.replace('=ID', `=${server.newId()}`)))).toMatchObject({ ok: true })
})
