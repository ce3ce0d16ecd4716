// A commune's list of villages as its people keep it: a name with or without its kind before it, and perhaps what it was called.

import { problem } from '../../model/problem.ts'
import type { villageTypes } from '../../model/terms.ts'
import type { Unit, UnitLookup } from '../../model/unit.ts'
import { validate } from '../../model/validate.ts'
import { bareName, namesake } from '../../model/village-name.ts'
import { fold } from '../../text/fold.ts'
import { type Column, cellAt, type Places } from './columns.ts'
import { isBlank, type Line, textOf } from './line.ts'
import { dateIn, type ImportRow, isProblem, isTotal, type Like } from './row.ts'

export type VillageColumn = 'name' | 'type' | 'formerName' | 'validFrom'

export const villageColumns: readonly Column<VillageColumn>[] = [
  {
    name: 'name',
    headings: ['ten thon', 'ten thon ban', 'ten thon to dan pho', 'thon', 'ten', 'thon ban', 'thon to dan pho', 'ten khu dan cu', 'name', 'village'],
    required: true,
  },
  { name: 'type', headings: ['loai', 'loai hinh', 'kind', 'type'] },
  { name: 'formerName', headings: ['ten cu', 'ten truoc day', 'ten truoc sap nhap', 'former name'] },
  { name: 'validFrom', headings: ['tu ngay', 'co tu ngay', 'ngay thanh lap', 'from', 'since'] },
]

export interface VillagesAround {
  commune: string
  /** The commune's villages that are known today. */
  villages: readonly Unit[]
  unit: UnitLookup
  /** Where the table does not say since when they are. */
  validFrom: string
}

type Type = (typeof villageTypes)[number]

/** As it is written before a name, folded; the longer first, so that "Khu phố 2" is no "Khu". */
const typeWords: readonly [string, Type][] = [
  ['to dan pho', 'to-dan-pho'],
  ['khu pho', 'khu-pho'],
  ['tdp', 'to-dan-pho'],
  ['thon', 'thon'],
  ['ban', 'ban'],
  ['lang', 'lang'],
  ['buon', 'buon'],
  ['khom', 'khom'],
  ['ap', 'ap'],
]

export function readVillages(lines: readonly Line[], firstLine: number, places: Places<VillageColumn>, around: VillagesAround): ImportRow[] {
  // Some are stored with their kind in the name: "Thôn 1" is "1" of its kind, as it is in a list.
  const known = new Set(around.villages.map(({ name, type }) => `${type} ${fold(parted(name, '').name)}`))
  const [seen, named] = [new Map<string, number>(), new Map<string, number>()]
  return lines.flatMap((cells, index): ImportRow[] => {
    const line = firstLine + index
    const told = textOf(cellAt(cells, places, 'name'))
    if (isBlank(cells) || isTotal(told)) return []
    const { type, name } = parted(told, textOf(cellAt(cells, places, 'type')))
    const key = `${type} ${fold(name)}`
    const before = seen.get(key)
    seen.set(key, before ?? line)
    if (known.has(key)) return [{ line, told, as: 'known' }]
    if (before !== undefined) return [{ line, told, as: 'wrong', problems: [problem('told-twice', ['name'], { line: before })] }]
    const validFrom = dateIn(cellAt(cells, places, 'validFrom'), ['validFrom']) ?? around.validFrom
    if (isProblem(validFrom)) return [{ line, told, as: 'wrong', problems: [validFrom] }]
    const formerName = textOf(cellAt(cells, places, 'formerName'))
    const fields = { name, type, parent: around.commune, validFrom, ...(formerName === '' ? {} : { formerName }) }
    const like = likeOf(name, around.villages, named)
    named.set(bareName(name), named.get(bareName(name)) ?? line)
    const valid = validate('unit', fields, { unit: around.unit })
    return [valid.ok ? { line, told, as: 'new', fields: { ...valid.value }, ...(like ? { like } : {}) } : { line, told, as: 'wrong', problems: valid.problem }]
  })
}

/** Of the same name and another kind: the list's, or an earlier line's. */
function likeOf(name: string, villages: readonly Unit[], lines: ReadonlyMap<string, number>): Like | undefined {
  const held = namesake(name, undefined, villages)
  const line = lines.get(bareName(name))
  return held ? { record: held.id } : line === undefined ? undefined : { line }
}

/** "Tổ dân phố 3" is the third of its kind; a column of its own for the kind is believed first. */
function parted(told: string, ownType: string): { type: Type; name: string } {
  const folded = fold(told)
  const [word, before] = typeWords.find(([start]) => folded.startsWith(`${start} `)) ?? []
  const own = typeWords.find(([start]) => fold(ownType) === start)?.[1]
  const name =
    word === undefined || before === undefined
      ? told
      : told
          .split(/[\s.]+/)
          .slice(word.split(' ').length)
          .join(' ')
  return { type: own ?? before ?? 'thon', name }
}
