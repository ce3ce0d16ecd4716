// POST /api/devices: when the phones of the asker's area were last heard of. Collaborators and observers are told nothing of others.

import { areaOf, rolesOn } from '../../model/permission.ts'
import { problem } from '../../model/problem.ts'
import { isWithin } from '../../model/unit.ts'
import { type DeviceListAnswer, deviceListRequest, type HeardDevice } from '../../protocol/device-list.ts'
import { PROTOCOL } from '../../protocol/sync.ts'
import { failure, jsonAnswer } from '../answer.ts'
import { getAccount } from '../database/query/account.ts'
import { listHandingIn } from '../database/query/device.ts'
import type { Server } from '../parts.ts'
import { signIn } from '../sign-in.ts'

export async function devices(server: Server, request: Request): Promise<Response> {
  const signed = await signIn(server, request, deviceListRequest)
  if (!signed.ok) return failure(signed.problem)
  const found = await server.database.read((sql) => devicesFor(server, sql, signed.value.device.account))
  if (!found) return failure(problem('not-allowed'))
  return jsonAnswer(request, { protocol: PROTOCOL, serverTime: server.now(), devices: found } satisfies DeviceListAnswer)
}

/** Undefined for who holds no role that looks after others. */
async function devicesFor(server: Server, sql: Parameters<typeof getAccount>[0], account: string): Promise<HeardDevice[] | undefined> {
  const actor = await getAccount(sql, account)
  const today = server.today()
  const { lookup } = await server.places.openCommitted(sql, actor.feed)
  const areas = rolesOn(actor, today).flatMap((held) => (held.role === 'official' || held.role === 'province' ? [areaOf(held, lookup)] : []))
  if (areas.length === 0) return undefined
  const all = await listHandingIn(sql, actor.feed, today)
  // Who has roles on several units is told under the first of them that lies here.
  const here = all.filter(({ unit }) => areas.some((area) => isWithin(unit, area, lookup)))
  return here
    .filter(({ id }, place) => here.findIndex((other) => other.id === id) === place)
    .map(({ name, person, unit, contactAt }) => ({ ...(name === undefined ? {} : { name }), person, unit, contactAt }))
}
