// Another system's token: made for an operator, read from a request, found by its hash. Its first letters are always the same, so
// that programs which look for secrets in sources find one that was left there.

import { type Problem, problem } from '../model/problem.ts'
import { failed, ok, type Result } from '../model/result.ts'
import { findMachineToken, type MachineToken } from './database/query/machine-token.ts'
import { sha256 } from './hash.ts'
import type { Server } from './parts.ts'
import { makeSecret } from './secret.ts'
import { networkOf } from './throttle.ts'

const PREFIX = 'lantoa_'
const FORM = /^lantoa_[\w-]{43}$/

export const makeMachineToken = (random: Server['random']): string => `${PREFIX}${makeSecret(random)}`

export interface Refused {
  problem: Problem
  /** Whose it was, where that is known. */
  token?: MachineToken
  /** When another try may succeed. */
  waitMs?: number
}

/** Why nobody is told anything for a token: words of the problem's `why`. */
type Why = 'no-token' | 'unknown' | 'ended' | 'revoked'

const signedOut = (why: Why): Problem => problem('signed-out', [], { why })

/** Whoever it is may ask that often only, also with a token that opens nothing. */
export async function admitMachine(server: Server, request: Request, address: string): Promise<Result<MachineToken, Refused>> {
  const told = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  const known = told !== undefined && FORM.test(told) ? await server.database.read((sql) => findMachineToken(sql, sha256(told))) : undefined
  const waitMs = server.rate.take(known?.id ?? `from ${networkOf(address)}`)
  if (waitMs > 0) return failed({ problem: problem('too-often'), waitMs, ...(known && { token: known }) })
  if (!known) return failed({ problem: signedOut(told === undefined ? 'no-token' : 'unknown') })
  if (known.revokedAt !== undefined) return failed({ problem: signedOut('revoked'), token: known })
  return known.to < server.today() ? failed({ problem: signedOut('ended'), token: known }) : ok(known)
}
