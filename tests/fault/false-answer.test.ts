import { expect, test } from 'vitest'
import { noteFigure } from '../fixture/figure.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { linePhone } from '../fixture/line-phone.ts'
import { listeningServer } from '../fixture/listening-server.ts'
import type { Phone } from '../fixture/phone.ts'
import { type Answered, type Line, proxyTo } from '../fixture/proxy.ts'

const everything = ({ store }: Phone): Promise<unknown[]> => Promise.all([store.meta.toArray(), store.records.toArray(), store.outbox.toArray()])

/** A phone that has been in touch, with a session that is not sent yet. */
async function waitingPhone(): Promise<{ phone: Phone; line: Line; origin: string }> {
  const server = await listeningServer()
  const line = await proxyTo(server.origin)
  const phone = await linePhone(server, line.origin, 'collaborator', aLuoi1)
  await phone.save({ place: 'Sân đình' })
  await phone.sync()
  await phone.save({ place: 'Chợ' })
  return { phone, line, origin: server.origin }
}

/** The lie costs nothing: the phone stands as it stood, and sends what it has as soon as the line is honest again. */
async function expectNothingMoved(phone: Phone, line: Line, lie: Line['meet'], toSend = 1): Promise<void> {
  const before = await everything(phone)
  line.meet = lie
  expect(await phone.sync()).toMatchObject({ at: 'waiting', toSend, lastProblem: { code: 'no-connection' } })
  expect(await everything(phone)).toEqual(before)
}

async function expectSent(phone: Phone, line: Line): Promise<void> {
  line.meet = (_, pass) => pass()
  expect(await phone.sync()).toMatchObject({ at: 'idle', sent: 1, toSend: 0 })
}

const saying = (status: number, type: string, text: string, headers: string[] = []): Answered => ({
  status,
  headers: ['Content-Type', type, ...headers],
  body: Buffer.from(text),
})

test('[F27] a portal answers with its own page and status 200, or with anything else: it counts as no network', async (context) => {
  const { phone, line } = await waitingPhone()
  const page = '<!doctype html><title>Wi-Fi khách sạn</title>'
  const portals = [
    saying(200, 'text/html; charset=utf-8', page),
    saying(200, 'application/json', page),
    saying(200, 'application/json', '{"ok":true}'),
    saying(200, 'application/json', ''),
    saying(200, 'application/json', JSON.stringify({ problem: { code: 'busy', path: [] } })),
    saying(511, 'text/html', page),
    saying(401, 'text/html', page),
    saying(413, 'text/html', page),
    saying(503, 'application/json', '{"error":"upstream"}'),
  ]
  for (const portal of portals) await expectNothingMoved(phone, line, async () => portal)
  await expectSent(phone, line)
  noteFigure(context, portals.length, `0 of ${portals.length} sorts of pages moved the queue`)
})

test('[F28] the request is sent on to another host: nothing is handed to it', async (context) => {
  const { phone, line, origin } = await waitingPhone()
  const other = await proxyTo(origin)
  const moves = [301, 302, 303, 307, 308]
  for (const status of moves) await expectNothingMoved(phone, line, async () => saying(status, 'text/plain', '', ['Location', `${other.origin}/api/sync`]))
  expect(other.heard).toEqual([])
  await expectSent(phone, line)
  noteFigure(context, moves.length, `0 of ${moves.length} sorts of redirects reached the other host`)
})

test('[F29] a proxy answers from its cache: an answer to an earlier request is not believed', async (context) => {
  const { phone, line } = await waitingPhone()
  const kept: Answered[] = []
  const keeping: Line['meet'] = async (_, pass) => {
    const answered = await pass()
    if (answered) kept.push(answered)
    return answered
  }
  line.meet = keeping
  await phone.sync()
  await phone.sync()
  await phone.save({ place: 'Trường' })
  // The proxy has kept even the answer to this very change, whose way to the phone broke.
  line.meet = async (asked, pass) => void (await keeping(asked, pass))
  await phone.sync()
  for (const stale of kept) await expectNothingMoved(phone, line, async () => stale, 1)
  await expectSent(phone, line)
  for (const stale of kept) await expectNothingMoved(phone, line, async () => stale, 0)
  noteFigure(context, 2 * kept.length, `0 of ${2 * kept.length} stale answers believed`)
})
