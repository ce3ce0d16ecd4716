// What lies in the phone's tables. Shapes only.

import type { Conflict } from '../../model/merge.ts'
import type { Problem } from '../../model/problem.ts'
import type { Fields } from '../../model/record.ts'
import type { KindName } from '../../model/registry.ts'
import type { Unit } from '../../model/unit.ts'
import type { Cell } from '../../programme/cell.ts'
import type { HeardDevice } from '../../protocol/device-list.ts'
import type { KnownDevice } from '../../protocol/enrol.ts'
import type { Change } from '../../protocol/sync.ts'
import type { Identity } from './identity.ts'
import type { ToldLoss } from './loss.ts'
import type { Shown } from './shown.ts'

/** A record as the server told it, in words of any build: kinds and marks may be newer than this one. */
export interface ServerRow {
  id: string
  kind: string
  version: number
  removed: boolean
  author: string
  authorName: string
  createdAt: number
  changedAt: number
  /** When the person made it, and edited it last; absent where that was then. */
  madeAt?: number
  editedAt?: number
  marks: string[]
  /** Absent where there is nothing to decide. */
  conflicts?: Conflict[]
  /** The data model of `data`; a newer one than this build's is shown and not edited. */
  model?: number
  data: Fields
}

/** The shown state, and under it what it was folded from. */
export interface StoredRecord extends Omit<ServerRow, 'version'> {
  version: number | null
  state: Shown['state']
  problems: Problem[]
  /** For the indexes: the civil date and the unit of kinds that have them. */
  date?: string
  unit?: string
  /** Its data has a shape that this build doesn't know. */
  odd?: true
  /** It may be read here no more, and stays only until what is unsent of it is answered. */
  left?: true
  /** The server's row and the epoch it belongs to. Without `row` it says the same as the record itself. */
  server?: { epoch: string; version: number; row?: ServerRow }
}

/**
 * waiting → acked (the server has it, its row has not come back yet) → done; or waiting → rejected → mended (a later
 * change of the person took its place) or dropped (she took the server's version). held: the server keeps it until what it
 * stands on has come; it is asked for again and again. Nothing is ever taken out.
 */
export type ChangeState = 'waiting' | 'held' | 'acked' | 'done' | 'rejected' | 'mended' | 'dropped'

export interface OutboxEntry {
  id: string
  device: string
  n: number
  record: string
  kind: string
  state: ChangeState
  /** Not answered yet, but replaced or given up already: what a refusal then makes of it. It is sent all the same, n has no gaps. */
  settled?: 'mended' | 'dropped'
  /** As it is sent; never altered. */
  change: Change
  /** What the server answered, and under which epoch. */
  version?: number
  epoch?: string
  problems?: Problem[]
  answeredAt?: number
  /** While it is held: the record that has to come first. */
  waitsFor?: string
  /** The version it had made in a history that the server has lost; told when it is sent again. */
  was?: { epoch: string; version: number }
}

export interface Draft {
  key: string
  value: unknown
  at: number
}

/** Official units only; villages are records. */
export type StoredUnit = Unit

/** A sum of cells, sparse and in canonical form; its date is the first day of a half-month. */
export type StoredSummary = Cell

/** The newest session of a unit, as the server told it. */
export interface LastSession {
  unit: string
  date: string
}

/** The phones of this account's area and their last contact, as of the server's time `at`. */
export interface HeardDevices {
  account: string
  at: number
  devices: HeardDevice[]
}

/** Single values, by key. */
export interface MetaValues {
  identity: Identity
  /** This installation's id, made once. */
  device: string
  /** The last change made: n and id, so that the next one continues without a gap. */
  tip: { n: number; id: string }
  cursor: string
  /** Rows that could not even be told apart as records; kept for a build that can. */
  'odd-rows': unknown[]
  /** The form of the code that made the local summaries (SUMMARY_FORM). */
  'summary-form': number
  /** Another one each time that something is written of which figures are made. */
  'figures-stamp': number
  /** The server tells this account the summaries of its province. */
  'reads-summaries': true
  /** A reading from the start is under way, beside what is shown. */
  staging: true
  /** This build's number of the data model when it last read all records. */
  model: number
  /** When what lay here was last found to be something else than the server's check, and how often that was. */
  mismatch: { at: number; times: number }
  /** Another profile goes by this device's id: the id to go on under, and the last number in common. */
  fork: { fresh: string; after: number }
  loss: ToldLoss
  /** The account's other devices, told when this one enrolled with nothing on it, until the person has read it. */
  'earlier-devices': KnownDevice[]
  /** Sessions that this account begins others from, newest star first. */
  starred: { account: string; ids: string[] }
  /** What was imported on this phone, newest first, so that it can be undone as a whole. */
  imports: { account: string; made: Import[] }
  /** Which column of files with such headings was taken for what by hand, newest first. */
  'import-columns': { account: string; kept: ImportColumns[] }
  'heard-devices': HeardDevices
  /** Findings that the person looked at and found right, by their keys; newest last. */
  'seen-findings': { account: string; keys: string[] }
}

export interface Import {
  kind: KindName
  /** ms since 1970. */
  at: number
  file: string
  records: string[]
  undone?: true
}

export interface ImportColumns {
  kind: KindName
  headings: string
  /** A column's name → its place in a line. */
  places: Partial<Record<string, number>>
}

export interface MetaEntry {
  key: string
  value: unknown
}
