// What can be imported from a file, and how a line of it becomes a record: the villages of one's commune, baselines of the
// province, sessions that were held before.

import type { KindName } from '../../model/registry.ts'
import { UNITS_SINCE, type Unit } from '../../model/unit.ts'
import { fold } from '../../text/fold.ts'
import { parseWhole, typedNumber } from '../../text/format.ts'
import { type MessageKey, type Translate, translateDynamic } from '../../text/translate.ts'
import type { Environment } from '../environment.ts'
import { type BaselineColumn, baselineColumns, readBaselines } from '../import/baseline-sheet.ts'
import type { Column, Head } from '../import/columns.ts'
import type { Line, Table } from '../import/line.ts'
import type { ImportRow } from '../import/row.ts'
import type { SessionColumn } from '../import/session-columns.ts'
import type { Pause } from '../import/session-sheet.ts'
import { readVillages, type VillageColumn, villageColumns } from '../import/village-sheet.ts'
import type { Store } from '../store/database.ts'
import { judgeOfNew } from '../store/imports.ts'
import { listRecords } from '../store/read.ts'
import type { UnitBook } from '../store/units.ts'
import { sessions } from './importing-sessions.ts'
import type { ImportKind } from './record-path.ts'
import { fieldLabel } from './words.ts'

export type ColumnName = VillageColumn | BaselineColumn | SessionColumn

/** Of a kind's own field where the file has no word of its own for it. */
export const columnLabel = (t: Translate, kind: KindName, name: ColumnName): string =>
  translateDynamic(t, `import.col.${name}`, fieldLabel(t, kind, name.split('.')))

/** What is told once for all lines that the file leaves open: a column's name → what was typed, or the code that was chosen. */
export type Told = Partial<Record<ColumnName, string>>

export interface Around {
  store: Store
  environment: Environment
  units: UnitBook
  /** The person's commune, else her province. */
  home: string
  /** Where she may make such records. */
  communes: readonly Unit[]
  organisation: string
  /** The words of every language that is here. */
  languages: readonly Translate[]
}

export interface Reading {
  table: Table
  /** The lines below the head, and the number of the first. */
  lines: readonly Line[]
  first: number
  head: Head<ColumnName>
  told: Told
  pause: Pause
}

export interface Importable {
  kind: ImportKind
  title: MessageKey
  columns: readonly Column<ColumnName>[]
  /** Columns that may be told once, and how: a civil date, a year, a text, one of a list, one of her communes. */
  once: Partial<Record<ColumnName, 'date' | 'year' | 'text' | 'list' | 'commune'>>
  told: Told
  /** A line of the model file: a column's name → its cell. */
  model: (t: Translate) => Partial<Record<ColumnName, string | number>>
  /** The fields that each line of the preview tells. */
  shown?: readonly string[]
  /** Lines may be left out, and the first ones are shown whole. */
  isLineByLine?: true
  /** Reads the lines below the head; what is held already is looked up now. */
  read: (reading: Reading, around: Around) => Promise<ImportRow[]>
}

const villages: Importable = {
  kind: 'unit',
  title: 'import.villages',
  columns: villageColumns,
  once: { validFrom: 'date' },
  told: { validFrom: UNITS_SINCE },
  model: () => ({ name: 'Thôn 1', type: 'Thôn', validFrom: '01/07/2025' }),
  read: async ({ lines, first, head, told }, { store, environment, units, home }) => {
    const around = { commune: home, villages: units.villagesOf(home), unit: units.lookup, validFrom: told.validFrom ?? UNITS_SINCE }
    const judge = await judgeOfNew(store, environment, units.lookup, 'unit')
    return readVillages(lines, first, head.places, around).map((row) => {
      const judged = row.as === 'new' ? judge?.(row.fields) : undefined
      return row.as === 'new' && judged?.ok && judged.value.late ? { ...row, late: true } : row
    })
  },
}

const baselines: Importable = {
  kind: 'baseline',
  title: 'import.baselines',
  columns: baselineColumns,
  once: { year: 'year', source: 'text' },
  told: {},
  shown: ['people', 'households', 'year', 'source'],
  model: () => ({
    commune: 'Xã A Lưới 1',
    total: 5200,
    from14to60: 3400,
    female14to60: 1650,
    under16: 1300,
    households: 1250,
    year: 2025,
    source: 'Niên giám thống kê',
  }),
  read: async ({ lines, first, head, told }, { store, units }) => {
    const held = await listRecords(store, 'baseline')
    return readBaselines(lines, first, head.places, {
      communes: units.communes,
      villagesOf: (commune) => units.villagesOf(commune),
      unit: units.lookup,
      baselines: held.map(({ data }) => data),
      year: typedNumber(told.year ?? '', parseWhole),
      source: told.source ?? '',
    })
  },
}

export const importables: Record<ImportKind, Importable> = { unit: villages, baseline: baselines, session: sessions }

/** With the app's own words for them, in every language that is here: what was taken out of it comes in again. */
export const columnsIn = ({ kind, columns }: Importable, languages: readonly Translate[]): Column<ColumnName>[] =>
  columns.map((column) => ({ ...column, headings: [...column.headings, ...languages.map((t) => fold(columnLabel(t, kind, column.name)))] }))

/** Columns without which no line says anything, that no column of the file was taken for, and that were not told for all. */
export const missingColumns = ({ columns, once }: Importable, { places }: Head<ColumnName>, told: Told): ColumnName[] =>
  columns.filter(({ name, required }) => required && places[name] === undefined && !(once[name] && told[name])).map(({ name }) => name)
