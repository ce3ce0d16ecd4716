// Accounts and the roles they hold on units.

import { type Actor, type Role, type RoleOn, roles } from '../../../model/permission.ts'
import type { Sql } from '../database.ts'
import { text, textOrNone } from '../row.ts'

export interface Account extends Actor {
  name: string
  feed: string
}

interface NewAccount extends Account {
  /** Whoever starts the server is given a link for it. */
  offered?: boolean
}

export async function addAccount(sql: Sql, { account, name, feed, organisation, offered = false, roles: held }: NewAccount, nowMs: number): Promise<void> {
  await sql.run(
    'INSERT INTO account (id, feed, name, organisation, offered, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    account,
    feed,
    name,
    organisation,
    offered ? 1 : 0,
    nowMs,
  )
  for (const { role, unit, from, to } of held) {
    await sql.run('INSERT INTO role (account, role, unit, from_date, to_date) VALUES (?, ?, ?, ?, ?)', account, role, unit, from, to ?? null)
  }
}

export async function getAccount(sql: Sql, id: string): Promise<Account> {
  const row = await sql.get('SELECT id, feed, name, organisation FROM account WHERE id = ?', id)
  if (!row) throw new Error('A device points to an account that does not exist.')
  return { account: text(row, 'id'), feed: text(row, 'feed'), name: text(row, 'name'), organisation: text(row, 'organisation'), roles: await rolesOf(sql, id) }
}

/** Every account with its roles, in the order of their names. */
export async function listAccounts(sql: Sql): Promise<Account[]> {
  const accounts: Account[] = []
  for (const row of await sql.all('SELECT id FROM account ORDER BY name, id')) accounts.push(await getAccount(sql, text(row, 'id')))
  return accounts
}

export async function findAccount(sql: Sql, id: string): Promise<Account | undefined> {
  return (await sql.get('SELECT id FROM account WHERE id = ?', id)) && getAccount(sql, id)
}

export interface EndedRole {
  account: string
  role: Role
  /** The unit's official code, of whatever time. */
  code: string
  /** The last day on which it holds. */
  lastDay: string
}

/** Gives how many roles end now that would have gone on. */
export async function endRole(sql: Sql, { account, role, code, lastDay }: EndedRole): Promise<number> {
  return sql.run(
    'UPDATE role SET to_date = ? WHERE account = ? AND role = ? AND substr(unit, 1, ?) = ? AND (to_date IS NULL OR to_date > ?)',
    lastDay,
    account,
    role,
    code.length + 1,
    `${code}@`,
    lastDay,
  )
}

/** The id of an account of that name that never held a role, or undefined. */
export async function findWithoutRole(sql: Sql, feed: string, name: string): Promise<string | undefined> {
  const row = await sql.get(
    'SELECT id FROM account WHERE feed = ? AND name = ? AND NOT EXISTS (SELECT 1 FROM role WHERE role.account = account.id)',
    feed,
    name,
  )
  return row && text(row, 'id')
}

/** In the order of the roles. */
export async function listOffered(sql: Sql): Promise<{ account: string; name: string }[]> {
  const rows = await sql.all(
    'SELECT account.id, account.name, role.role FROM account JOIN role ON role.account = account.id WHERE offered = 1 ORDER BY account.id',
  )
  const place = (role: string): number => (roles as readonly string[]).indexOf(role)
  const inOrder = rows.toSorted((a, b) => place(text(a, 'role')) - place(text(b, 'role')))
  return [...new Map(inOrder.map((row) => [text(row, 'id'), text(row, 'name')]))].map(([account, name]) => ({ account, name }))
}

async function rolesOf(sql: Sql, account: string): Promise<RoleOn[]> {
  const rows = await sql.all('SELECT role, unit, from_date, to_date FROM role WHERE account = ? ORDER BY from_date, role, unit', account)
  return rows.flatMap((row) => {
    const role = text(row, 'role')
    const to = textOrNone(row, 'to_date')
    // A role that this build doesn't know may do nothing.
    return isRole(role) ? [{ role, unit: text(row, 'unit'), from: text(row, 'from_date'), ...(to === undefined ? {} : { to }) }] : []
  })
}

export const isRole = (name: string): name is Role => (roles as readonly string[]).includes(name)
