import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Fields } from '../../src/model/record.ts'
import { loadPack, packs } from '../../src/programme/packs.ts'
import { runCommand } from '../../src/server/admin.ts'
import type { Ended } from '../../src/server/command/command.ts'
import type { Database } from '../../src/server/database/database.ts'
import { openDatabase } from '../../src/server/main.ts'
import { writeUnits } from '../fixture/built.ts'
import { aLuoi1, hue } from '../fixture/land.ts'
import { makeOlder } from '../fixture/older-database.ts'
import { session } from '../fixture/sample.ts'
import { serverFixture } from '../fixture/server.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lan-toa-admin-'))
  writeUnits(join(folder, 'dist'))
})

afterEach(() => rmSync(folder, { recursive: true }))

const admin = (...argv: string[]): Promise<Ended> => runCommand([...argv, '--data', join(folder, 'data'), '--dist', join(folder, 'dist')], {})
const body = ['--organisation', 'Hội LHPN xã A Lưới 1', '--name', 'Cán bộ xã A Lưới 1']

test('the first invitation on an empty server makes its feed, organisation and account', async () => {
  const { code, lines } = await admin('invite', '--role', 'official', '--unit', '20056', ...body)
  expect(code).toBe(0)
  expect(lines.join('\n')).toMatch(/http:\/\/127\.0\.0\.1:8137\/enrol#[\w-]{43}/)
  expect(lines.join('\n')).toMatch(/[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/)
  await admin('invite', '--role', 'collaborator', '--unit', '20056', '--organisation', 'Hội LHPN xã A Lưới 1', '--name', 'Cộng tác viên xã A Lưới 1')
  const database = await openDatabase(join(folder, 'data'))
  const held = await database.read(async (sql) => ({
    feeds: await sql.all('SELECT province, seq FROM feed'),
    organisations: await sql.all('SELECT kind, version, data FROM record'),
    roles: await sql.all('SELECT role, unit FROM role ORDER BY role'),
    practice: await sql.all('SELECT practice FROM server'),
  }))
  await database.close()
  expect(held).toMatchObject({
    feeds: [{ province: '46@2025-07-01', seq: 1 }],
    organisations: [{ kind: 'organisation', version: 1, data: JSON.stringify({ name: 'Hội LHPN xã A Lưới 1', type: 'other', unit: '20056@2025-07-01' }) }],
    roles: [
      { role: 'collaborator', unit: '20056@2025-07-01' },
      { role: 'official', unit: '20056@2025-07-01' },
    ],
    practice: [{ practice: 0 }],
  })
})

test('everything wrong with an invitation is told at once, and nothing is made', async () => {
  const { code, lines } = await admin('invite', '--role', 'chief', '--unit', '00000', '--colour', 'red')
  expect(code).toBe(2)
  expect(lines).toEqual(['There is no option --colour.'])
  const second = await admin('invite', '--role', 'chief', '--unit', '00000')
  expect(second.code).toBe(2)
  expect(second.lines.join('\n')).toMatch(/--organisation is missing[\s\S]*--name is missing[\s\S]*no role "chief"[\s\S]*no unit with the code "00000"/)
  const level = await admin('invite', '--role', 'province', '--unit', '20056', ...body)
  expect(level).toMatchObject({ code: 2, lines: [expect.stringContaining('held on a province')] })
  const type = await admin('invite', '--role', 'official', '--unit', '20056', ...body, '--organisation-type', 'club')
  expect(type).toMatchObject({ code: 2, lines: [expect.stringContaining('no organisation type "club"')] })
  const database = await openDatabase(join(folder, 'data'))
  expect(await database.read((sql) => sql.all('SELECT id FROM account'))).toEqual([])
  await database.close()
})

test('an unknown command ends with 2 and says which there are', async () => {
  const { code, lines } = await admin('destroy')
  expect(code).toBe(2)
  expect(lines.join('\n')).toContain('invite')
  expect(await runCommand([], {})).toMatchObject({ code: 0 })
})

test('only an invitation begins a folder: a slip in its name is told, and nothing is made there', async () => {
  for (const command of ['devices', 'verify', 'rebuild-summaries']) {
    await expect(admin(command)).rejects.toThrow(/There is no database in .*data\. Name its folder/)
  }
  expect(existsSync(join(folder, 'data'))).toBe(false)
})

test('a command asked for help gives the page of all commands', async () => {
  expect(await admin('invite', '--help')).toMatchObject({ code: 0, lines: expect.arrayContaining([expect.stringContaining('--account ID')]) })
})

test('the list of devices is empty at first', async () => {
  await (await openDatabase(join(folder, 'data'))).close()
  expect(await admin('devices')).toEqual({ code: 0, lines: ['No device has enrolled yet.'] })
})

test('what phones sent long ago never reaches the console as more than plain text', async () => {
  const database = await openDatabase(join(folder, 'data'))
  const server = await serverFixture({ database })
  await server.enrol('collaborator', aLuoi1)
  await database.write((sql) => sql.run("UPDATE device SET name = 'Máy' || char(27) || '[31m' || char(10) || char(8238) || 'đỏ'"))
  await database.close()
  const { lines } = await admin('devices')
  expect(lines).toEqual([expect.stringContaining(' · Máy?[31m??đỏ · ')])
})

/** A server that took two sessions in, and stopped; then whatever a test does to its tables. */
async function worked(then: (database: Database) => Promise<unknown> = async () => undefined): Promise<void> {
  const database = await openDatabase(join(folder, 'data'))
  const server = await serverFixture({ database })
  const phone = await server.enrol('collaborator', aLuoi1)
  await phone.sync(['2026-11-14', '2026-11-15'].map((date) => phone.set('session', server.newId(), session({ date }))))
  await then(database)
  await database.close()
}

const run = (database: Database, ...statements: string[]): Promise<unknown> =>
  database.write(async (sql) => {
    for (const statement of statements) await sql.run(statement)
  })

test('verify proves the database whole and the summaries right', async () => {
  await worked()
  expect(await admin('verify')).toEqual({ code: 0, lines: ['The database is whole, and its 2 summaries are what the records give.'] })
})

test.each([
  [
    'a sum that was altered',
    `UPDATE summary SET sums = '{"sessions":7}' WHERE half_month = '2026-11-15'`,
    /summary of 20056@2025-07-01 2026-11-15 \S+ is kept as {"sessions":7}, and/,
  ],
  ['a summary that is missing', "DELETE FROM summary WHERE half_month = '2026-11-01'", /2026-11-01 \S+ is kept as {}, and the records give {"attendance":40/],
  [
    'one that nobody made',
    "INSERT INTO summary (feed, unit, half_month, organisation, sums, seq) SELECT id, 'x', '2026-11-01', '', '{\"sessions\":1}', 1 FROM feed",
    /summary of x/,
  ],
  ['the same sums in another order', `UPDATE summary SET sums = '{"sessions":1,"attendance":40}'`, /is kept as {"sessions":1,"attendance":40}/],
  [
    'a newest session of another day',
    "UPDATE last_session SET date = '2026-11-30'",
    /last session of 20056@2025-07-01 is kept as 2026-11-30, and the records give 2026-11-15/,
  ],
])('verify finds %s, and rebuild-summaries mends it', async (_, statement, said) => {
  await worked((database) => run(database, statement))
  const found = await admin('verify')
  expect(found.code).toBe(1)
  expect(found.lines.join('\n')).toMatch(said)
  expect(found.lines.join('\n')).toContain('npm run admin -- rebuild-summaries')
  expect((await admin('rebuild-summaries')).lines.join()).toMatch(/^2 summaries were made anew; [12] of those/)
  expect((await admin('verify')).code).toBe(0)
})

test('verify finds rows that point to nothing', async () => {
  await worked()
  const file = new DatabaseSync(join(folder, 'data/lan-toa.sqlite'), { enableForeignKeyConstraints: false })
  file.exec("UPDATE device SET account = 'nobody'")
  file.close()
  const found = await admin('verify')
  expect(found).toEqual({
    code: 1,
    lines: ['The database is damaged (1):', '  A row of device points to no row of account.', expect.stringContaining('from a backup')],
  })
})

test('a database from before there were summaries has them after the first start', async () => {
  await worked()
  makeOlder(join(folder, 'data/lan-toa.sqlite'), 2)
  rmSync(join(folder, 'data/journal.ndjson'))
  await (await openDatabase(join(folder, 'data'))).close()
  expect(await admin('verify')).toMatchObject({ code: 0, lines: [expect.stringContaining('2 summaries')] })
})

const hueOffice = ['--role', 'province', '--unit', '46', '--organisation', 'Hội LHPN thành phố Huế', '--name', 'Hội LHPN thành phố Huế']

/** What a phone of the province is told of programmes, on the server as the operator left it. */
async function programmesPulled(): Promise<{ id: string; authorName: string; data: Fields }[]> {
  const database = await openDatabase(join(folder, 'data'))
  const server = await serverFixture({ database })
  const phone = await server.enrol('collaborator', aLuoi1)
  const { changes } = await phone.sync()
  await database.close()
  return changes.filter(({ kind }) => kind === 'programme')
}

describe('adopt', () => {
  test('takes over a shipped plan, says what the office still has to set, and phones pull it', async () => {
    await admin('invite', ...hueOffice)
    const { code, lines } = await admin('adopt', '--pack', '002-hai-phong', '--unit', '46')
    const said = lines.join('\n')
    expect(code).toBe(0)
    expect(lines[0]).toMatch(/^Adopted for Huế \(46\): Hải Phòng: /)
    expect(said).toMatch(/The office sets the targets of:\n {2}VC1: Village coverage/)
    expect(said).toMatch(/The office sets the days of:\n {2}quarter: .+ \(.+\)\n/)
    expect(said).toMatch(/Doubtful:\n( {2}.+\n?){6}$/)
    const pack = await loadPack('002-hai-phong')
    expect(await programmesPulled()).toMatchObject([{ authorName: 'Người quản trị hệ thống', data: { unit: hue, name: pack.name.vi, pack } }])
  })

  test('takes over a plan that somebody wrote, under a name of its own', async () => {
    await admin('invite', ...hueOffice)
    const pack = { ...(await loadPack('001-kon-tum')), id: 'ke-hoach-xa' }
    const file = join(folder, 'ke-hoach-xa.json')
    writeFileSync(file, JSON.stringify(pack))
    const { code, lines } = await admin('adopt', '--file', file, '--unit', '20056', '--name', 'Kế hoạch của xã')
    expect([code, lines[0]]).toEqual([0, 'Adopted for A Lưới 1 (20056): Kế hoạch của xã'])
    expect(await programmesPulled()).toMatchObject([{ data: { unit: aLuoi1, name: 'Kế hoạch của xã', pack } }])
  })

  test('tells what is wrong with a file by its line and column, with everything else, and adopts nothing', async () => {
    await admin('invite', ...hueOffice)
    const file = join(folder, 'sai.json')
    writeFileSync(file, JSON.stringify(await loadPack('003-thua-thien-hue'), null, 2).replace('"threshold": 75', '"treshold": 75'))
    const { code, lines } = await admin('adopt', '--file', file, '--unit', '99')
    expect(code).toBe(2)
    expect(lines).toEqual([
      expect.stringMatching(/^sai\.json:\d{2,3}:\d+ indicators\[0\]\.targets\[0\]\.treshold: there is no field "treshold" here$/),
      'There is no unit with the code "99" today.',
    ])
    expect(await programmesPulled()).toEqual([])
  })

  test.each([
    ['no plan', ['--unit', '46'], /^Which plan\?/],
    ['a plan that nobody shipped', ['--pack', 'x', '--unit', '46'], /^There is no plan "x"; there are 2026-2030, /],
    ['two plans', ['--pack', '2026-2030', '--file', 'x.json', '--unit', '46'], /^Give either --pack or --file/],
    ['no unit', ['--pack', '2026-2030'], /^--unit is missing/],
    ['a name that is too long', ['--pack', '2026-2030', '--unit', '46', '--name', 'x'.repeat(301)], /^--name has more than 300/],
    ['a file that is not there', ['--file', 'no-such-plan.json', '--unit', '46'], /^no-such-plan\.json can't be read: /],
  ])('%s is refused', async (_, options, said) => {
    await admin('invite', ...hueOffice)
    expect(await admin('adopt', ...options)).toEqual({ code: 2, lines: [expect.stringMatching(said)] })
  })

  test('the same plan twice is refused for one unit, not for another, and taken again once the office removed the former one', async () => {
    await admin('invite', ...hueOffice)
    await admin('adopt', '--pack', '2026-2030', '--unit', '46', '--name', 'Chương trình của tỉnh')
    const again = await admin('adopt', '--pack', '2026-2030', '--unit', '46')
    expect(again).toEqual({ code: 2, lines: [expect.stringContaining('has adopted 2026-2030 already, as "Chương trình của tỉnh"')] })
    expect((await admin('adopt', '--pack', '2026-2030', '--unit', '20056')).code).toBe(0)
    const held = await programmesPulled()
    expect(held).toHaveLength(2)

    const database = await openDatabase(join(folder, 'data'))
    const server = await serverFixture({ database })
    const office = await server.enrol('province', hue)
    const first = held.find(({ data }) => data['unit'] === hue)
    const { epoch } = office
    expect(await office.push(office.remove('programme', first?.id ?? '', { base: { epoch, version: 1 } }))).toMatchObject({ answer: 'applied' })
    await database.close()
    expect((await admin('adopt', '--pack', '2026-2030', '--unit', '46')).code).toBe(0)
    const accounts = await (await openDatabase(join(folder, 'data'))).read((sql) => sql.all("SELECT id FROM account WHERE name = 'Người quản trị hệ thống'"))
    expect(accounts).toHaveLength(1)
  })

  test('--list says which are shipped, and makes no folder', async () => {
    const { code, lines } = await admin('adopt', '--list')
    expect([code, lines.length]).toEqual([0, packs.length])
    expect(lines[0]).toMatch(/^2026-2030 +Cả nước: .+ · The whole country: /)
    expect(existsSync(join(folder, 'data'))).toBe(false)
  })
})
