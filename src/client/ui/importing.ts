// What can be imported from a file, and how a line of it becomes a record: the villages of one's commune, baselines of the
// province.

import { UNITS_SINCE } from '../../model/unit.ts'
import type { MessageKey } from '../../text/translate.ts'
import { type BaselineColumn, baselineColumns, readBaselines } from '../import/baseline-sheet.ts'
import type { Column, Head } from '../import/columns.ts'
import type { Line } from '../import/line.ts'
import type { ImportRow } from '../import/row.ts'
import { readVillages, type VillageColumn, villageColumns } from '../import/village-sheet.ts'
import type { Store } from '../store/database.ts'
import { listRecords } from '../store/read.ts'
import type { UnitBook } from '../store/units.ts'
import type { ImportKind } from './record-path.ts'

export type ColumnName = VillageColumn | BaselineColumn

export const columnWord = (name: ColumnName): MessageKey => `import.col.${name}`

/** What is told once for all lines that the file leaves open: a column's name → what was typed. */
export type Told = Partial<Record<ColumnName, string>>

interface Around {
  store: Store
  units: UnitBook
  /** The person's commune, else her province. */
  home: string
}

export interface Importable {
  kind: ImportKind
  title: MessageKey
  columns: readonly Column<ColumnName>[]
  /** Columns that may be told once, and how a civil date, a year or a text is asked for. */
  once: Partial<Record<ColumnName, 'date' | 'year' | 'text'>>
  told: Told
  /** A line of the model file under its headings. */
  model: readonly (string | number)[]
  /** Reads the lines below the head; what is held already is looked up now. */
  read(lines: readonly Line[], head: Head<ColumnName>, told: Told, around: Around): Promise<ImportRow[]>
}

const below = (lines: readonly Line[], { at }: Head<ColumnName>): { lines: readonly Line[]; first: number } => ({ lines: lines.slice(at + 1), first: at + 2 })

const villages: Importable = {
  kind: 'unit',
  title: 'import.villages',
  columns: villageColumns,
  once: { validFrom: 'date' },
  told: { validFrom: UNITS_SINCE },
  model: ['Thôn 1', 'Thôn', '', '01/07/2025'],
  read: async (all, head, told, { units, home }) => {
    const { lines, first } = below(all, head)
    const around = { commune: home, villages: units.villagesOf(home), unit: units.lookup, validFrom: told.validFrom ?? UNITS_SINCE }
    return readVillages(lines, first, head.places, around)
  },
}

const baselines: Importable = {
  kind: 'baseline',
  title: 'import.baselines',
  columns: baselineColumns,
  once: { year: 'year', source: 'text' },
  told: {},
  model: ['Xã A Lưới 1', '', 5200, 3400, 1650, 1300, 1250, 2025, 'Niên giám thống kê'],
  read: async (all, head, told, { store, units }) => {
    const { lines, first } = below(all, head)
    const held = await listRecords(store, 'baseline')
    const year = /^\d{4}$/.test(told.year ?? '') ? Number(told.year) : undefined
    return readBaselines(lines, first, head.places, {
      communes: units.communes,
      villagesOf: (commune) => units.villagesOf(commune),
      unit: units.lookup,
      baselines: held.map(({ data }) => data),
      year,
      source: told.source ?? '',
    })
  },
}

export const importables: Record<ImportKind, Importable> = { unit: villages, baseline: baselines }

/** Columns without which no line says anything, and that no column of the file was taken for. */
export const missingColumns = ({ columns }: Importable, { places }: Head<ColumnName>): ColumnName[] =>
  columns.filter(({ name, required }) => required && places[name] === undefined).map(({ name }) => name)
