import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Ended, runCommand } from '../../src/server/admin.ts'
import { openDatabase } from '../../src/server/main.ts'
import { writeUnits } from '../fixture/built.ts'

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

test('the list of devices is empty at first', async () => {
  expect(await admin('devices')).toEqual({ code: 0, lines: ['No device has enrolled yet.'] })
})
