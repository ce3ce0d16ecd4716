// Adopts a plan for a province or a commune: one that is shipped, or a file that somebody wrote. It becomes a record like any
// other, so phones pull it and the office may take it away again.

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { dateInVietnam } from '../../model/civil-date.ts'
import type { Data } from '../../model/registry.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { type Unit, unitAndAbove } from '../../model/unit.ts'
import { validate } from '../../model/validate.ts'
import { adoptPack } from '../../programme/adopt-pack.ts'
import type { Pack } from '../../programme/pack.ts'
import { isPackId, loadPack, packs } from '../../programme/packs.ts'
import { packProblemText, readPack } from '../../programme/read-pack.ts'
import type { Sql } from '../database/database.ts'
import { addAccount, findWithoutRole } from '../database/query/account.ts'
import { lockFeed, makeFeedOf } from '../database/query/feed.ts'
import { getIdentity } from '../database/query/identity.ts'
import { programmesOf } from '../database/query/record.ts'
import { addOwnRecord } from '../own-record.ts'
import { createPlaceBook } from '../places.ts'
import { adoptionLines } from './adoption-lines.ts'
import type { Command, Office } from './command.ts'

/** Whom phones name as the one who adopted it: an account that holds no role and is never invited. */
const OPERATOR = 'Người quản trị hệ thống'

interface Adopted {
  unit: Unit
  province: Unit
  data: Data<'programme'>
}

export const adopt: Command = {
  options: ['pack', 'file', 'unit', 'name'],
  switches: ['list'],
  tells: ({ list }) => (list === undefined ? undefined : { code: 0, lines: packs.map(({ id, name }) => `${id.padEnd(20)} ${name.vi} · ${name.en}`) }),
  run: async (office, options) => {
    const read = await readOptions(options)
    const pack = read.ok ? read.value : undefined
    const problems = read.ok ? [] : read.problem
    const adopted = readAdopted(office, options, pack, problems)
    if (!pack || !adopted || problems.length > 0) return { code: 2, lines: problems }
    const former = await office.database.write((sql) => addAdopted(sql, office, adopted, pack.id))
    const { unit, data } = adopted
    if (former !== undefined)
      return {
        code: 2,
        lines: [`${unit.name} (${unit.code}) has adopted ${pack.id} already, as "${former}". Its office has to remove that one in the app first.`],
      }
    return { code: 0, lines: adoptionLines(pack, unit, data) }
  },
}

async function readOptions({ pack: id, file }: Record<string, string>): Promise<Result<Pack, string[]>> {
  if (id === undefined && file === undefined) return failed(['Which plan? --pack ID (those of --list) or --file PLAN.json.'])
  if (id !== undefined && file !== undefined) return failed(['Give either --pack or --file, not both.'])
  if (file !== undefined) return readPlan(file)
  if (id !== undefined && isPackId(id)) return ok(await loadPack(id))
  return failed([`There is no plan "${id}"; there are ${packs.map((one) => one.id).join(', ')}.`])
}

function readPlan(file: string): Result<Pack, string[]> {
  try {
    const read = readPack(readFileSync(file, 'utf8'), basename(file))
    return read.ok ? read : failed(read.problem.map(packProblemText))
  } catch (error) {
    if (error instanceof Error && 'code' in error) return failed([`${file} can't be read: ${error.message}`])
    throw error
  }
}

function readAdopted({ units, edges }: Office, options: Record<string, string>, pack: Pack | undefined, problems: string[]): Adopted | undefined {
  const { unit: code, name } = options
  if (code === undefined) problems.push('--unit is missing: two digits for a province, five for a commune.')
  const unit = code === undefined ? undefined : units.byCode(code)
  if (code !== undefined && !unit) problems.push(`There is no unit with the code "${code}" today.`)
  const province = unit && unitAndAbove(unit.id, units.lookup).find(({ level }) => level === 'province')
  if (!pack || !unit || !province) return undefined
  const checked = validate('programme', adoptPack(pack, { unit: unit.id, name, adoptedOn: dateInVietnam(edges.now()) }), { unit: units.lookup })
  if (checked.ok) return { unit, province, data: checked.value }
  for (const { path } of checked.problem)
    problems.push(path[0] === 'name' ? '--name has more than 300 characters.' : `The plan can't be kept: its ${path.join('.')} is too long or not valid.`)
  return undefined
}

/** Gives the name of the programme that already stands for this plan; then nothing was written. */
async function addAdopted(sql: Sql, { units, edges }: Office, { unit, province, data }: Adopted, pack: string): Promise<string | undefined> {
  const { newId, now } = edges
  const feed = await makeFeedOf(sql, province.id, newId)
  await lockFeed(sql, feed)
  const former = (await programmesOf(sql, feed, unit.id)).find((one) => (one.pack as { id?: unknown }).id === pack) // any shape, as adopted
  if (former) return former.name
  const known = await findWithoutRole(sql, feed, OPERATOR)
  const author = known ?? newId()
  if (known === undefined) await addAccount(sql, { account: author, feed, name: OPERATOR, organisation: '', roles: [] }, now())
  const { epoch } = await getIdentity(sql)
  const feeding = { sql, feed, epoch, places: await createPlaceBook(units.lookup).open(sql, feed), newId }
  await addOwnRecord(feeding, { id: newId(), kind: 'programme', author, at: now(), data })
  return undefined
}
