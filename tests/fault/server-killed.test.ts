import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { makeId } from '../../src/model/id.ts'
import type { Change } from '../../src/protocol/sync.ts'
import { type Device, enrolDevice } from '../fixture/device.ts'
import { noteFigure, times } from '../fixture/figure.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { operator } from '../fixture/operator.ts'
import { session } from '../fixture/sample.ts'
import { remoteBrowser, serverProcess } from '../fixture/server-process.ts'

const newId = (): string => makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
const edges = { now: Date.now, newId }

/** A phone's outbox, far enough to send it: what is in it, and what the server said it has. */
interface Sending {
  phone: Device
  all: Change[]
  acknowledged: Set<string>
}

/** New sessions and edits of them, in one message. */
function moreWork({ phone, all }: Sending): Change[] {
  const record = newId()
  const made = [phone.set('session', record, session()), phone.set('session', record, { place: 'Trường tiểu học' }), phone.set('session', newId(), session())]
  all.push(...made)
  return made
}

async function send(sending: Sending, changes: readonly Change[]): Promise<void> {
  const { results } = await sending.phone.sync(changes, { want: 1 })
  for (const { id, answer } of results) if (answer === 'applied' || answer === 'duplicate') sending.acknowledged.add(id)
}

/** Phones send until the server is gone: a message of each is on the way at every moment. */
async function sendUntilGone(sendings: readonly Sending[], onAcknowledged: () => void): Promise<void> {
  const sendOn = async (sending: Sending): Promise<void> => {
    for (;;) {
      try {
        await send(sending, moreWork(sending))
        onAcknowledged()
      } catch {
        return
      }
    }
  }
  await Promise.all(sendings.map(sendOn))
}

interface Stored {
  /** By change: how often it is in the history. */
  changes: Map<string, number>
  /** Records whose version is not the number of their changes. */
  odd: number
}

function storedIn(file: string): Stored {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const changes = database.prepare('SELECT id, count(*) AS n FROM change GROUP BY id').all()
    const odd = database.prepare('SELECT count(*) AS n FROM record WHERE version <> (SELECT count(*) FROM change WHERE record = record.id)').get()
    return { changes: new Map(changes.map((row) => [String(row['id']), Number(row['n'])])), odd: Number(odd?.['n']) }
  } finally {
    database.close()
  }
}

const runs = times(10, 200)

test('[F36] the server is killed in the middle of pushes: what it had acknowledged is there, nothing twice, and the rest goes through', {
  timeout: 40_000 + runs * 6_000,
}, async (context) => {
  const operating = operator()
  const prepared = await operating.server()
  const invited = []
  for (let i = 0; i < 12; i++) invited.push(await prepared.invite('collaborator', aLuoi1))
  await prepared.stop()
  const server = await serverProcess(operating)
  const phones = await Promise.all(invited.map(({ secret }) => enrolDevice(remoteBrowser(server), secret, edges)))
  const sendings: Sending[] = phones.map((phone) => ({ phone, all: [], acknowledged: new Set() }))
  let onTheWay = 0
  for (let run = 0; run < runs; run++) {
    // Anywhere from the first answer on; what is on the way then is cut wherever it is.
    let answersLeft = 1 + Math.floor(Math.random() * 60)
    let killing: Promise<void> | undefined
    await sendUntilGone(sendings, () => {
      answersLeft--
      if (answersLeft <= 0) killing ??= server.kill()
    })
    await killing
    const { changes, odd } = storedIn(operating.at('data/lan-toa.sqlite'))
    expect(odd).toBe(0)
    for (const { acknowledged } of sendings) expect([...acknowledged].filter((id) => changes.get(id) !== 1)).toEqual([])
    await server.startAgain()
    for (const sending of sendings) {
      const unsent = sending.all.filter(({ id }) => !sending.acknowledged.has(id))
      onTheWay += unsent.length
      if (unsent.length > 0) await send(sending, unsent)
      expect(sending.acknowledged.size).toBe(sending.all.length)
    }
  }
  const { changes, odd } = storedIn(operating.at('data/lan-toa.sqlite'))
  const all = sendings.flatMap((sending) => sending.all)
  expect([odd, all.filter(({ id }) => changes.get(id) !== 1).length, changes.size]).toEqual([0, 0, all.length])
  await server.kill()
  expect((await operating.admin('verify')).code).toBe(0)
  expect(onTheWay).toBeGreaterThan(runs)
  noteFigure(context, runs, `0 of ${all.length} acknowledged changes missing or twice; ${onTheWay} were on the way at the kills`)
})
