// What a command of the operator is given and gives back. Commands print nothing themselves.

import type { Result } from '../../model/result.ts'
import type { Database } from '../database/database.ts'
import type { Server } from '../parts.ts'
import type { OfficialUnits } from '../units.ts'

export interface Office {
  database: Database
  units: OfficialUnits
  /** Where browsers reach the server. */
  address: string
  edges: Pick<Server, 'now' | 'random' | 'newId'>
}

export interface Command {
  /** Options that take a value. */
  options: readonly string[]
  /** Gives lines to print, or everything wrong with the options. */
  run(office: Office, options: Record<string, string>): Promise<Result<string[], string[]>>
}
