// Lists the accounts with their roles, so that the other commands can name them.

import type { RoleOn } from '../../model/permission.ts'
import type { UnitLookup } from '../../model/unit.ts'
import { listAccounts } from '../database/query/account.ts'
import type { Command } from './command.ts'

export const accounts: Command = {
  options: [],
  run: async ({ database, units }) => {
    const found = await database.read(listAccounts)
    if (found.length === 0) return { code: 0, lines: ['There is no account yet.'] }
    const held = (roles: readonly RoleOn[]): string => (roles.length === 0 ? 'no role' : roles.map((role) => roleText(role, units.lookup)).join(', '))
    return { code: 0, lines: found.map(({ account, name, roles }) => `${account} · ${name} · ${held(roles)}`) }
  },
}

function roleText({ role, unit, from, to }: RoleOn, lookup: UnitLookup): string {
  const { name = unit, code = '' } = lookup(unit) ?? {}
  return `${role} ${name}${code && ` (${code})`} from ${from}${to === undefined ? '' : ` to ${to}`}`
}
