// Earlier sessions as somebody listed them: a line for each, in whatever words and order. What a cell says is taken as it is or
// refused with its words; a count that nobody wrote stays unknown.

import { type CountName, countNames, sexes } from '../../model/counts.ts'
import { type LikelySession, likelyDuplicates } from '../../model/likely-duplicate.ts'
import { type Problem, problem } from '../../model/problem.ts'
import type { Fields } from '../../model/record.ts'
import type { Data } from '../../model/registry.ts'
import type { Result } from '../../model/result.ts'
import { materialKinds } from '../../model/terms.ts'
import type { Unit } from '../../model/unit.ts'
import { codesIn, type Named } from './code-named.ts'
import { cellAt, type Places } from './columns.ts'
import { isBlank, type Line, textOf } from './line.ts'
import { placeNamed } from './place.ts'
import { cellIn, dateIn, type ImportRow, isProblem, isTotal, wholeIn } from './row.ts'
import type { SessionColumn } from './session-columns.ts'

/** Lists that a cell names something of: terms, and records of the phone by their names. */
export const lists = ['partOfDay', 'sessionKind', 'form', 'topics', 'counts.method', 'languages', 'targetGroups', 'organisation', 'programme'] as const
export type ListName = (typeof lists)[number]

export interface SessionsAround {
  /** Where she may record. */
  communes: readonly Unit[]
  /** With a day only those that there were then. */
  villagesOf: (commune: string, onDate?: string) => readonly Unit[]
  named: Record<ListName, Named>
  /** Her own, where the file names none. */
  organisation: string
  since1904: boolean
  /** What stands in every line that does not say it itself. */
  told: Partial<Record<SessionColumn, string>>
  /** The whole judgement of a new record; whether it moves what is locked. */
  judge: (fields: Fields) => Result<{ fields: Fields; late: boolean }, Problem[]>
  /** Sessions of a day and place that this phone holds. */
  recorded: (date: string, unit: string) => readonly LikelySession[]
}

/** Lines that are read before the screen is let draw; false of it ends the reading. */
const STEP = 100

export type Pause = (done: number) => Promise<boolean>

/** A line of the file that was good. */
type Seen = LikelySession & { line: number }

export async function readSessions(
  lines: readonly Line[],
  firstLine: number,
  places: Places<SessionColumn>,
  around: SessionsAround,
  pause: Pause,
): Promise<ImportRow[]> {
  const rows: ImportRow[] = []
  const seen = new Map<string, Seen[]>()
  for (const [index, cells] of lines.entries()) {
    if (index % STEP === 0 && !(await pause(index))) break
    const told = toldIn(cells, places)
    if (isBlank(cells) || isTotal(told) || cells.some(isSum)) continue
    rows.push(pointed({ line: firstLine + index, told, ...readLine(cells, places, around) }, seen, around))
  }
  return rows
}

/** "Tổng cộng" stands where the file likes, in its first cells. */
const isSum = (cell: Line[number], place: number): boolean => place < 3 && isTotal(cell)

const toldIn = (cells: Line, places: Places<SessionColumn>): string =>
  (['date', 'commune', 'unit', 'place'] as const)
    .map((name) => textOf(cellAt(cells, places, name)))
    .filter((text) => text !== '')
    .join(' · ')

type Outcome = { as: 'new'; fields: Fields; late?: true } | { as: 'wrong'; problems: Problem[] }

function readLine(cells: Line, places: Places<SessionColumn>, around: SessionsAround): Outcome {
  const problems: Problem[] = []
  const keep = <T>(value: T | Problem): T | undefined => {
    if (!isProblem(value)) return value
    problems.push(value)
    return undefined
  }
  const said = (name: SessionColumn): string => textOf(cellAt(cells, places, name)) || (around.told[name] ?? '')
  const codes = (name: ListName) => keep(codesOf(said(name), name, around.named[name]))
  const one = (name: ListName) => keep(oneOf(codes(name), name, said(name)))
  const date = keep(dateIn(cellAt(cells, places, 'date'), ['date'], around.since1904))
  const whole = (name: `counts.${CountName}` | `materials.${string}`) => keep(wholeIn(cellAt(cells, places, name as SessionColumn), name.split('.')))
  const counts = rested(given(countNames.map((name) => [name, whole(`counts.${name}`)])))
  const materials = materialKinds.flatMap((kind) => {
    const quantity = whole(`materials.${kind}`)
    return quantity ? [{ kind, quantity }] : []
  })
  const own = (name: SessionColumn) => said(name) || undefined
  const organisations = (name: 'host' | 'partners') => keep(codesOf(said(name), name, around.named.organisation))
  const fields = given<unknown>([
    ['date', date],
    ['partOfDay', one('partOfDay')],
    ['unit', keep(unitOf(said('commune'), said('unit'), date, around))],
    ['place', own('place')],
    ['sessionKind', one('sessionKind')],
    ['form', one('form')],
    ['topics', codes('topics')],
    ['counts', { ...counts, ...given<unknown>([['method', one('counts.method')]]) }],
    ['organisation', one('organisation') ?? around.organisation],
    ['host', keep(oneOf(organisations('host'), 'host', said('host')))],
    ['partners', organisations('partners')],
    ['facilitators', own('facilitators')],
    ['languages', codes('languages')],
    ['targetGroups', codes('targetGroups')],
    ['programme', one('programme')],
    ['campaign', own('campaign')],
    ['materials', materials.length > 0 ? materials : undefined],
    ['note', own('note')],
  ])
  const judged = around.judge(fields)
  if (problems.length > 0 || !judged.ok) return { as: 'wrong', problems: [...problems, ...(judged.ok ? [] : judged.problem.filter(isNew(problems)))] }
  return { as: 'new', fields: judged.value.fields, ...(judged.value.late ? { late: true } : {}) }
}

