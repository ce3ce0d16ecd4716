// POST /api/sync: takes what a device hands in, in one transaction, and then gives it a page of what it does not have.

import { problem, problemTraits } from '../../model/problem.ts'
import { ladder } from '../../model/upgrade.ts'
import { type HandedIn, PROTOCOL, type SyncAnswer, syncRequest } from '../../protocol/sync.ts'
import { failure, jsonAnswer } from '../answer.ts'
import { beginPush } from '../change/begin.ts'
import { receivedUpTo, takePush } from '../change/push.ts'
import { deviceCookie } from '../cookie.ts'
import { getAccount } from '../database/query/account.ts'
import { findNumbered } from '../database/query/change.ts'
import { type Device, noteContact } from '../database/query/device.ts'
import { getFeed } from '../database/query/feed.ts'
import { getIdentity } from '../database/query/identity.ts'
import { refusedOf } from '../database/query/quarantine.ts'
import { getSealKey } from '../database/query/seal-key.ts'
import type { Server } from '../parts.ts'
import { readPage } from '../pull/page.ts'
import { scopeOf } from '../scope.ts'
import { signIn } from '../sign-in.ts'

/** A request whose changes are still only known to have an id. */
type Asked = ReturnType<typeof syncRequest.parse>

export async function sync(server: Server, request: Request): Promise<Response> {
  const signed = await signIn(server, request, syncRequest)
  if (!signed.ok) return failure(signed.problem)
  const { asked, device, token } = signed.value
  const cookie = { 'Set-Cookie': deviceCookie(device.account, token) }
  const { nonce, mismatch } = asked
  if (mismatch) server.log({ event: 'check-failed', device: device.id, error: 'A device held something else than it should, and reads everything anew.' })
  const { epoch, ...pushed } = await push(server, device, asked)
  if (isTooOld(asked)) {
    const kept: HandedIn = { problem: problem('too-old'), protocol: PROTOCOL, epoch, nonce, ...pushed }
    return jsonAnswer(request, kept, cookie, problemTraits['too-old'].status)
  }
  const pulled = await pull(server, device, asked)
  const answer: SyncAnswer = { protocol: PROTOCOL, nonce, serverTime: server.now(), ...pushed, ...pulled }
  return jsonAnswer(request, answer, cookie)
}

/** What it hands in is taken whatever its age; what it would be told, it could not read. */
const isTooOld = ({ model }: Asked): boolean => model < ladder.oldestRead

type Pushed = Pick<SyncAnswer, 'epoch' | 'results' | 'received' | 'last' | 'refused'>

const push = (server: Server, device: Device, { changes, again, epoch, sentAt }: Asked): Promise<Pushed> =>
  server.database.write(async (sql) => {
    const { account, id } = device
    const pushing = await beginPush(sql, device, server, sentAt)
    const results = await takePush(pushing, changes, again)
    const received = await receivedUpTo(pushing)
    await noteContact(sql, device, received, server.now())
    const last = (await findNumbered(sql, { account, device: id }, received)) ?? null
    const refused = epoch === pushing.line.current ? {} : { refused: await refusedOf(sql, account, id) }
    return { epoch: pushing.line.current, results, received, last, ...refused }
  })

type Pulled = Pick<SyncAnswer, 'epoch' | 'scope' | 'fresh' | 'changes' | 'left' | 'summaries' | 'cursor' | 'more' | 'check' | 'seal'>

const pull = (server: Server, device: Device, asked: Asked): Promise<Pulled> =>
  server.database.read(async (sql) => {
    const actor = await getAccount(sql, device.account)
    const feed = await getFeed(sql, actor.feed)
    const identity = await getIdentity(sql)
    const places = await server.places.openCommitted(sql, actor.feed)
    // A cursor of another epoch says nothing about this history.
    const cursor = asked.epoch === identity.epoch ? asked.cursor : null
    const page = await readPage({ sql, feed, actor, today: server.today(), places }, cursor, asked.want, asked.sums)
    const seal = page.fresh ? { seal: (await getSealKey(sql)).jwk } : {}
    return { epoch: identity.epoch, scope: scopeOf(actor, feed, identity), ...page, ...seal }
  })
