// The official units, read from the files that the build makes for phones.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Unit, UnitLookup } from '../model/unit.ts'
import { readUnitFile } from '../protocol/units.ts'
import { CannotStart } from './cannot-start.ts'

export interface OfficialUnits {
  lookup: UnitLookup
  /** By official code: two digits for a province, five for a commune. */
  byCode(code: string): Unit | undefined
  communesOf(province: string): Unit[]
}

export function officialUnits(units: readonly Unit[]): OfficialUnits {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  return {
    lookup: (id) => byId.get(id),
    byCode: (code) => units.find((unit) => unit.code === code && unit.validTo === undefined),
    communesOf: (province) => units.filter(({ level, parent }) => level === 'commune' && parent === province),
  }
}

/** Reads `units/NN.json` below the built app's folder. Throws a sentence where there are none. */
export function loadOfficialUnits(dist: string): OfficialUnits {
  const folder = join(dist, 'units')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => /^\d\d\.json$/.test(name)) : []
  if (files.length === 0) throw new CannotStart(`There are no units in ${folder}. Build the app first: npm run build`)
  return officialUnits(files.sort().flatMap((name) => readUnitFile(JSON.parse(readFileSync(join(folder, name), 'utf8')))))
}
