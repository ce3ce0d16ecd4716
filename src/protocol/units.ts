// The file of one province's official units, /units/46.json: made by the build, read by phone and server. Short keys and
// names without their type, because every phone downloads one. It must not know where the build gets the units from.

import * as z from 'zod/mini'
import { communeTypes } from '../model/terms.ts'
import { officialUnitId, UNITS_SINCE, type Unit } from '../model/unit.ts'

const name = z.string().check(z.minLength(1), z.maxLength(120))
const formerNames = z.array(name)

/** [code, type, name without type, names by which people still look for it, with their type] */
const commune = z.tuple([z.string().check(z.regex(/^\d{5}$/)), z.enum(communeTypes), name, formerNames])

export const unitFile = z.object({
  code: z.string().check(z.regex(/^\d{2}$/)),
  type: z.enum(['tinh', 'thanh-pho']),
  name,
  formerNames,
  communes: z.array(commune).check(z.minLength(1)),
})
export type UnitFile = z.infer<typeof unitFile>

/** Where a province's file lies under the site's root, by the province's two digits. */
export const unitFilePath = (provinceCode: string): string => `units/${provinceCode}.json`

/** The province first, then its communes sorted by code. Throws a ZodError where the value is no unit file. */
export function readUnitFile(json: unknown): Unit[] {
  const file = unitFile.parse(json)
  const province = official(file.code, { level: 'province', type: file.type, name: file.name, formerNames: file.formerNames })
  const communes = file.communes.map(([code, type, communeName, former]) =>
    official(code, { level: 'commune', type, name: communeName, parent: province.id, formerNames: former }),
  )
  return [province, ...communes.sort((a, b) => (a.id < b.id ? -1 : 1))]
}

const official = (code: string, rest: Omit<Unit, 'id' | 'code' | 'validFrom'>): Unit => ({ id: officialUnitId(code), code, validFrom: UNITS_SINCE, ...rest })
