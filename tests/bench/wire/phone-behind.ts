// A phone that reaches its server over a real connection.

import { randomBytes } from 'node:crypto'
import { enrol } from '../../../src/client/sync/enrol.ts'
import { LONGEST_REQUEST_MS } from '../../../src/client/sync/post.ts'
import { makeId } from '../../../src/model/id.ts'
import type { Role } from '../../../src/model/permission.ts'
import { PROTOCOL } from '../../../src/protocol/sync.ts'
import { browserFor } from '../../fixture/browser.ts'
import { aLuoi1 } from '../../fixture/land.ts'
import { type Phone, phone } from '../../fixture/phone.ts'
import type { ServerFixture } from '../../fixture/server.ts'

interface Post {
  role: Role
  unit: string
}

/** A collaborator's, unless another post is named. */
export async function phoneBehind(address: string, server: ServerFixture, { role, unit }: Post = { role: 'collaborator', unit: aLuoi1 }): Promise<Phone> {
  const { secret } = await server.invite(role, unit)
  const browser = browserFor({ fetch: (request) => overConnection(address, request) })
  const enrolled = await enrol(browser.fetch, { protocol: PROTOCOL, invitation: secret, device: server.newId() })
  if (!enrolled.ok) throw new Error(`The phone can't be enrolled: ${enrolled.problem.code}`)
  const clock = {
    get now() {
      return server.clock.now()
    },
  }
  const made = await phone({ fetch: (request) => browser.fetch(request) }, { enrolment: enrolled.value, clock })
  // Ids that are only counted up would pack better than a real phone's.
  made.environment.newId = () => makeId(clock.now, new Uint8Array(randomBytes(10)))
  return made
}

/** As a phone's browser sends it: a body of known length, Brotli welcome, called off when it takes too long. */
async function overConnection(address: string, request: Request): Promise<Response> {
  const body = await request.arrayBuffer()
  const headers = { ...Object.fromEntries(request.headers), 'accept-encoding': 'gzip, deflate, br' }
  const init: RequestInit = { method: request.method, headers, redirect: 'error', signal: AbortSignal.timeout(LONGEST_REQUEST_MS) }
  return fetch(new URL(new URL(request.url).pathname, address), body.byteLength === 0 ? init : { ...init, body })
}
