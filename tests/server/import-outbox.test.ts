import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { seal } from '../../src/protocol/seal.ts'
import { revokeDevice } from '../../src/server/database/query/device.ts'
import { getSealKey } from '../../src/server/database/query/seal-key.ts'
import type { Device } from '../fixture/device.ts'
import { aLuoi1, aLuoi2 } from '../fixture/land.ts'
import { type Operator, operator } from '../fixture/operator.ts'
import { session } from '../fixture/sample.ts'
import { type ServerFixture, serverFixture } from '../fixture/server.ts'
import { auditOf, historyOf, quarantineOf } from '../fixture/server-content.ts'

/** The file that a phone makes of its unsent changes, brought on a stick. */
async function brought({ at }: Operator, { database }: ServerFixture, { account, device }: Pick<Device, 'account' | 'device'>, changes: { id: string }[]) {
  const { jwk } = await database.read(getSealKey)
  const file = at(`${device}.lan-toa`)
  const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count))
  writeFileSync(file, await seal(crypto.subtle, random, jwk, { account, device, madeAt: Date.parse('2026-11-22T10:00:00+07:00'), changes }))
  return file
}

test('what a phone could not send is taken as if it had, once, however often the file comes, and also when the phone sends it later', async () => {
  const operating = operator()
  const server = await operating.server()
  const phone = await server.enrol('collaborator', aLuoi1)
  const [good, edited] = [server.newId(), server.newId()]
  const changes = [
    phone.set('session', good, session()),
    phone.set('session', edited, session()),
    phone.set('session', edited, { place: 'Trường tiểu học' }),
    phone.set('session', server.newId(), session({ unit: aLuoi2 })),
  ]
  const file = await brought(operating, server, phone, changes)
  const first = await operating.admin('import-outbox', file)
  expect(first).toEqual({
    code: 0,
    lines: [
      `${file}:`,
      `  4 changes of collaborator ${aLuoi1}, device ${phone.device}, 2026-11-22 10:00`,
      '  applied: 3, rejected: 1',
      `    ${changes[3]?.id} refused: out-of-scope`,
    ],
  })
  const again = await operating.admin('import-outbox', file)
  expect(again.lines[2]).toBe('  duplicate: 3, rejected: 1')
  const sent = await phone.sync(changes)
  expect(sent.results.map(({ answer }) => answer)).toEqual(['duplicate', 'duplicate', 'duplicate', 'rejected'])
  expect(sent.received).toBe(4)
  expect(await historyOf(server.database, edited)).toMatchObject([
    { n: 2, version: 1, account: phone.account, device: phone.device },
    { n: 3, version: 2 },
  ])
  expect(await quarantineOf(server.database)).toHaveLength(1)
  expect((await auditOf(server.database)).filter(({ event }) => event === 'imported')).toMatchObject([{ device: phone.device }, { device: phone.device }])
})

test('more than one message could hold is taken whole, in order', async () => {
  const operating = operator()
  const server = await operating.server()
  const phone = await server.enrol('collaborator', aLuoi1)
  const record = server.newId()
  const edits = Array.from({ length: 349 }, (_, place) => phone.set('session', record, { place: `Lần ${place}` }))
  const file = await brought(operating, server, phone, [phone.set('session', record, session(), { n: 350 }), ...edits])
  expect((await operating.admin('import-outbox', file)).lines[2]).toBe('  applied: 350')
  expect((await historyOf(server.database, record)).map(({ version }) => version)).toEqual(Array.from({ length: 350 }, (_, place) => place + 1))
})

test('a phone that the server does not know, or shut out, is handed in for an account that is named, and for nobody else', async () => {
  const operating = operator()
  const server = await operating.server()
  const official = await server.enrol('official', aLuoi1)
  const [stranger, lost] = [await server.enrol('collaborator', aLuoi1), await server.enrol('collaborator', aLuoi1)]
  await server.database.write((sql) => revokeDevice(sql, lost.account, lost.device, server.clock.now()))
  const [unknownDevice, unknownAccount] = [
    { account: stranger.account, device: server.newId() },
    { account: server.newId(), device: server.newId() },
  ]
  for (const [from, why, as] of [
    [unknownDevice, 'does not know this device', stranger.account],
    [unknownAccount, 'does not know this account', official.account],
    [lost, 'was shut out on', lost.account],
  ] as const) {
    const record = server.newId()
    const file = await brought(operating, server, from, [stranger.set('session', record, session(), { n: 1 })])
    const refused = await operating.admin('import-outbox', file)
    expect([refused.code, refused.lines.join('\n')]).toEqual([
      1,
      expect.stringMatching(new RegExp(`${why}.* Nothing was taken\\. .*--as ${from === unknownAccount ? 'ACCOUNT' : as}`)),
    ])
    expect(await historyOf(server.database, record)).toEqual([])
    if (as !== official.account) {
      const others = await operating.admin('import-outbox', file, '--as', official.account)
      expect([others.code, others.lines.join()]).toEqual([1, expect.stringContaining('The server knows this account.')])
    }
    const taken = await operating.admin('import-outbox', file, '--as', as)
    expect(taken.lines).toContain('  applied: 1')
    expect(await historyOf(server.database, record)).toMatchObject([{ account: as, device: from.device }])
  }
  expect(await operating.admin('import-outbox', 'x', '--as', 'nobody')).toMatchObject({
    code: 2,
    lines: [expect.stringMatching(/^There is no account nobody/)],
  })
})

test('a file that is damaged, for another server, or not there is told in a sentence, and the others are taken', async () => {
  const operating = operator()
  const server = await operating.server()
  const phone = await server.enrol('collaborator', aLuoi1)
  const good = await brought(operating, server, phone, [phone.set('session', server.newId(), session())])
  const damaged = operating.at('damaged.lan-toa')
  const text = readFileSync(good, 'utf8')
  writeFileSync(damaged, `${text.slice(0, 300)}${text[300] === 'A' ? 'B' : 'A'}${text.slice(301)}`)
  const elsewhere = await brought(operating, await serverFixture(), { account: server.newId(), device: server.newId() }, [])
  const { code, lines } = await operating.admin('import-outbox', damaged, elsewhere, operating.at('nowhere'), good)
  expect(code).toBe(1)
  expect(lines).toEqual([
    `${damaged}:`,
    '  It is damaged, or no file of the app. Have it made and brought again.',
    `${elsewhere}:`,
    '  It was sealed for another server, and only that one can open it.',
    `${operating.at('nowhere')}:`,
    expect.stringMatching(/^ {2}It can't be read: ENOENT/),
    `${good}:`,
    expect.stringContaining('1 change of collaborator'),
    '  applied: 1',
  ])
  expect(await operating.admin('import-outbox')).toEqual({ code: 2, lines: ['Which files? import-outbox FILE…'] })
})
