// Makes an account and its invitation, or invites an account that there is once more. On an empty server it also makes what
// the first account stands on: the server's identity, the province's feed and the organisation's record.

import { dateInVietnam } from '../../model/civil-date.ts'
import { type Role, roles } from '../../model/permission.ts'
import { organisationTypes } from '../../model/terms.ts'
import { type Unit, type UnitLevel, unitAndAbove } from '../../model/unit.ts'
import { validate } from '../../model/validate.ts'
import type { Sql } from '../database/database.ts'
import { addAccount, findAccount, isRole } from '../database/query/account.ts'
import { lockFeed, makeFeedOf } from '../database/query/feed.ts'
import { getIdentity } from '../database/query/identity.ts'
import { findOrganisation } from '../database/query/record.ts'
import { foundServer } from '../found-server.ts'
import { enrolLink, spacedCode } from '../greeting.ts'
import { type MadeInvitation, invite as makeInvitation } from '../invitation.ts'
import { addOwnRecord } from '../own-record.ts'
import { createPlaceBook } from '../places.ts'
import type { Command, Ended, Office, Options } from './command.ts'

const levels: Record<Role, readonly UnitLevel[]> = {
  collaborator: ['commune'],
  official: ['commune'],
  province: ['province'],
  observer: ['commune', 'province'],
}

interface Invited {
  role: Role
  unit: Unit
  province: Unit
  name: string
  organisation: { name: string; type: string; unit: string }
}

const asNew = ['role', 'unit', 'organisation', 'organisation-type', 'name']

export const invite: Command = {
  founds: ({ account }) => account === undefined,
  options: [...asNew, 'account'],
  run: async (office, options) => {
    if (options['account'] !== undefined) return inviteAgain(office, options['account'], options)
    const problems: string[] = []
    const invited = readInvited(office, options, problems)
    if (!invited || problems.length > 0) return { code: 2, lines: problems }
    const { newId, now, subtle } = office.edges
    await foundServer(office.database, { practice: false, newId, now: now(), subtle })
    const made = await office.database.write((sql) => addInvited(sql, office, invited))
    return { code: 0, lines: [`${invited.name}: ${invited.role}, ${invited.unit.name} (${invited.unit.code})`, ...invitationLines(office, made)] }
  },
}

/** For another phone of a person, or in the place of one that was lost. */
async function inviteAgain(office: Office, account: string, options: Options): Promise<Ended> {
  const given = asNew.filter((option) => options[option] !== undefined)
  if (given.length > 0) return { code: 2, lines: [`--account invites an account as it is, so leave out ${given.map((option) => `--${option}`).join(', ')}.`] }
  return office.database.write(async (sql) => {
    const known = await findAccount(sql, account)
    if (!known) return { code: 2, lines: [`There is no account ${account}. Those there are: npm run admin -- accounts`] }
    return { code: 0, lines: [known.name, ...invitationLines(office, await makeInvitation(sql, account, office.edges))] }
  })
}

const invitationLines = ({ address }: Office, { secret, code }: MadeInvitation): string[] => [
  `Đường dẫn · Link (7 ngày · days): ${enrolLink(address, secret)}`,
  `Mã · Code (24 giờ · hours):       ${spacedCode(code)}`,
]

function readInvited({ units }: Office, options: Record<string, string>, problems: string[]): Invited | undefined {
  const { role = '', unit: code = '', organisation = '', name = '', 'organisation-type': type = 'other' } = options
  for (const option of ['role', 'unit', 'organisation', 'name']) if (!options[option]) problems.push(`--${option} is missing.`)
  if (role && !isRole(role)) problems.push(`There is no role "${role}"; the roles are ${roles.join(', ')}.`)
  const unit = units.byCode(code)
  if (code && !unit) problems.push(`There is no unit with the code "${code}" today.`)
  const province = unit && unitAndAbove(unit.id, units.lookup).find(({ level }) => level === 'province')
  if (isRole(role) && unit && !levels[role].includes(unit.level))
    problems.push(`The role ${role} is held on a ${levels[role].join(' or ')}, and ${unit.name} is a ${unit.level}.`)
  if (name.length > 120) problems.push('--name has more than 120 characters.')
  if (!isRole(role) || !unit || !province) return undefined
  return { role, unit, province, name, organisation: readOrganisation({ name: organisation, type, unit: unit.id }, units, problems) }
}

function readOrganisation(given: Invited['organisation'], units: Office['units'], problems: string[]): Invited['organisation'] {
  const checked = validate('organisation', { ...given }, { unit: units.lookup })
  if (checked.ok) return checked.value
  const wrong = checked.problem.map(({ path }) => path[0])
  if (wrong.includes('type')) problems.push(`There is no organisation type "${given.type}"; the types are ${organisationTypes.join(', ')}.`)
  if (wrong.includes('name') && given.name) problems.push('--organisation must be a name of at most 160 characters.')
  return given
}

async function addInvited(sql: Sql, { units, edges }: Office, { role, unit, province, name, organisation }: Invited): Promise<MadeInvitation> {
  const { newId, now } = edges
  const feed = await makeFeedOf(sql, province.id, newId)
  await lockFeed(sql, feed)
  const known = await findOrganisation(sql, feed, unit.id, organisation.name)
  const body = known?.id ?? newId()
  const account = newId()
  await addAccount(sql, { account, feed, name, organisation: body, roles: [{ role, unit: unit.id, from: dateInVietnam(now()) }] }, now())
  const { epoch } = await getIdentity(sql)
  const feeding = { sql, feed, epoch, places: await createPlaceBook(units.lookup).open(sql, feed), newId }
  if (!known) await addOwnRecord(feeding, { id: body, kind: 'organisation', author: account, at: now(), data: organisation })
  return makeInvitation(sql, account, edges)
}
