// Makes a token for another system. It is said here and never again: the server keeps its hash.

import { dateInVietnam, isDate } from '../../model/civil-date.ts'
import type { Data } from '../../model/registry.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { cleanText, SEEN } from '../../model/text.ts'
import { isWithin, type Unit, type UnitLookup, unitAndAbove } from '../../model/unit.ts'
import type { Sql, Transaction } from '../database/database.ts'
import { addAudit } from '../database/query/audit.ts'
import { findFeedOf } from '../database/query/feed.ts'
import { addMachineToken } from '../database/query/machine-token.ts'
import { everyRecord } from '../database/query/record.ts'
import { sha256 } from '../hash.ts'
import { makeMachineToken } from '../machine-token.ts'
import type { Ended, Office, Options } from './command.ts'

export const tokenOptions = ['name', 'unit', 'programme', 'until', 'whole']

interface Wanted {
  name: string
  unit: Unit
  province: string
  /** As they were named: by plan or by record. */
  programmes: string[]
  until: string
  whole: boolean
}

export async function addToken(office: Office, options: Options): Promise<Ended> {
  const wanted = readWanted(office, options)
  if (!wanted.ok) return { code: 2, lines: wanted.problem }
  return office.database.write((sql) => add(sql, office, wanted.value))
}

function readWanted({ units, edges }: Office, options: Options): Result<Wanted, string[]> {
  const { unit: code = '', programme = '', until = '' } = options
  const name = cleanText(options['name'] ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const unit = units.byCode(code)
  const province = unit && unitAndAbove(unit.id, units.lookup).find(({ level }) => level === 'province')
  const problems = [
    ...tokenOptions.flatMap((option) => (option !== 'whole' && options[option] === undefined ? [`--${option} is missing.`] : [])),
    ...(options['name'] !== undefined && (name.length > MOST_NAME || !SEEN.test(name)) ? [`--name must be a label of at most ${MOST_NAME} characters.`] : []),
    ...(code !== '' && !province ? [`There is no unit with the code "${code}" today.`] : []),
    ...(until !== '' && !isDate(until) ? [`--until must be a date like 2027-12-31, not "${until}".`] : []),
    ...(isDate(until) && until < dateInVietnam(edges.now()) ? [`--until ${until} is over already.`] : []),
  ]
  if (problems.length > 0 || !unit || !province) return failed(problems)
  const programmes = programme.split(',').map((one) => one.trim())
  return ok({ name, unit, province: province.id, programmes, until, whole: options['whole'] !== undefined })
}

const MOST_NAME = 120

async function add(sql: Transaction, { edges, units }: Office, wanted: Wanted): Promise<Ended> {
  const { name, unit, province, until, whole } = wanted
  const feed = (await findFeedOf(sql, province))?.id
  const here = feed === undefined ? [] : await programmesFor(sql, feed, unit, units.lookup)
  const unknown = wanted.programmes.filter((one) => !here.some((adopted) => isNamed(adopted, one)))
  if (feed === undefined || unknown.length > 0)
    return { code: 2, lines: [...unknown.map((one) => `${unit.name} has no programme "${one}".`), ...thereAre(here)] }
  const programmes = here.filter((adopted) => wanted.programmes.some((one) => isNamed(adopted, one)))
  const { now, random, newId } = edges
  const [id, token] = [newId(), makeMachineToken(random)]
  const scope = { unit: unit.id, programmes: programmes.map((one) => one.id), small: whole, to: until }
  await addMachineToken(sql, { id, feed, name, hash: sha256(token), ...scope, madeAt: now() })
  await addAudit(sql, { id: newId(), at: now(), event: 'token-made', detail: { token: id, name, ...scope } })
  return {
    code: 0,
    lines: [
      `${name}: figures of ${unit.name} (${unit.code}) until ${until}, ${whole ? 'small groups and sums by day among them' : 'without small groups'}`,
      ...programmes.map(programmeLine),
      `Token, said this once: ${token}`,
    ],
  }
}

interface AdoptedHere {
  id: string
  pack: unknown
  name: string
}

/** Those that hold for the unit or for one below it, and were not removed. */
async function programmesFor(sql: Sql, feed: string, { id: unit }: Unit, lookup: UnitLookup): Promise<AdoptedHere[]> {
  const found: AdoptedHere[] = []
  for await (const { id, fields, removed } of everyRecord(sql, feed, { kinds: ['programme'] })) {
    const { name, pack, unit: of } = fields as Data<'programme'> // validated as one before it was stored
    if (!removed && (isWithin(unit, of, lookup) || isWithin(of, unit, lookup))) found.push({ id, name, pack: pack['id'] })
  }
  return found
}

const isNamed = ({ id, pack }: AdoptedHere, name: string): boolean => id === name || pack === name

const programmeLine = ({ id, pack, name }: AdoptedHere): string => `  ${id} · ${pack} · ${name}`

const thereAre = (here: readonly AdoptedHere[]): string[] =>
  here.length === 0 ? ['No programme was adopted there yet: npm run admin -- adopt'] : ['Those there are:', ...here.map(programmeLine)]
