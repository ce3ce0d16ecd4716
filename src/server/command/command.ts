// What a command of the operator is given and gives back. Commands print nothing themselves.

import type { Database } from '../database/database.ts'
import type { Server } from '../parts.ts'
import type { OfficialUnits } from '../units.ts'

/** What there is before a database is opened. */
export interface Ground {
  /** The server's folder, which need not be there. */
  data: string
  /** The journal's file, where one was named. */
  journal?: string | undefined
  units: OfficialUnits
  edges: Pick<Server, 'now' | 'random' | 'newId'> & { subtle: SubtleCrypto }
}

export interface Office extends Pick<Ground, 'units' | 'edges'> {
  database: Database
  /** The journal's file. */
  journal: string
  /** Where browsers reach the server. */
  address: string
  log: Server['log']
}

/** 2 where the options are wrong, 1 where something was found that is not as it should be. */
export interface Ended {
  code: 0 | 1 | 2
  lines: string[]
}

export type Options = Record<string, string>

interface Asked {
  /** Options that take a value. */
  options: readonly string[]
  /** Options that take none; they come as "". */
  switches?: readonly string[]
}

/** A command on a server's folder. */
interface OnFolder extends Asked {
  /** It takes words beside its options: names of files, what to do. */
  takesWords?: true
  /** What it says without a server's folder. */
  tells?(options: Options): Ended | undefined
  /** Whether it may begin a server's folder; every other command asks for one that is there. */
  founds?(options: Options): boolean
  /** It alters nothing that the journal tells of, and wants to see it as it is. */
  leavesJournal?: true
  /** Gives lines to print; with 2, everything that is wrong with the options. */
  run(office: Office, options: Options, words: readonly string[]): Promise<Ended>
}

/** A command that makes a server's folder itself. */
interface OnGround extends Asked {
  runOnGround(ground: Ground, options: Options): Promise<Ended>
}

export type Command = OnFolder | OnGround
