// Reads one value of a row as what its column holds. A column of another type is a bug or a broken database: it throws.

import type { SqlRow, SqlValue } from './database.ts'

const wrong = (name: string, value: SqlValue | undefined): Error => new Error(`Column ${name} holds ${value === undefined ? 'nothing' : typeof value}.`)

export function text(row: SqlRow, name: string): string {
  const value = row[name]
  if (typeof value !== 'string') throw wrong(name, value)
  return value
}

export function number(row: SqlRow, name: string): number {
  const value = row[name]
  if (typeof value !== 'number') throw wrong(name, value)
  return value
}

export const flag = (row: SqlRow, name: string): boolean => number(row, name) !== 0

export const textOrNone = (row: SqlRow, name: string): string | undefined => (row[name] === null ? undefined : text(row, name))

export const numberOrNone = (row: SqlRow, name: string): number | undefined => (row[name] === null ? undefined : number(row, name))
