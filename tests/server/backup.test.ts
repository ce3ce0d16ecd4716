import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { sha256 } from '../../src/server/hash.ts'
import type { Device } from '../fixture/device.ts'
import { enrolDevice } from '../fixture/device.ts'
import { aLuoi1, hoaVang } from '../fixture/land.ts'
import { type Operator, operator } from '../fixture/operator.ts'
import { session } from '../fixture/sample.ts'
import type { ServerFixture } from '../fixture/server.ts'

const edgesOf = ({ clock, newId }: ServerFixture) => ({ now: clock.now, newId })
const statusOf = async (phone: Device): Promise<number> => (await phone.post(phone.request())).status
const pushSome = (server: ServerFixture, phone: Device, count: number) =>
  phone.sync(Array.from({ length: count }, () => phone.set('session', server.newId(), session())))

/** The same phone, asking the server that was put back. */
function moved(phone: Device, to: ServerFixture): Device {
  const browser = to.browser()
  for (const [name, cookie] of phone.browser.cookies) browser.cookies.set(name, cookie)
  return {
    ...phone,
    browser,
    post: (body) => browser.fetch('/api/sync', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }
}

/** Reads a file of the database past the server. */
function rowsOf(file: string, query: string): Record<string, unknown>[] {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return database.prepare(query).all()
  } finally {
    database.close()
  }
}

test('a backup is made while the server works, is proven whole, and says what is in it', async () => {
  const { admin, at, server: start } = operator()
  const server = await start()
  const phone = await server.enrol('collaborator', aLuoi1)
  await pushSome(server, phone, 5)
  const going = Array.from({ length: 20 }, () => pushSome(server, phone, 1))
  const { code, lines } = await admin('backup', '--to', at('copy.sqlite'))
  await Promise.all(going)
  expect(code).toBe(0)
  expect(lines[0]).toMatch(/^The backup is made and proven whole: \d+ bytes; account: 1, device: 1, record: \d+, change: \d+, quarantine: 0, held: 0, act: 7$/)
  expect(lines.slice(2)).toEqual([at('copy.sqlite'), at('copy.sqlite.journal.ndjson')].map((file) => `${sha256(readFileSync(file))}  ${file}`))
  expect(rowsOf(at('copy.sqlite'), 'SELECT count(*) AS n FROM record WHERE version <> 1')).toEqual([{ n: 0 }])
  expect(readdirSync(at('.')).filter((name) => name.startsWith('copy'))).toHaveLength(3)
  const before = readFileSync(at('copy.sqlite'))
  expect(await admin('backup', '--to', at('copy.sqlite'))).toMatchObject({ code: 2, lines: [expect.stringContaining('no backup overwrites anything')] })
  expect(readFileSync(at('copy.sqlite')).equals(before)).toBe(true)
  expect(await admin('backup')).toMatchObject({ code: 2 })
})

