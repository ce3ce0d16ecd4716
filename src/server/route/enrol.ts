// POST /api/enrol: an invitation is swapped for a device of an account. The token leaves in a cookie only.

import { problem } from '../../model/problem.ts'
import { type EnrolAnswer, enrolRequest } from '../../protocol/enrol.ts'
import { PROTOCOL } from '../../protocol/sync.ts'
import { failure, jsonAnswer } from '../answer.ts'
import { readJson } from '../body.ts'
import { deviceCookie } from '../cookie.ts'
import { getAccount } from '../database/query/account.ts'
import { getFeed } from '../database/query/feed.ts'
import { getIdentity } from '../database/query/identity.ts'
import { getSealKey } from '../database/query/seal-key.ts'
import { type Admitted, admit, typedCode } from '../invitation.ts'
import type { Server } from '../parts.ts'
import { scopeOf } from '../scope.ts'

export async function enrol(server: Server, request: Request, address: string): Promise<Response> {
  const body = await readJson(request)
  if (!body.ok) return failure(body.problem)
  const parsed = enrolRequest.safeParse(body.value)
  if (!parsed.success) return failure(problem('not-protocol', parsed.error.issues[0]?.path.map(String)))

  const isTyped = typedCode(parsed.data.invitation) !== undefined
  const wait = isTyped ? server.throttle.try(address) : 0
  if (wait > 0) return failure(problem('too-often'), wait)

  const admitted = await server.database.write((sql) => admit(sql, parsed.data, server))
  // Only a code that nobody was given is a guess.
  if (isTyped && (admitted.ok || admitted.problem.code !== 'invitation-unknown')) server.throttle.forgive(address)
  if (!admitted.ok) return failure(admitted.problem)

  const { account, token } = admitted.value
  const answer = await answerFor(server, admitted.value, parsed.data.device)
  return jsonAnswer(request, answer, { 'Set-Cookie': deviceCookie(account, token) })
}

const answerFor = ({ database, now }: Server, admitted: Admitted, device: string): Promise<EnrolAnswer> =>
  database.read(async (sql) => {
    const account = await getAccount(sql, admitted.account)
    const identity = await getIdentity(sql)
    const scope = scopeOf(account, await getFeed(sql, account.feed), identity)
    const devices = admitted.knownBefore.map(({ id, name, contactAt, received }) => ({ ...(name && { name }), contactAt, received, isThis: id === device }))
    const seal = (await getSealKey(sql)).jwk
    return { protocol: PROTOCOL, epoch: identity.epoch, device, serverTime: now(), scope, devices, seal }
  })
