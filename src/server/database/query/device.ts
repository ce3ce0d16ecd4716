// Devices: which browser profile acts for which account, by the hash of its token.

import type { Sql, SqlRow } from '../database.ts'
import { number, numberOrNone, text, textOrNone } from '../row.ts'

export interface Device {
  account: string
  id: string
  /** The highest n up to which all of its changes are held. */
  received: number
  revokedAt: number | undefined
  /** The device that it was copied from. */
  forkedFrom: string | undefined
}

const toDevice = (row: SqlRow): Device => ({
  account: text(row, 'account'),
  id: text(row, 'id'),
  received: number(row, 'received'),
  revokedAt: numberOrNone(row, 'revoked_at'),
  forkedFrom: textOrNone(row, 'forked_from'),
})

export async function findDevice(sql: Sql, account: string, id: string): Promise<Device | undefined> {
  const row = await sql.get('SELECT account, id, received, revoked_at, forked_from FROM device WHERE account = ? AND id = ?', account, id)
  return row && toDevice(row)
}

export async function findDeviceByToken(sql: Sql, tokenHash: string): Promise<Device | undefined> {
  const row = await sql.get('SELECT account, id, received, revoked_at, forked_from FROM device WHERE token_hash = ?', tokenHash)
  return row && toDevice(row)
}

export interface NewDevice {
  account: string
  id: string
  tokenHash: string
  name: string | undefined
}

/** Adds the device, or gives a known one a new token: only the newest token of a device opens anything. */
export async function admitDevice(sql: Sql, { account, id, tokenHash, name }: NewDevice, nowMs: number): Promise<void> {
  await sql.run(
    `INSERT INTO device (account, id, token_hash, name, created_at, contact_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (account, id) DO UPDATE SET token_hash = excluded.token_hash, name = excluded.name, contact_at = excluded.contact_at, revoked_at = NULL`,
    account,
    id,
    tokenHash,
    name ?? null,
    nowMs,
    nowMs,
  )
}

export async function noteContact(sql: Sql, { account, id }: Pick<Device, 'account' | 'id'>, received: number, nowMs: number): Promise<void> {
  await sql.run('UPDATE device SET contact_at = ?, received = ? WHERE account = ? AND id = ?', nowMs, received, account, id)
}

/** Its changes are here, but not by itself: nobody has heard of it. */
export async function noteReceived(sql: Sql, { account, id }: Pick<Device, 'account' | 'id'>, received: number): Promise<void> {
  await sql.run('UPDATE device SET received = ? WHERE account = ? AND id = ?', received, account, id)
}

/** Ends a device's access at once. Gives how many rows that were open are now closed. */
export async function revokeDevice(sql: Sql, account: string, id: string, nowMs: number): Promise<number> {
  return sql.run('UPDATE device SET revoked_at = ? WHERE account = ? AND id = ? AND revoked_at IS NULL', nowMs, account, id)
}

/** The devices of an account, or those of that id, and whatever a copied profile made of them under new ids. */
export async function familyOf(sql: Sql, { account, device }: { account?: string; device?: string }): Promise<Device[]> {
  const rows = await sql.all(
    `WITH RECURSIVE family (account, id) AS (
       SELECT account, id FROM device WHERE account = ? OR id = ?
       UNION
       SELECT device.account, device.id FROM device JOIN family ON device.account = family.account AND device.forked_from = family.id
     )
     SELECT account, id, received, revoked_at, forked_from FROM device JOIN family USING (account, id) ORDER BY account, id`,
    account ?? null,
    device ?? null,
  )
  return rows.map(toDevice)
}

export type OpenDevice = Pick<ListedDevice, 'id' | 'name' | 'contactAt' | 'received'>

/** Those of one account that are not shut out, the one heard of last first. */
export async function openDevicesOf(sql: Sql, account: string): Promise<OpenDevice[]> {
  const rows = await sql.all('SELECT id, name, contact_at, received FROM device WHERE account = ? AND revoked_at IS NULL ORDER BY contact_at DESC, id', account)
  return rows.map((row) => ({
    id: text(row, 'id'),
    name: textOrNone(row, 'name'),
    contactAt: number(row, 'contact_at'),
    received: number(row, 'received'),
  }))
}

export interface HandingIn {
  /** Account and device: two accounts may share a phone. */
  id: string
  name: string | undefined
  person: string
  unit: string
  contactAt: number
}

/** Devices that are not shut out, of accounts that record in a province, once for each unit they do it for; the one heard of least lately first. */
export async function listHandingIn(sql: Sql, feed: string, today: string): Promise<HandingIn[]> {
  const rows = await sql.all(
    `SELECT device.account || ' ' || device.id AS id, device.name, account.name AS person, role.unit, device.contact_at
     FROM device JOIN account ON account.id = device.account JOIN role ON role.account = account.id
     WHERE account.feed = ? AND device.revoked_at IS NULL AND role.role IN ('collaborator', 'official')
       AND role.from_date <= ? AND (role.to_date IS NULL OR role.to_date >= ?)
     ORDER BY device.contact_at, device.id, role.unit`,
    feed,
    today,
    today,
  )
  return rows.map((row) => ({
    id: text(row, 'id'),
    name: textOrNone(row, 'name'),
    person: text(row, 'person'),
    unit: text(row, 'unit'),
    contactAt: number(row, 'contact_at'),
  }))
}

export interface ListedDevice {
  account: string
  accountName: string
  id: string
  name: string | undefined
  createdAt: number
  contactAt: number
  received: number
  revokedAt: number | undefined
}

export async function listDevices(sql: Sql): Promise<ListedDevice[]> {
  const rows = await sql.all(
    `SELECT device.account, account.name AS account_name, device.id, device.name, device.created_at, device.contact_at, device.received, device.revoked_at,
       device.forked_from
     FROM device JOIN account ON account.id = device.account ORDER BY device.contact_at DESC, device.id`,
  )
  return rows.map((row) => ({
    ...toDevice(row),
    accountName: text(row, 'account_name'),
    name: textOrNone(row, 'name'),
    createdAt: number(row, 'created_at'),
    contactAt: number(row, 'contact_at'),
  }))
}