test('a backup of a database that is not whole is no backup: it says so and leaves no file', async () => {
  const { admin, at, server: start } = operator()
  const server = await start()
  await pushSome(server, await server.enrol('collaborator', aLuoi1), 3)
  await server.database.write((sql) => sql.run('UPDATE record SET version = 7 WHERE seq = 2'))
  const { code, lines } = await admin('backup', '--to', at('copy.sqlite'))
  expect([code, lines.join('\n')]).toEqual([1, expect.stringMatching(/not whole[\s\S]*is of version 7, and its history has 1 changes/)])
  expect(readdirSync(at('.')).filter((name) => name.startsWith('copy'))).toEqual([])
  await expect(admin('backup', '--to', at('no/such/folder.sqlite'))).rejects.toThrow(/^The backup .* can't be made: /)
})

test('put back with its journal: a new epoch, shut out stays shut out, used stays used, ended stays ended, and who enrolled since goes on', async () => {
  const { admin, at, server: start } = operator()
  const live = await start()
  const [lost, leaving] = [await live.enrol('collaborator', aLuoi1), await live.enrol('official', aLuoi1)]
  const unused = await live.inviteAgain(leaving.account)
  await pushSome(live, leaving, 3)
  await admin('backup', '--to', at('copy.sqlite'))

  await pushSome(live, leaving, 2)
  await admin('revoke', '--device', lost.device)
  await admin('end-role', '--account', leaving.account, '--role', 'official', '--unit', '20056')
  const second = await enrolDevice(live.browser(), unused.secret, edgesOf(live))
  const late = await live.enrol('collaborator', aLuoi1)
  const [formerEpoch] = await live.database.read((sql) => sql.all('SELECT epoch FROM server'))
  await admin('invite', '--role', 'official', '--unit', '20320', '--organisation', 'Hội LHPN xã Hòa Vang', '--name', 'Cán bộ xã Hòa Vang')
  await live.stop()

  const restored = await admin('restore', '--from', at('copy.sqlite'), '--journal', at('data/journal.ndjson'), '--data', at('new'))
  expect(restored.code).toBe(0)
  expect(restored.lines.join('\n')).toMatch(
    /^The backup held account: 2, .*change: 3.*\nFrom the journal .*: done again .*device: 3.*\nPut back, proven whole: account: 4, device: 4, .*change: 4/,
  )
  const back = await start('new')
  expect(await back.database.read((sql) => sql.all('SELECT place, id = (SELECT epoch FROM server) AS now FROM epoch ORDER BY place'))).toEqual([
    { place: 1, now: 0 },
    { place: 2, now: 1 },
  ])
  expect(await back.database.read((sql) => sql.all('SELECT seq FROM epoch_feed'))).toEqual([{ seq: 3 }])
  expect((await back.database.read((sql) => sql.all('SELECT id FROM epoch WHERE place = 1')))[0]?.['id']).toBe(formerEpoch?.['epoch'])
  expect(await Promise.all([lost, second, late].map((phone) => statusOf(moved(phone, back))))).toEqual([401, 200, 200])
  await expect(enrolDevice(back.browser(), unused.secret, edgesOf(back))).rejects.toThrow(/invitation-used/)
  const answer = await (await moved(leaving, back).post(leaving.request())).json()
  expect(answer).toMatchObject({
    epoch: expect.not.stringContaining(String(formerEpoch?.['epoch'])),
    scope: { roles: [{ role: 'official', to: expect.any(String) }] },
  })
  const organisations = await back.database.read((sql) => sql.all("SELECT data FROM record WHERE kind = 'organisation' AND unit = ?", hoaVang))
  expect(organisations.map(({ data }) => JSON.parse(String(data)))).toMatchObject([{ name: 'Hội LHPN xã Hòa Vang' }])
  expect((await admin('verify', '--data', at('new'))).code).toBe(0)
})

test('put back a second time, from the first backup, the line of epochs goes on', async () => {
  const { admin, at, server: start } = operator()
  const live = await start()
  await pushSome(live, await live.enrol('collaborator', aLuoi1), 3)
  await admin('backup', '--to', at('copy.sqlite'))
  await live.stop()
  await admin('restore', '--from', at('copy.sqlite'), '--data', at('second'))
  const second = await start('second')
  await pushSome(second, await second.enrol('collaborator', aLuoi1), 1)
  await second.stop()
  const { code, lines } = await admin('restore', '--from', at('copy.sqlite'), '--journal', at('second/journal.ndjson'), '--data', at('third'))
  expect([code, lines.join('\n')]).toEqual([0, expect.stringContaining('epoch: 1, epoch-feed: 1')])
  const third = await start('third')
  const epochs = await third.database.read((sql) => sql.all('SELECT place, seq FROM epoch LEFT JOIN epoch_feed ON epoch = id ORDER BY place'))
  expect(epochs).toEqual([
    { place: 1, seq: null },
    { place: 2, seq: 3 },
    { place: 3, seq: 3 },
  ])
})

test('without a journal it says what that means; one of another server is refused', async () => {
  const { admin, at, server: start } = operator()
  const live = await start()
  await live.enrol('collaborator', aLuoi1)
  await admin('backup', '--to', at('copy.sqlite'))
  await live.stop()
  const other = await start('other')
  await other.enrol('collaborator', aLuoi1)
  await other.stop()
  const restore = (...more: string[]) => admin('restore', '--from', at('copy.sqlite'), '--data', at('new'), ...more)
  await expect(restore('--journal', at('other/journal.ndjson'))).rejects.toThrow(/belongs to another server: it tells of another act 1/)
  expect(existsSync(at('new/lan-toa.sqlite'))).toBe(false)
  rmSync(at('copy.sqlite.journal.ndjson'))
  const { code, lines } = await restore()
  expect([code, lines.join('\n')]).toEqual([0, expect.stringMatching(/There was no journal.*phones that were shut out since are let in again/)])
})

test('never over a database, never from what is damaged or not there', async () => {
  const { admin, at, server: start } = operator()
  const live = await start()
  await pushSome(live, await live.enrol('collaborator', aLuoi1), 200)
  await admin('backup', '--to', at('copy.sqlite'))
  await live.stop()
  const restore = (from: string, data: string) => admin('restore', '--from', at(from), '--data', at(data))
  const before = readFileSync(at('data/lan-toa.sqlite'))
  expect(await restore('copy.sqlite', 'data')).toMatchObject({ code: 2, lines: [expect.stringMatching(/is not empty.*never over a database/)] })
  expect(readFileSync(at('data/lan-toa.sqlite')).equals(before)).toBe(true)
  writeFileSync(at('file'), 'x')
  expect(await restore('copy.sqlite', 'file')).toMatchObject({ code: 2, lines: [expect.stringMatching(/is no folder/)] })
  await expect(restore('copy.sqlite', 'file/below')).rejects.toThrow(/^The backup .* can't be put back: ENOTDIR/)
  expect(await restore('dist', 'new')).toMatchObject({ code: 2, lines: [expect.stringContaining('is no file')] })
  expect(await restore('nowhere.sqlite', 'new')).toMatchObject({ code: 2, lines: [expect.stringContaining('There is no file')] })
  expect(await admin('restore')).toMatchObject({ code: 2, lines: [expect.stringContaining('--from is missing')] })

  const whole = readFileSync(at('copy.sqlite'))
  const damages: [string, Buffer][] = [
    ['nonsense.sqlite', Buffer.from('not a database at all, but long enough to have a header of its own, which is not one of a database')],
    ['cut.sqlite', whole.subarray(0, whole.length / 2)],
    ['flipped.sqlite', Buffer.concat([whole.subarray(0, 40_960), Buffer.alloc(4096, 0xff), whole.subarray(45_056)])],
  ]
  for (const [name, bytes] of damages) {
    writeFileSync(at(name), bytes)
    expect(await restore(name, 'new'), name).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('The backup is damaged'), expect.anything(), expect.anything()],
    })
    expect(readdirSync(at('new'))).toEqual([])
  }
  mkdirSync(at('empty'))
  expect((await restore('copy.sqlite', 'empty')).code).toBe(0)
})

