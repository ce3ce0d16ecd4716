// What a command of the operator is given and gives back. Commands print nothing themselves.

import type { Database } from '../database/database.ts'
import type { Server } from '../parts.ts'
import type { OfficialUnits } from '../units.ts'

export interface Office {
  database: Database
  units: OfficialUnits
  /** Where browsers reach the server. */
  address: string
  edges: Pick<Server, 'now' | 'random' | 'newId'> & { subtle: SubtleCrypto }
}

/** 2 where the options are wrong, 1 where something was found that is not as it should be. */
export interface Ended {
  code: 0 | 1 | 2
  lines: string[]
}

export interface Command {
  /** Options that take a value. */
  options: readonly string[]
  /** Options that take none; they come as "". */
  switches?: readonly string[]
  /** What it says without a server's folder. */
  tells?(options: Record<string, string>): Ended | undefined
  /** It may begin a server's folder; every other command asks of one that is there. */
  founds?: true
  /** Gives lines to print; with 2, everything that is wrong with the options. */
  run(office: Office, options: Record<string, string>): Promise<Ended>
}
