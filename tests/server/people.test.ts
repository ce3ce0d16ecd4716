import { expect, test } from 'vitest'
import { addDays, dateInVietnam } from '../../src/model/civil-date.ts'
import type { Device } from '../fixture/device.ts'
import { enrolDevice } from '../fixture/device.ts'
import { aLuoi1, aLuoi2 } from '../fixture/land.ts'
import { operator } from '../fixture/operator.ts'
import { session } from '../fixture/sample.ts'
import type { ServerFixture } from '../fixture/server.ts'
import { auditOf } from '../fixture/server-content.ts'

const today = (): string => dateInVietnam(Date.now())

/** A sync's status: 200, or 401 for who is shut out. */
const statusOf = async (phone: Device): Promise<number> => (await phone.post(phone.request())).status

const secretIn = (lines: readonly string[]): string => /enrol#([\w-]{43})/.exec(lines.join('\n'))?.[1] ?? ''

test('a lost phone is shut out of a running server at once, for every account on it, with every copy of it', async () => {
  const { admin, server: start } = operator()
  const server = await start()
  const [lost, other] = [await server.enrol('collaborator', aLuoi1), await server.enrol('collaborator', aLuoi1)]
  const shared = await server.enrol('official', aLuoi1)
  await server.database.write(async (sql) => {
    await sql.run('UPDATE device SET id = ? WHERE account = ?', lost.device, shared.account)
    for (const [copy, of] of [
      ['copy', lost.device],
      ['copy of the copy', 'copy'],
    ]) {
      await sql.run(
        'INSERT INTO device (account, id, token_hash, created_at, contact_at, forked_from) VALUES (?, ?, ?, 0, 0, ?)',
        lost.account,
        copy ?? '',
        `hash of ${copy}`,
        of ?? '',
      )
    }
  })
  expect([await statusOf(lost), await statusOf(other)]).toEqual([200, 200])
  const { code, lines } = await admin('revoke', '--device', lost.device)
  expect([code, lines.length]).toEqual([0, 5])
  expect(lines.slice(0, 4).every((line) => line.endsWith('is shut out'))).toBe(true)
  expect([await statusOf(lost), await statusOf(other)]).toEqual([401, 200])
  const open = await server.database.read((sql) => sql.all('SELECT id FROM device WHERE revoked_at IS NULL'))
  expect(open).toEqual([{ id: other.device }])
  const revoked = (await auditOf(server.database)).filter(({ event }) => event === 'revoked')
  expect(revoked.map(({ device }) => device).sort()).toEqual(['copy', 'copy of the copy', lost.device, lost.device].sort())
  expect((await admin('revoke', '--device', lost.device)).lines.join('\n')).toContain('was shut out before')
})

test('an account loses all its phones and open invitations, and comes back only by a new one', async () => {
  const { admin, server: start } = operator()
  const server = await start()
  const first = await server.enrol('collaborator', aLuoi1)
  const second = await server.enrolAgain(first.account)
  const other = await server.enrol('collaborator', aLuoi1)
  const open = await server.inviteAgain(first.account)
  const { lines } = await admin('revoke', '--account', first.account)
  expect(lines).toContain('1 unused invitation of this account ended too.')
  expect([await statusOf(first), await statusOf(second), await statusOf(other)]).toEqual([401, 401, 200])
  await expect(enrolDevice(server.browser(), open.secret, { now: server.clock.now, newId: server.newId })).rejects.toThrow(/invitation-ended/)

  const invited = await admin('invite', '--account', first.account)
  expect([invited.code, invited.lines[0]]).toEqual([0, `collaborator ${aLuoi1}`])
  const back = await enrolDevice(server.browser(), secretIn(invited.lines), { now: server.clock.now, newId: server.newId })
  expect([back.account, await statusOf(back)]).toEqual([first.account, 200])
})

test('a role ends at once, or with the day that is said, and only that one', async () => {
  const { admin, server: start } = operator()
  const server = await start()
  const official = await server.enrol('official', aLuoi1)
  await server.database.write((sql) =>
    sql.run("INSERT INTO role (account, role, unit, from_date) VALUES (?, 'official', ?, '2026-01-01')", official.account, aLuoi2),
  )
  const push = async (unit: string): Promise<string> => (await official.push(official.set('session', server.newId(), session({ unit })))).answer
  const end = (...more: string[]) => admin('end-role', '--account', official.account, '--role', 'official', ...more)

  expect(await end('--unit', '20056', '--on', addDays(today(), 3))).toMatchObject({ code: 0, lines: [expect.stringContaining('ends with')] })
  expect([await push(aLuoi1), await push(aLuoi2)]).toEqual(['applied', 'applied'])
  expect((await official.sync()).scope.roles).toMatchObject([{ unit: aLuoi2 }, { unit: aLuoi1, to: addDays(today(), 3) }])
  expect(await end('--unit', '20056')).toMatchObject({ code: 0, lines: [expect.stringContaining('has ended')] })
  expect([await push(aLuoi1), await push(aLuoi2)]).toEqual(['rejected', 'applied'])
  expect((await auditOf(server.database)).filter(({ event }) => event === 'role-ended')).toHaveLength(2)
  expect(await end('--unit', '20056')).toMatchObject({ code: 2, lines: [expect.stringContaining('holds no role official on 20056')] })
})

