// Ends a role of an account. What was recorded under it stays.

import { addDays, dateInVietnam, isDate } from '../../model/civil-date.ts'
import { roles } from '../../model/permission.ts'
import { endRole as endHeld, findAccount, isRole } from '../database/query/account.ts'
import { addAudit } from '../database/query/audit.ts'
import type { Command, Options } from './command.ts'

export const endRole: Command = {
  options: ['account', 'role', 'unit', 'on'],
  run: async ({ database, edges: { now, newId } }, options) => {
    const problems = problemsOf(options)
    const { account = '', role = '', unit: code = '', on } = options
    if (problems.length > 0 || !isRole(role)) return { code: 2, lines: problems }
    // A role holds on its last day too.
    const lastDay = on ?? addDays(dateInVietnam(now()), -1)
    return database.write(async (sql) => {
      const known = await findAccount(sql, account)
      if (!known) return { code: 2, lines: [`There is no account ${account}. Those there are: npm run admin -- accounts`] }
      const ended = await endHeld(sql, { account, role, code, lastDay })
      if (ended === 0) return { code: 2, lines: [`${known.name} holds no role ${role} on ${code} that goes on after ${lastDay}.`] }
      await addAudit(sql, { id: newId(), at: now(), event: 'role-ended', account, detail: { role, code, lastDay } })
      return { code: 0, lines: [`${known.name}: ${role} on ${code} ${on === undefined ? 'has ended' : `ends with ${on}`}.`] }
    })
  },
}

function problemsOf({ account, role, unit, on }: Options): string[] {
  const missing = Object.entries({ account, role, unit }).flatMap(([name, value]) => (value === undefined ? [`--${name} is missing.`] : []))
  const wrong = [
    ...(role === undefined || isRole(role) ? [] : [`There is no role "${role}"; the roles are ${roles.join(', ')}.`]),
    ...(unit === undefined || /^\d{2}(\d{3})?$/.test(unit) ? [] : [`--unit must be an official code of two or five digits, not "${unit}".`]),
    ...(on === undefined || isDate(on) ? [] : [`--on must be a date like 2026-11-30, not "${on}".`]),
  ]
  return [...missing, ...wrong]
}