/** A backup of a server with three sessions, and the command that puts it back into a new folder. */
async function backedUp() {
  const { admin, at, server: start } = operator()
  const live = await start()
  const lost = await live.enrol('collaborator', aLuoi1)
  await pushSome(live, lost, 3)
  expect((await admin('backup', '--to', at('copy.sqlite'))).code).toBe(0)
  await admin('revoke', '--device', lost.device)
  await live.stop()
  return { admin, at, start, lost, restore: (...more: string[]) => admin('restore', '--from', at('copy.sqlite'), '--data', at('new'), ...more) }
}

test('a backup has its checksums beside it in the form of sha256sum', async () => {
  const { at } = await backedUp()
  const sums = readFileSync(at('copy.sqlite.sha256'), 'utf8')
  expect(sums).toBe(['copy.sqlite', 'copy.sqlite.journal.ndjson'].map((name) => `${sha256(readFileSync(at(name)))}  ${name}\n`).join(''))
})

test('a backup of which one bit was flipped, wherever, is never put back, nor is a journal beside it', async () => {
  const { at, restore } = await backedUp()
  const whole = readFileSync(at('copy.sqlite'))
  for (const part of [0.3, 0.5, 0.7, 0.9, 0.99]) {
    const place = Math.floor(whole.length * part)
    writeFileSync(at('copy.sqlite'), Buffer.concat([whole.subarray(0, place), Buffer.of((whole[place] ?? 0) ^ 4), whole.subarray(place + 1)]))
    const { code, lines } = await restore()
    expect([code, lines.join('\n')]).toEqual([1, expect.stringMatching(/copy\.sqlite is not what .*\.sha256 says.*\nNothing was put back/)])
    expect(readdirSync(at('new'))).toEqual([])
  }
  writeFileSync(at('copy.sqlite'), whole)
  const journal = readFileSync(at('copy.sqlite.journal.ndjson'), 'utf8')
  writeFileSync(at('copy.sqlite.journal.ndjson'), journal.replace('collaborator', 'collaborater'))
  expect(await restore()).toMatchObject({ code: 1, lines: [expect.stringContaining('copy.sqlite.journal.ndjson is not what'), expect.anything()] })
  writeFileSync(at('copy.sqlite.journal.ndjson'), journal)
  const restored = await restore()
  expect([restored.code, restored.lines[3]]).toEqual([0, `${at('copy.sqlite')} was to the byte what its checksum says.`])
})

