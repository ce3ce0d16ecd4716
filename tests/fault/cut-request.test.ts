import { expect, test } from 'vitest'
import { noteFigure, times } from '../fixture/figure.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { linePhone } from '../fixture/line-phone.ts'
import { type ListeningServer, listeningServer } from '../fixture/listening-server.ts'
import type { Phone } from '../fixture/phone.ts'
import { proxyTo, rawRequest } from '../fixture/proxy.ts'

const saveThree = async (phone: Phone) => {
  for (const place of ['Sân đình', 'Chợ', 'Trường']) await phone.save({ place, note: 'Đông vui '.repeat(20) })
}

/** Records, changes, and refused changes of whatever sort: anything that a request can leave behind. */
const heldBy = async ({ database }: ListeningServer): Promise<number[]> => {
  const counts = await database.read((sql) =>
    sql.all('SELECT (SELECT COUNT(*) FROM record) AS a, (SELECT COUNT(*) FROM change) AS b, (SELECT COUNT(*) FROM quarantine) AS c'),
  )
  return counts.flatMap((row) => [Number(row['a']), Number(row['b']), Number(row['c'])])
}

test('[F25] a request is cut off at any byte: nothing of it is taken, and the whole one that follows is taken once', async (context) => {
  const server = await listeningServer()
  const line = await proxyTo(server.origin)
  const phone = await linePhone(server, line.origin, 'collaborator', aLuoi1)
  await saveThree(phone)
  await phone.sync()
  const asked = line.heard.at(-1)
  const length = asked ? rawRequest(asked).length : 0
  expect(asked?.headers.join()).toContain('gzip')
  let [runs, taken] = [0, 3]
  for (let cutAt = 0; cutAt < length; cutAt += times(Math.ceil(length / 100), 1)) {
    await saveThree(phone)
    line.meet = (whole, pass) => pass(Math.min(cutAt, rawRequest(whole).length - 1))
    expect(await phone.sync()).toMatchObject({ at: 'waiting', toSend: 3, lastProblem: { code: 'no-connection' } })
    expect([cutAt, ...(await heldBy(server))]).toEqual([cutAt, taken, taken, 0])
    line.meet = (_, pass) => pass()
    expect(await phone.sync()).toMatchObject({ at: 'idle', sent: 3, toSend: 0 })
    runs += 1
    taken += 3
    expect(await heldBy(server)).toEqual([taken, taken, 0])
  }
  noteFigure(context, runs, `0 of ${runs} cuts taken in part, of a request of ${length} bytes`)
})
