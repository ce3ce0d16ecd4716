// The operator's tokens for other systems.

import { expect, test } from 'vitest'
import { readActs } from '../../src/server/journal-file.ts'
import { askFigures } from '../fixture/machine.ts'
import { type Operator, operator } from '../fixture/operator.ts'

const until = ['--until', '2099-12-31']
const portal = ['--name', 'Cổng báo cáo', '--unit', '46', '--programme', '003-thua-thien-hue', ...until]

/** A server on which the province has adopted one plan and a commune another. */
async function office(): Promise<Operator> {
  const desk = operator()
  const body = ['--organisation', 'Hội LHPN thành phố Huế', '--name', 'Hội LHPN thành phố Huế']
  expect(await desk.admin('invite', '--role', 'province', '--unit', '46', ...body)).toMatchObject({ code: 0 })
  for (const [pack, unit] of [['003-thua-thien-hue', '46'] as const, ['001-kon-tum', '20056'] as const])
    expect(await desk.admin('adopt', '--pack', pack, '--unit', unit)).toMatchObject({ code: 0 })
  return desk
}

const tokenIn = (lines: readonly string[]): string => /lantoa_[\w-]{43}/.exec(lines.join('\n'))?.[0] ?? ''
const idIn = (lines: readonly string[], what: RegExp): string =>
  lines
    .find((line) => what.test(line))
    ?.trim()
    .split(' · ')[0] ?? ''

test('a token is said once with what it tells, listed without it, and opens nothing as soon as it is revoked', async () => {
  const desk = await office()
  const made = await desk.admin('token', 'add', ...portal)
  const [token, programme] = [tokenIn(made.lines), idIn(made.lines, /003-thua-thien-hue/)]
  expect(made).toMatchObject({ code: 0 })
  expect(made.lines[0]).toBe('Cổng báo cáo: figures of Huế (46) until 2099-12-31, without small groups')
  const server = await desk.server()
  const ask = () => askFigures(server, { programme, from: '2026-01-01', to: '2026-12-31' }, { Authorization: `Bearer ${token}` })
  expect((await ask()).status).toBe(200)
  const listed = await desk.admin('token', 'list')
  expect(listed.lines).toEqual([expect.stringMatching(/^\S{36} · Cổng báo cáo · Huế \(46\) · \S{36} · until 2099-12-31 · made \d{4}-\d\d-\d\d \d\d:\d\d$/)])
  expect(listed.lines.join()).not.toContain(token)
  const id = idIn(listed.lines, /Cổng/)
  expect(await desk.admin('token', 'revoke', id)).toEqual({ code: 0, lines: [`${id} · Cổng báo cáo · opens nothing any more`] })
  expect((await ask()).status).toBe(401)
  expect(await desk.admin('token', 'revoke', id)).toMatchObject({ code: 0, lines: [expect.stringContaining('was revoked before')] })
  expect((await desk.admin('token', 'list')).lines).toEqual([expect.stringMatching(/ · revoked \d{4}-\d\d-\d\d \d\d:\d\d$/)])
  const audit = await server.database.read((sql) => sql.all("SELECT event, detail FROM audit WHERE event LIKE 'token-%' ORDER BY rowid"))
  expect(audit.map(({ event, detail }) => [event, JSON.parse(String(detail))])).toMatchObject([
    ['token-made', { token: id, name: 'Cổng báo cáo', unit: '46@2025-07-01', programmes: [programme], small: false, to: '2099-12-31' }],
    ['token-revoked', { token: id, name: 'Cổng báo cáo' }],
  ])
})

test('several programmes are named by plan or by record, those of communes below too', async () => {
  const desk = await office()
  const first = await desk.admin('token', 'add', ...portal)
  const programme = idIn(first.lines, /003-thua-thien-hue/)
  const { code, lines } = await desk.admin('token', 'add', ...portal, '--programme', `${programme}, 001-kon-tum`, '--whole')
  expect(code).toBe(0)
  expect(lines[0]).toMatch(/small groups and sums by day among them$/)
  expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(2)
  expect((await desk.admin('token', 'list')).lines[0]).toContain(' · whole · ')
})

test.each([
  ['nothing', [], ['--name is missing.', '--unit is missing.', '--programme is missing.', '--until is missing.']],
  [
    'an unknown unit and a day that is none',
    [...portal, '--unit', '00000', '--until', 'soon'],
    [/no unit with the code "00000"/, /must be a date like .*"soon"/],
  ],
  ['a day that is over', [...portal, '--until', '2026-01-01'], [/--until 2026-01-01 is over already/]],
  ['a name that nobody sees', [...portal, '--name', '\u200b'], [/--name must be a label/]],
  [
    'a programme that was not adopted',
    [...portal, '--programme', '002-hai-phong'],
    [/Huế has no programme "002-hai-phong"/, 'Those there are:', /003-/, /001-/],
  ],
  ['a province without any', [...portal, '--unit', '48'], [/Đà Nẵng has no programme/, /No programme was adopted there yet/]],
  ['a word', ['me', ...portal], [/"me" is no option/]],
])('with %s everything that is wrong is told, and no token is made', async (_, options, said) => {
  const desk = await office()
  const { code, lines } = await desk.admin('token', 'add', ...options)
  expect(code).toBe(2)
  expect(lines).toEqual(said.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))))
  expect(await desk.admin('token', 'list')).toEqual({ code: 0, lines: ['There is no token yet.'] })
})

test('what else is asked of tokens is told how to be asked', async () => {
  const desk = await office()
  for (const words of [[], ['destroy'], ['revoke'], ['revoke', 'a', 'b'], ['list', 'all']])
    expect(await desk.admin('token', ...words)).toEqual({ code: 2, lines: [expect.stringContaining('token revoke ID')] })
  expect(await desk.admin('token', 'list', '--whole')).toEqual({ code: 2, lines: ['token list takes no --whole.'] })
  expect(await desk.admin('token', 'revoke', 'x')).toEqual({ code: 2, lines: [expect.stringContaining('There is no token x.')] })
})

test('[P100] a token that was revoked stays so after an older backup was put back, and one that was made since is there', async () => {
  const desk = await office()
  const old = tokenIn((await desk.admin('token', 'add', ...portal)).lines)
  expect(await desk.admin('backup', '--to', desk.at('backup.sqlite'))).toMatchObject({ code: 0 })
  const made = await desk.admin('token', 'add', ...portal, '--name', 'Sở Văn hóa')
  const [since, programme] = [tokenIn(made.lines), idIn(made.lines, /003-thua-thien-hue/)]
  await desk.admin('token', 'revoke', idIn((await desk.admin('token', 'list')).lines, /Cổng/))
  const journal = desk.at('data/journal.ndjson')
  expect(readActs(journal).filter(({ what }) => what === 'machine-token')).toHaveLength(3)
  const back = await desk.admin('restore', '--data', desk.at('second'), '--from', desk.at('backup.sqlite'), '--journal', journal)
  expect(back.code).toBe(0)
  expect(back.lines.join('\n')).toContain('machine-token: 2')
  const server = await desk.server('second')
  const ask = async (token: string) =>
    (await askFigures(server, { programme, from: '2026-01-01', to: '2026-12-31' }, { Authorization: `Bearer ${token}` })).status
  expect([await ask(old), await ask(since)]).toEqual([401, 200])
})