test('a backup without its checksum is put back, and told to be so', async () => {
  const { at, restore } = await backedUp()
  rmSync(at('copy.sqlite.sha256'))
  const { code, lines } = await restore()
  expect([code, lines[3]]).toEqual([0, expect.stringMatching(/^There was no checksum of it in .*copy\.sqlite\.sha256/)])
})

test('a backup that differs from its own history is not put back', async () => {
  const { at, restore } = await backedUp()
  const file = new DatabaseSync(at('copy.sqlite'))
  file.exec("UPDATE record SET data = json_set(data, '$.place', 'Bịa') WHERE seq = 2")
  file.close()
  rmSync(at('copy.sqlite.sha256'))
  const { code, lines } = await restore()
  expect([code, lines.join('\n')]).toEqual([1, expect.stringMatching(/not what its history gives: place\.\nNothing was put back/)])
})

test('what a killed server left in its folder can be put back too, with its newest pages', async () => {
  const { admin, at, server: start } = operator()
  const live = await start()
  await pushSome(live, await live.enrol('collaborator', aLuoi1), 4)
  mkdirSync(at('dead'))
  for (const name of readdirSync(at('data'))) copyFileSync(at(`data/${name}`), at(`dead/${name}`))
  expect(existsSync(at('dead/lan-toa.sqlite-wal'))).toBe(true)
  const { lines } = await admin('restore', '--from', at('dead/lan-toa.sqlite'), '--journal', at('dead/journal.ndjson'), '--data', at('new'))
  expect(lines.join('\n')).toMatch(/Put back, proven whole: account: 1, device: 1, record: 4, change: 4/)
})

const operating = async (statement: string): Promise<Operator> => {
  const made = operator()
  const server = await made.server()
  await pushSome(server, await server.enrol('collaborator', aLuoi1), 3)
  await server.invite('official', aLuoi1)
  await server.stop()
  const file = new DatabaseSync(made.at('data/lan-toa.sqlite'))
  file.exec(statement)
  file.close()
  return made
}

const altering = (column: string, to: string): string => `DROP TRIGGER change_never_altered; UPDATE change SET ${column} = ${to} WHERE seq = 2`

