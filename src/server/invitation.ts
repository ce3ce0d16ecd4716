// Makes invitations and swaps them for devices. An invitation is used once; only the device that used it may come again,
// because the answer to it may have been lost on the way.

import { type Problem, problem } from '../model/problem.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { cleanText } from '../model/text.ts'
import { CODE_LENGTH, type EnrolRequest, normaliseCode } from '../protocol/enrol.ts'
import type { Sql } from './database/database.ts'
import { addAudit } from './database/query/audit.ts'
import { admitDevice, findDevice, type OpenDevice, openDevicesOf } from './database/query/device.ts'
import { addInvitation, findInvitationByCode, findInvitationBySecret, type HeldInvitation, noteInvitationUsed } from './database/query/invitation.ts'
import { sha256 } from './hash.ts'
import type { Server } from './parts.ts'
import { makeCode, makeSecret } from './secret.ts'

const HOUR_MS = 3_600_000
const LINK_LASTS_MS = 7 * 24 * HOUR_MS
const CODE_LASTS_MS = 24 * HOUR_MS

type Edges = Pick<Server, 'now' | 'random' | 'newId'>

export interface MadeInvitation {
  secret: string
  code: string
}

export async function invite(sql: Sql, account: string, { now, random, newId }: Edges): Promise<MadeInvitation> {
  const secret = makeSecret(random)
  const code = makeCode(random)
  const ends = { secretEndsAt: now() + LINK_LASTS_MS, codeEndsAt: now() + CODE_LASTS_MS }
  await addInvitation(sql, { id: newId(), account, secretHash: sha256(secret), codeHash: sha256(code), ...ends }, now())
  await addAudit(sql, { id: newId(), at: now(), event: 'invited', account, detail: {} })
  return { secret, code }
}

/** The typed code that an invitation is given by, or undefined where it is a link's secret. */
export function typedCode(invitation: string): string | undefined {
  const code = normaliseCode(invitation)
  return code.length === CODE_LENGTH ? code : undefined
}

export interface Admitted {
  account: string
  token: string
  /** The account's devices that were there before. */
  knownBefore: OpenDevice[]
}

/** Admits the device and gives the account it acts for and its new token. */
export async function admit(sql: Sql, { invitation, device, deviceName }: EnrolRequest, edges: Edges): Promise<Result<Admitted, Problem>> {
  const { now, random, newId } = edges
  const code = typedCode(invitation)
  const found = code === undefined ? await findInvitationBySecret(sql, sha256(invitation)) : await findInvitationByCode(sql, sha256(code))
  if (!found) return failed(problem('invitation-unknown'))
  const refusal = await refusalOf(sql, found, device, now() >= (code === undefined ? found.secretEndsAt : found.codeEndsAt))
  if (refusal) return failed(refusal)
  const token = makeSecret(random)
  const knownBefore = await openDevicesOf(sql, found.account)
  await admitDevice(sql, { account: found.account, id: device, tokenHash: sha256(token), name: plainName(deviceName) }, now())
  if (!found.device) await noteInvitationUsed(sql, found.id, device, now())
  await addAudit(sql, { id: newId(), at: now(), event: 'enrolled', account: found.account, device, detail: { invitation: found.id } })
  return ok({ account: found.account, token, knownBefore })
}

/** One line of what is seen: lists and consoles show it. None where nothing is left. */
const plainName = (told = ''): string | undefined =>
  cleanText(told)
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim() || undefined

async function refusalOf(sql: Sql, { account, device: usedBy }: HeldInvitation, device: string, ended: boolean): Promise<Problem | undefined> {
  if (usedBy !== undefined && usedBy !== device) return problem('invitation-used')
  if (ended) return problem('invitation-ended')
  if (usedBy === undefined) return undefined
  // A lost phone that was shut out must not come back by the invitation it once used.
  return (await findDevice(sql, account, device))?.revokedAt === undefined ? undefined : problem('invitation-used')
}
