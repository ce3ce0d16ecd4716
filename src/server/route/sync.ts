// POST /api/sync: takes what a device hands in, in one transaction, and then gives it a page of what it does not have.

import { type Problem, problem } from '../../model/problem.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { PROTOCOL, type SyncAnswer, syncRequest } from '../../protocol/sync.ts'
import { failure, jsonAnswer } from '../answer.ts'
import { readJson } from '../body.ts'
import { receivedUpTo, takePush } from '../change/push.ts'
import { deviceCookie, hasDeviceCookie, tokenFor } from '../cookie.ts'
import type { Sql } from '../database/database.ts'
import { getAccount } from '../database/query/account.ts'
import { type Device, findDeviceByToken, noteContact } from '../database/query/device.ts'
import { getFeed, lockFeed } from '../database/query/feed.ts'
import { getIdentity } from '../database/query/identity.ts'
import { sha256 } from '../hash.ts'
import type { Server } from '../parts.ts'
import { readPage } from '../pull/page.ts'
import { scopeOf } from '../scope.ts'

/** A request whose changes are still only known to have an id. */
type Asked = ReturnType<typeof syncRequest.parse>

export async function sync(server: Server, request: Request): Promise<Response> {
  // Before the body is unpacked, so that a stranger can't make the server work.
  if (!hasDeviceCookie(request)) return failure(problem('signed-out'))
  const asked = await readAsked(request)
  if (!asked.ok) return failure(asked.problem)

  const token = tokenFor(request, asked.value.account) ?? ''
  const device = await server.database.read((sql) => signedIn(sql, token, asked.value))
  if (!device) return failure(problem('signed-out'))

  const pushed = await push(server, device, asked.value)
  const pulled = await pull(server, device, asked.value)
  const answer: SyncAnswer = { protocol: PROTOCOL, nonce: asked.value.nonce, serverTime: server.now(), ...pushed, ...pulled }
  return jsonAnswer(request, answer, { 'Set-Cookie': deviceCookie(device.account, token) })
}

async function readAsked(request: Request): Promise<Result<Asked, Problem>> {
  const body = await readJson(request)
  if (!body.ok) return body
  const parsed = syncRequest.safeParse(body.value)
  return parsed.success ? ok(parsed.data) : failed(problem('not-protocol', parsed.error.issues[0]?.path.map(String)))
}

async function signedIn(sql: Sql, token: string, asked: Asked): Promise<Device | undefined> {
  const device = await findDeviceByToken(sql, sha256(token))
  return device && device.account === asked.account && device.id === asked.device && device.revokedAt === undefined ? device : undefined
}

const push = (server: Server, device: Device, { changes }: Asked): Promise<Pick<SyncAnswer, 'results' | 'received'>> =>
  server.database.write(async (sql) => {
    const { newId, log } = server
    const by = await getAccount(sql, device.account)
    const { epoch } = await getIdentity(sql)
    await lockFeed(sql, by.feed)
    const places = await server.places.open(sql, by.feed)
    const onBroken = (error: unknown, changeId: string): void => log({ event: 'change-failed', changeId, error })
    const results = await takePush({ sql, feed: by.feed, epoch, places, by, now: server.now(), today: server.today(), device, newId, onBroken }, changes)
    const received = await receivedUpTo({ sql, device })
    await noteContact(sql, device, received, server.now())
    return { results, received }
  })

const pull = (server: Server, device: Device, asked: Asked): Promise<Pick<SyncAnswer, 'epoch' | 'scope' | 'changes' | 'summaries' | 'cursor' | 'more'>> =>
  server.database.read(async (sql) => {
    const actor = await getAccount(sql, device.account)
    const feed = await getFeed(sql, actor.feed)
    const identity = await getIdentity(sql)
    const places = await server.places.openCommitted(sql, actor.feed)
    // A cursor of another epoch says nothing about this history.
    const cursor = asked.epoch === identity.epoch ? asked.cursor : null
    const page = await readPage({ sql, feed, actor, today: server.today(), places }, cursor, asked.want)
    return { epoch: identity.epoch, scope: scopeOf(actor, feed, identity), ...page }
  })
