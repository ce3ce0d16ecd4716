// Prints the audit: who was invited, enrolled, shut out and refused, who opened single records, which systems were told figures.

import { addDays, beginOfDay, dateInVietnam, isDate } from '../../model/civil-date.ts'
import { isWithin, type Unit, type UnitLookup } from '../../model/unit.ts'
import type { Sql } from '../database/database.ts'
import { type Account, listAccounts } from '../database/query/account.ts'
import { type ListedAudit, listAudit } from '../database/query/audit.ts'
import { listMachineTokens, type MachineToken } from '../database/query/machine-token.ts'
import { createPlaceBook } from '../places.ts'
import type { Command } from './command.ts'
import { momentText } from './moment.ts'

/** Without a day. */
const DAYS = 30

export const audit: Command = {
  options: ['since', 'unit'],
  run: async ({ database, units, edges }, { since = addDays(dateInVietnam(edges.now()), -DAYS), unit: code }) => {
    const area = code === undefined ? undefined : units.byCode(code)
    const problems = [
      ...(isDate(since) ? [] : [`--since must be a date like 2026-11-30, not "${since}".`]),
      ...(code === undefined || area ? [] : [`There is no unit with the code "${code}" today.`]),
    ]
    if (problems.length > 0) return { code: 2, lines: problems }
    return database.read(async (sql) => {
      const accounts = await listAccounts(sql)
      const lookup = await lookupOf(sql, accounts, units.lookup)
      const all = await listAudit(sql, beginOfDay(since))
      const found = area ? all.filter(isAbout(area, { accounts, tokens: await listMachineTokens(sql), lookup })) : all
      if (found.length === 0) return { code: 0, lines: [`Nothing is in the audit since ${since}${area ? ` about ${area.name}` : ''}.`] }
      return { code: 0, lines: found.map((entry) => lineOf(entry, lookup)) }
    })
  },
}

/** With the villages of every commune: records are opened of those, too. */
async function lookupOf(sql: Sql, accounts: readonly Account[], official: UnitLookup): Promise<UnitLookup> {
  const book = createPlaceBook(official)
  const lookups: UnitLookup[] = []
  for (const feed of new Set(accounts.map((account) => account.feed))) lookups.push((await book.open(sql, feed)).lookup)
  return (id) => official(id) ?? lookups.map((lookup) => lookup(id)).find((unit) => unit !== undefined)
}

interface Around {
  accounts: readonly Account[]
  tokens: readonly MachineToken[]
  lookup: UnitLookup
}

/** Of whom a role is or was held there or below, of a token that tells figures of it, or of a place there. */
function isAbout(area: Unit, { accounts, tokens, lookup }: Around): (entry: ListedAudit) => boolean {
  const isInside = (unit: unknown): boolean => typeof unit === 'string' && isWithin(unit, area.id, lookup)
  const people = accounts.filter(({ roles }) => roles.some(({ unit }) => isInside(unit))).map(({ account }) => account)
  const known = new Set<unknown>([...people, ...tokens.filter(({ unit }) => isInside(unit)).map(({ id }) => id)])
  return ({ account, detail }) => known.has(account) || known.has(detail['token']) || isInside(detail['unit'])
}

const lineOf = ({ at, event, account, accountName, device, detail }: ListedAudit, lookup: UnitLookup): string =>
  [
    momentText(at),
    event,
    ...(account === undefined ? [] : [accountName ?? account]),
    ...(device === undefined ? [] : [`device ${device}`]),
    ...Object.entries(detail).map(([name, value]) => `${name} ${name === 'unit' ? unitText(value, lookup) : said(value)}`),
  ].join(' · ')

function unitText(value: unknown, lookup: UnitLookup): string {
  const unit = typeof value === 'string' ? lookup(value) : undefined
  return unit ? [unit.name, ...(unit.code ? [`(${unit.code})`] : [])].join(' ') : said(value)
}

const said = (value: unknown): string => (typeof value === 'string' ? value : Array.isArray(value) ? value.map(said).join(', ') : JSON.stringify(value))
