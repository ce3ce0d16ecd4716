import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { makeId } from '../../src/model/id.ts'
import type { MadeInvitation } from '../../src/server/invitation.ts'
import { type Device, enrolDevice, postEnrol } from '../fixture/device.ts'
import { noteFigure, times } from '../fixture/figure.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { restoreDrill } from '../fixture/restore-drill.ts'
import { session } from '../fixture/sample.ts'

const newId = (): string => makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
const edges = { now: Date.now, newId }

const statusOf = async (phone: Device): Promise<number> => (await phone.post(phone.request([], { want: 1 }))).status

async function pushSessions(phone: Device, count: number): Promise<void> {
  for (let left = count; left > 0; left -= 250) {
    const changes = Array.from({ length: Math.min(250, left) }, () => phone.set('session', newId(), session()))
    const { results } = await phone.sync(changes, { want: 1 })
    expect(results.every(({ answer }) => answer === 'applied')).toBe(true)
  }
}

/** A hash of every record and of the whole history, in order. */
function contentHash(file: string): string {
  const database = new DatabaseSync(file, { readOnly: true })
  const hash = createHash('sha256')
  for (const query of [
    'SELECT id, kind, version, seq, removed, author, data, marks FROM record ORDER BY seq',
    'SELECT id, payload_hash, account, device, n, seq, version, body FROM change ORDER BY seq, id',
  ])
    for (const row of database.prepare(query).iterate()) hash.update(JSON.stringify(row))
  database.close()
  return hash.digest('hex')
}

const sessions = times(600, 60_000)

test('[F44] the restore drill: what the backup held is back to the byte, who was shut out stays out, who enrolled since goes on', {
  timeout: 120_000 + sessions * 10,
}, async (context) => {
  const made: MadeInvitation[] = []
  const accounts: string[] = []
  const drill = await restoreDrill(async (server) => {
    for (let i = 0; i < 3; i++) {
      const invited = await server.invite('collaborator', aLuoi1)
      made.push(invited)
      accounts.push(invited.account)
    }
  })
  const phoneOf = (secret = ''): Promise<Device> => enrolDevice(drill.browser(), secret, edges)
  const [first, lost] = [await phoneOf(made[0]?.secret), await phoneOf(made[1]?.secret)]
  await pushSessions(first, sessions)
  await pushSessions(lost, 10)
  const backedUp = await drill.backUp()
  expect(backedUp).toMatchObject({ code: 0, text: expect.stringContaining(`change: ${sessions + 10}`) })
  const atBackup = contentHash(drill.backup)
  for (const file of [drill.backup, `${drill.backup}.journal.ndjson`]) {
    expect(backedUp.text).toContain(`${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${file}`)
  }

  await pushSessions(first, 20)
  expect((await drill.command('revoke', '--device', lost.device)).code).toBe(0)
  expect(await statusOf(lost)).toBe(401)
  const usedSince = await phoneOf(made[2]?.secret)
  const again = await drill.command('invite', '--account', accounts[0] ?? '')
  const enrolledSince = await phoneOf(/enrol#([\w-]{43})/.exec(again.text)?.[1])
  expect((await drill.command('end-role', '--account', accounts[2] ?? '', '--role', 'collaborator', '--unit', '20056')).code).toBe(0)
  await drill.destroy()

  const { code, text, seconds } = await drill.restore()
  expect([code, text]).toEqual([0, expect.stringContaining('The database is whole')])
  expect(text).toMatch(new RegExp(`The backup held account: 3, device: 2, record: ${sessions + 10}, change: ${sessions + 10}`))
  expect(text).toMatch(new RegExp(`Put back, proven whole: account: 3, device: 4, record: ${sessions + 10}, change: ${sessions + 10}`))
  expect(contentHash(drill.operator.at('new/lan-toa.sqlite'))).toBe(atBackup)
  expect(await Promise.all([first, lost, usedSince, enrolledSince].map(statusOf))).toEqual([200, 401, 200, 200])
  expect((await usedSince.sync([], { want: 1 })).scope.roles).toMatchObject([{ to: expect.any(String) }])
  const { status } = await postEnrol(drill.browser(), { protocol: 1, invitation: made[2]?.secret, device: newId() })
  expect(status).toBe(409)
  const answer = await enrolledSince.sync([enrolledSince.set('session', newId(), session())], { want: 1 })
  expect([answer.results[0]?.answer, answer.epoch === first.epoch]).toEqual(['applied', false])
  expect(seconds).toBeLessThan(1800)
  noteFigure(
    context,
    1,
    `${sessions + 10} records back in ${seconds.toFixed(1)} s, 0 bytes of their history different, 0 of 1 shut out let in, 2 of 2 enrolled since go on`,
  )
})
