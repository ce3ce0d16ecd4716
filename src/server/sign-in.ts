// Whose request it is: the device that the body names, proved by its cookie. Every way in but enrolment goes through here.

import type * as z from 'zod/mini'
import { type Problem, problem } from '../model/problem.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { readJson } from './body.ts'
import { hasDeviceCookie, tokenFor } from './cookie.ts'
import { type Device, findDeviceByToken } from './database/query/device.ts'
import { sha256 } from './hash.ts'
import type { Server } from './parts.ts'

export interface SignedIn<T> {
  asked: T
  device: Device
  token: string
}

/** Gives the message, read by its schema, and who says it. */
export async function signIn<T extends { account: string; device: string }>(
  { database }: Pick<Server, 'database'>,
  request: Request,
  schema: z.ZodMiniType<T>,
): Promise<Result<SignedIn<T>, Problem>> {
  // Before the body is unpacked, so that a stranger can't make the server work.
  if (!hasDeviceCookie(request)) return failed(problem('signed-out'))
  const body = await readJson(request)
  if (!body.ok) return body
  const parsed = schema.safeParse(body.value)
  if (!parsed.success) return failed(problem('not-protocol', parsed.error.issues[0]?.path.map(String)))
  const asked = parsed.data
  const token = tokenFor(request, asked.account) ?? ''
  const device = await database.read((sql) => findDeviceByToken(sql, sha256(token)))
  const isHers = device && device.account === asked.account && device.id === asked.device && device.revokedAt === undefined
  return isHers ? ok({ asked, device, token }) : failed(problem('signed-out'))
}
