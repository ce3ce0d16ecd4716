// The backup file: what a phone has not brought home, sealed so that only the server can read it. Any phone and any hand may
// carry it to the office (npm run admin -- import-outbox FILE). Loaded when it is asked for.

import { dateInVietnam } from '../model/civil-date.ts'
import { type Problem, problem } from '../model/problem.ts'
import { seal } from '../protocol/seal.ts'
import type { Environment } from './environment.ts'
import { handFile } from './hand-over.ts'
import type { CarriedOut, Outlet } from './outlet.ts'
import type { Store } from './store/database.ts'
import { readUnsent } from './store/unsent.ts'

interface Backup {
  name: string
  text: string
  /** How many changes are in it. */
  count: number
}

export async function backUp(store: Store, environment: Around, outlet: Outlet): Promise<CarriedOut | Problem> {
  const made = await makeBackup(store, environment)
  if (!made) return { is: 'none' }
  return 'code' in made ? made : carryOut(outlet, made)
}

type Around = Pick<Environment, 'now' | 'random' | 'subtle'>

/** Undefined where nothing is unsent. A phone that has never heard of the server's key can't seal to it. */
export async function makeBackup(store: Store, { now, random, subtle }: Around): Promise<Backup | Problem | undefined> {
  const unsent = await readUnsent(store)
  if (!unsent || unsent.changes.length === 0) return undefined
  const { account, device, seal: key } = unsent.identity
  if (!key) return problem('no-connection')
  const text = await seal(subtle(), random, key, { account, device, madeAt: now(), changes: unsent.changes })
  // As text, because phones share no other kind of file with a messenger.
  return { name: `lan-toa-chua-gui-${dateInVietnam(now())}.txt`, text, count: unsent.changes.length }
}

/** To the phone's share sheet where it takes files and opens, else as a download. */
export async function carryOut(outlet: Outlet, { name, text, count }: Backup): Promise<CarriedOut> {
  const file = new File([text], name, { type: 'text/plain' })
  const is = await handFile(outlet, file)
  return is === 'closed' ? { is } : { is, name, count }
}