test.each([
  ['a version that its history does not give', 'UPDATE record SET version = 2 WHERE seq = 1', /is of version 2, and its history has 1 changes/],
  ['a feed that counts further than its changes', 'UPDATE feed SET seq = 5', /counts to 5, and its last change is number 3/],
  [
    'a change that is gone',
    'DROP TRIGGER change_never_deleted; DELETE FROM change WHERE seq = 2; UPDATE record SET version = 0 WHERE seq = 2',
    /has 2 changes up to number 3: 1 are missing/,
  ],
  ['a field that nobody set', "UPDATE record SET data = json_set(data, '$.place', 'Bịa') WHERE seq = 2", /\(session\) is not what its history gives: place\./],
  ['a number that was never said', 'UPDATE record SET data = replace(data, \'"total":40\', \'"total":48\')', /not what its history gives: counts\./],
  ['content that is none', "UPDATE record SET data = '{' WHERE seq = 1", /The record \S+ can't be read/],
  ['a removal that never was', 'UPDATE record SET removed = 1 WHERE seq = 1', /gives: removed\./],
  ['another author', "UPDATE record SET author = (SELECT id FROM account WHERE name LIKE 'official%') WHERE seq = 1", /gives: author\./],
  [
    'another place to be read from',
    "UPDATE record SET commune = '20057@2025-07-01' WHERE seq = 1",
    /kept under the commune 20057@2025-07-01, and does not lie there/,
  ],
  ['a change with other content', altering('body', 'replace(body, \'"total":40\', \'"total":41\')'), /not what its history gives: counts\./],
  ['a change that is no change', altering('body', `'{"sat":{}}'`), /The change \S+ of the record \S+ is not as it was written/],
  ['the result of another change', altering('result', "replace(result, '-7', '-6')"), /is not as it was written/],
  ['the result of another version', altering('result', `replace(result, '"version":1', '"version":3')`), /is not as it was written/],
  ['a hash that is none', altering('payload_hash', "'k' || substr(payload_hash, 2)"), /is not as it was written/],
])('verify finds %s', async (_, statement, said) => {
  const { admin } = await operating(statement)
  const { code, lines } = await admin('verify')
  expect([code, lines.join('\n')]).toEqual([1, expect.stringMatching(said)])
  expect(lines.at(-1)).toContain('from a backup')
})

test('what former rules took is whole: texts that would be cleaned further today, lists with a code twice', async () => {
  const older = (column: string, at: string, place: string): string =>
    `${column} = json_set(${column}, '${at}.place', ${place}, '${at}.topics', json('["tricks","tricks"]'), '${at}.note', 'Mô' || char(8203) || ' tả')`
  const { admin } = await operating(
    `UPDATE record SET ${older('data', '$', 'char(8203)')} WHERE seq = 2; DROP TRIGGER change_never_altered;
     UPDATE change SET ${older('body', '$.set', 'char(7, 8203)')} WHERE seq = 2`,
  )
  expect((await admin('verify')).lines).toEqual([expect.stringMatching(/^The database is whole/)])
})

test('verify finds an act that the journal tells otherwise', async () => {
  const { admin } = await operating("DROP TRIGGER act_never_altered; UPDATE act SET state = json_set(state, '$.name', 'Ai đó') WHERE what = 'account'")
  expect(await admin('verify')).toMatchObject({
    code: 1,
    lines: [expect.stringContaining('The journal differs'), expect.stringMatching(/Act 3 is another one in /)],
  })
})

const journalOf = (at: Operator['at']): string[] => readFileSync(at('data/journal.ndjson'), 'utf8').split('\n')
const garbled = (line: string): string => line.replace('"what"', '"wh\u0000t"')

test.each([
  ['a revocation in a last line that can’t be read', (lines: string[]) => [...lines.slice(0, -2), garbled(lines.at(-2) ?? ''), ''], /Line 8 can't be read\./],
  ['a revocation that a power cut cut off', (lines: string[]) => [...lines.slice(0, -2), (lines.at(-2) ?? '').slice(0, 40)], /The last line \(8\) was cut off/],
  ['a journal with nothing in it', () => [], /It tells of no act, and the backup knows acts up to 7\./],
  ['a journal that ends before the backup', (lines: string[]) => [...lines.slice(0, 5), ''], /It ends with act 5, and the backup knows acts up to 7\./],
  [
    'a journal with a line in the middle that can’t be read',
    (lines: string[]) => lines.map((line, place) => (place === 2 ? garbled(line) : line)),
    /Line 3 can't be read\.\n.*Act 3, which the backup knows, can't be found in it\./,
  ],
])('%s is told when a backup is put back, which is put back all the same', async (_, alter, said) => {
  const { admin, at, restore, start, lost } = await backedUp()
  writeFileSync(at('data/journal.ndjson'), alter(journalOf(at)).join('\n'))
  const { code, lines } = await restore('--journal', at('data/journal.ndjson'))
  expect([code, lines.join('\n')]).toEqual([1, expect.stringMatching(said)])
  expect(lines.join('\n')).toMatch(/The data is back\..*"devices", "accounts" and/)
  expect(await statusOf(moved(lost, await start('new')))).toBe(said.source.startsWith('Line 3') ? 401 : 200)
  expect((await admin('verify', '--data', at('new'))).code).toBe(0)
})

test.each([
  ['a line that can’t be read', (lines: string[]) => lines.map((line, place) => (place === 2 ? garbled(line) : line)), /Line 3 can't be read/],
  ['an end before the database’s', (lines: string[]) => [...lines.slice(0, 5), ''], /It ends with act 5, and the database knows acts up to 8/],
  ['a last line that was cut off', (lines: string[]) => [...lines.slice(0, -2), (lines.at(-2) ?? '').slice(0, 40)], /The last line \(8\) was cut off/],
  ['no act at all', () => [], /It tells of no act, and the database knows acts up to 8/],
])('verify tells of a journal with %s, alters nothing of it, and says how a whole one comes to be', async (_, alter, said) => {
  const { admin, at, start } = await backedUp()
  const journal = at('data/journal.ndjson')
  writeFileSync(journal, alter(journalOf(at)).join('\n'))
  const before = readFileSync(journal)
  const { code, lines } = await admin('verify')
  expect([code, lines.join('\n')]).toEqual([1, expect.stringMatching(said)])
  expect(lines.at(-1)).toContain('a whole one')
  expect(readFileSync(journal).equals(before)).toBe(true)
  rmSync(journal)
  expect(await admin('verify')).toMatchObject({
    code: 1,
    lines: [expect.anything(), expect.stringContaining('There is no journal'), expect.anything(), expect.anything()],
  })
  await (await start()).stop()
  expect((await admin('verify')).code).toBe(0)
})

test('a line that a power cut cut off, and whose act stands again after it, is no fault', async () => {
  const { admin, at, start } = await backedUp()
  const lines = journalOf(at)
  writeFileSync(at('data/journal.ndjson'), [...lines.slice(0, -2), (lines.at(-2) ?? '').slice(0, 40)].join('\n'))
  await (await start()).stop()
  expect(journalOf(at)).toHaveLength(lines.length + 1)
  expect((await admin('verify')).code).toBe(0)
})

test('a backup of a server whose journal has a gap says so, and its own has none', async () => {
  const { admin, at, start } = await backedUp()
  writeFileSync(
    at('data/journal.ndjson'),
    journalOf(at)
      .map((line, place) => (place === 2 ? garbled(line) : line))
      .join('\n'),
  )
  const { code, lines } = await admin('backup', '--to', at('second.sqlite'))
  expect([code, lines.join('\n')]).toEqual([
    0,
    expect.stringMatching(/own journal .* can't be wholly believed; "verify" says what to do \(2\):\n {2}Line 3 can't/),
  ])
  expect((await admin('restore', '--from', at('second.sqlite'), '--data', at('new'))).code).toBe(0)
  await (await start('new')).stop()
})