/** What a cell was refused for already is not said to be missing, too. */
const isNew =
  (problems: readonly Problem[]) =>
  ({ path }: Problem): boolean =>
    !problems.some((one) => one.path[0] === path[0] && (one.path[1] === undefined || path[1] === undefined || one.path[1] === path[1]))

const given = <T>(entries: readonly (readonly [string, T | undefined])[]): Record<string, T> =>
  Object.fromEntries(entries.filter((entry): entry is [string, T] => entry[1] !== undefined))

/** Of the total, women and men two make the third, for both sum to it (counts.ts); one alone says nothing of the others. */
function rested(counts: Record<string, number>): Record<string, number> {
  const { total, female, male } = counts
  if (total === undefined) return female === undefined || male === undefined ? counts : { ...counts, total: female + male }
  const [absent] = sexes.filter((sex) => counts[sex] === undefined)
  const rest = total - (female ?? male ?? Number.NaN)
  return absent !== undefined && rest >= 0 ? { ...counts, [absent]: rest } : counts
}

function codesOf(told: string, name: string, named: Named): string[] | Problem | undefined {
  if (told === '') return undefined
  const { codes, unknown } = codesIn(told, named)
  return unknown === undefined ? codes : problem('not-known', name.split('.'), { ...cellIn(told), name: unknown })
}

function oneOf(codes: readonly string[] | undefined, name: string, told: string): string | Problem | undefined {
  return codes && codes.length > 1 ? problem('too-many', name.split('.'), cellIn(told)) : codes?.[0]
}

/** "Thôn Đông, xã A Lưới 1" says both; a commune where a village is asked for is where it was held. */
function unitOf(toldCommune: string, toldPlace: string, date: string | undefined, { communes, villagesOf }: SessionsAround): string | Problem {
  const [village = '', ofCommune = ''] = toldPlace.split(',').map((part) => part.trim())
  const commune = communeOf(toldCommune || ofCommune, communes)
  if (isProblem(commune)) return { ...commune, values: { ...commune.values, ...cellIn(toldCommune || toldPlace) } }
  if (village === '') return commune ?? problem('required', ['unit'])
  const inside = commune === undefined ? [...communes] : communes.filter(({ id }) => id === commune)
  const then = placeNamed(villagesIn(inside, villagesOf, date), village)
  if (!isProblem(then)) return then
  const whole = placeNamed(inside, village)
  if (!isProblem(whole)) return whole
  // A village of another day is told as that, not as none.
  const ever = then.code === 'no-such-place' ? placeNamed(villagesIn(inside, villagesOf), village) : then
  return isProblem(ever) ? { ...then, values: { ...then.values, ...cellIn(toldPlace) } } : problem('ended-unit', ['unit'], cellIn(toldPlace))
}

const villagesIn = (communes: readonly Unit[], villagesOf: SessionsAround['villagesOf'], date?: string): Unit[] =>
  communes.flatMap(({ id }) => villagesOf(id, date))

/** The only one needs no words. */
const communeOf = (told: string, communes: readonly Unit[]): string | Problem | undefined =>
  told !== '' ? placeNamed(communes, told) : communes.length === 1 ? communes[0]?.id : undefined

/** A row with what it may be a second time, by the rule of the form (model/likely-duplicate.ts). */
function pointed(row: ImportRow, seen: Map<string, Seen[]>, { recorded }: SessionsAround): ImportRow {
  if (row.as !== 'new') return row
  const data = row.fields as Data<'session'> // judged as one just now
  const key = `${data.date} ${data.unit}`
  const before = seen.get(key) ?? []
  seen.set(key, [...before, { id: String(row.line), removed: false, data, line: row.line }])
  const [there] = likelyDuplicates(data, undefined, recorded(data.date, data.unit))
  const [earlier] = there ? [] : likelyDuplicates(data, undefined, before)
  if (there) return { ...row, like: { record: there.id } }
  return earlier ? { ...row, like: { line: earlier.line } } : row
}