test('accounts are listed with what they may do, so that the other commands can name them', async () => {
  const { admin, server: start } = operator()
  await start()
  expect(await admin('accounts')).toEqual({ code: 0, lines: ['There is no account yet.'] })
  await admin('invite', '--role', 'official', '--unit', '20056', '--organisation', 'Hội LHPN xã A Lưới 1', '--name', 'Cán bộ xã A Lưới 1')
  const { lines } = await admin('accounts')
  expect(lines).toEqual([expect.stringMatching(/^[0-9a-f-]{36} · Cán bộ xã A Lưới 1 · official A Lưới 1 \(20056\) from \d{4}-\d\d-\d\d$/)])
})

test.each([
  [['revoke'], /^Whom\? Give either/],
  [['revoke', '--device', 'x', '--account', 'y'], /^Whom\? Give either/],
  [['revoke', '--device', 'x'], /^There is no device x\..* devices$/],
  [['revoke', '--account', 'x'], /^There is no account x\..* accounts$/],
  [['invite', '--account', 'x'], /^There is no account x\./],
  [['invite', '--account', 'x', '--role', 'official', '--name', 'y'], /leave out --role, --name\.$/],
  [['end-role', '--account', 'x', '--role', 'official', '--unit', '20056'], /^There is no account x\./],
  [
    ['end-role', '--role', 'chief', '--unit', 'x', '--on', '2026-02-30'],
    /^--account is missing\.\nThere is no role "chief".*\n--unit must be.*\n--on must be a date/,
  ],
])('%s is told what is wrong, and nothing is done', async (argv, said) => {
  const { admin, server: start } = operator()
  const server = await start()
  await server.enrol('official', aLuoi1)
  const before = await auditOf(server.database)
  const { code, lines } = await admin(...argv)
  expect(code).toBe(2)
  expect(lines.join('\n')).toMatch(said)
  expect(await auditOf(server.database)).toEqual(before)
})

test('an invitation of an account begins no folder', async () => {
  const { admin } = operator()
  await expect(admin('invite', '--account', 'x')).rejects.toThrow(/There is no database in/)
})

/** As a phone's change would wait for its parent. */
const hold = ({ database, newId }: ServerFixture, { account, device }: Device, id: string, at: number): Promise<unknown> =>
  database.write((sql) =>
    sql.run(
      'INSERT INTO held (change_id, account, device, n, waits_for, payload_hash, payload, received_at) VALUES (?, ?, ?, 9, ?, ?, ?, ?)',
      id,
      account,
      device,
      newId(),
      'hash',
      JSON.stringify({ id, kind: 'site-visit', record: newId() }),
      at,
    ),
  )

test('what was refused, and what waits too long, is listed with whose it is and why', async () => {
  const { admin, server: start } = operator()
  const server = await start()
  expect(await admin('quarantine')).toMatchObject({ code: 0, lines: [expect.stringContaining('Nothing was refused')] })
  const phone = await server.enrol('collaborator', aLuoi1)
  const record = server.newId()
  await phone.sync([phone.set('session', record, session({ unit: aLuoi2 })), phone.set('session', server.newId(), session({ '\u001b[2J': 'x' }))])
  await hold(server, phone, 'thay-doi-cu', Date.now() - 73 * 3_600_000)
  await hold(server, phone, 'thay-doi-moi', Date.now())
  const { code, lines } = await admin('quarantine')
  expect([code, lines.length]).toEqual([0, 5])
  expect(lines[0]).toBe('Refused (2), the last first:')
  expect(lines[1]).toMatch(/unknown-field at \?$/)
  expect(lines[2]).toMatch(new RegExp(` · collaborator ${aLuoi1} · device ${phone.device} · change \\S+ \\(number 1\\) · session ${record} · out-of-scope`))
  expect(lines[3]).toBe('Waiting longer than three days for another change (1):')
  expect(lines[4]).toMatch(/change thay-doi-cu \(number 9\) · site-visit .* · waits for /)
})

test('the audit is printed from a day on, and of one unit', async () => {
  const { admin, server: start } = operator()
  const server = await start()
  const [here, there] = [await server.enrol('collaborator', aLuoi1), await server.enrol('collaborator', aLuoi2)]
  await admin('revoke', '--device', here.device)
  const { code, lines } = await admin('audit')
  expect(code).toBe(0)
  const events = (about: string) =>
    lines
      .filter((line) => line.includes(about))
      .map((line) => line.split(' · ')[1])
      .sort()
  expect([events(here.device), events(there.device)]).toEqual([['enrolled', 'revoked'], ['enrolled']])
  expect(lines.every((line) => /^\d{4}-\d{2}-\d{2} \d{2}:\d{2} · /.test(line))).toBe(true)
  const ofOne = (await admin('audit', '--unit', aLuoi1.slice(0, 5))).lines
  expect(ofOne.some((line) => line.includes(here.device))).toBe(true)
  expect(ofOne.some((line) => line.includes(there.device))).toBe(false)
  expect((await admin('audit', '--since', addDays(today(), 2))).lines).toEqual([`Nothing is in the audit since ${addDays(today(), 2)}.`])
  expect(await admin('audit', '--since', 'hôm qua', '--unit', '99999')).toMatchObject({ code: 2, lines: { length: 2 } })
})
