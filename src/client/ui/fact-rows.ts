// The fields of a record as lines of label and words, in the order of its kind: what was entered and nothing else.

import { isDate } from '../../model/civil-date.ts'
import { type Column, columnsOf, columnValue } from '../../model/columns.ts'
import { id } from '../../model/id.ts'
import type { Fields } from '../../model/record.ts'
import type { KindName } from '../../model/registry.ts'
import { formatDate, formatNumber } from '../../text/format.ts'
import { translateDynamic } from '../../text/translate.ts'
import { useApp, useWords } from './context.ts'
import { figureName } from './figure-name.ts'
import { packRows } from './pack-rows.ts'
import { useSay } from './say.ts'
import { fieldLabel, termName, unitName } from './words.ts'

export interface FactRow {
  /** The field, and the part of it where it has several. */
  key: string
  label: string
  text: string
  /** One of a great many: not named where all versions say it alike. */
  isOneOfMany?: true
}

/** `isReady`: the names of other records are read. */
export function useFactRows(): { rowsOf: (kind: KindName, fields: Fields) => FactRow[]; isReady: boolean } {
  const t = useWords()
  const { units, preferences } = useApp()
  const said = useSay()
  const language = preferences.language.value
  return { rowsOf, isReady: said !== undefined }

  function rowsOf(kind: KindName, fields: Fields): FactRow[] {
    return columnsOf(kind).flatMap((column) => {
      if (column.field === 'pack') return packLines(fields['pack'])
      if (column.field === 'figures') return figureLines(fields['figures'])
      const dated = column.field === 'statuses' ? datedStatuses(fields['statuses']) : undefined
      const value = dated ?? columnValue(fields, column)
      // An event is known by what it counts as; its id says nothing to anybody.
      if (value === undefined || value === null || (column.field === 'event' && column.part === 'id')) return []
      if (dated && column.part !== 'status') return []
      const path = column.part === '' || dated ? [column.field] : [column.field, column.part]
      return [{ key: path.join('.'), label: fieldLabel(t, kind, path), text: dated ?? say(kind, value, column) }]
    })
  }

  /** A plan is told by what an office may change of it, never by its code. */
  function packLines(pack: unknown): FactRow[] {
    if (typeof pack !== 'object' || pack === null) return []
    return packRows({ ...pack }, { t, language }).map((row) => ({ ...row, key: `pack.${row.key}`, isOneOfMany: true }))
  }

  function figureLines(figures: unknown): FactRow[] {
    if (!said || typeof figures !== 'object' || figures === null) return []
    return Object.entries(figures).map(([name, value]) => ({
      key: `figures.${name}`,
      label: figureName(name, said),
      text: formatNumber(Number(value), language),
      isOneOfMany: true,
    }))
  }

  /** All of them: two histories may end alike. */
  function datedStatuses(statuses: unknown): string | undefined {
    if (!Array.isArray(statuses)) return undefined
    return statuses.map(({ status, from }) => t('site.status-from', { status: termName(t, 'siteStatus', status), date: formatDate(from) })).join('; ')
  }

  function say(kind: KindName, value: unknown, column: Column): string {
    if (Array.isArray(value)) return value.map((one) => say(kind, one, column)).join(', ')
    if (typeof value === 'number') return column.field === 'year' ? String(value) : formatNumber(value, language)
    if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no')
    const text = String(value)
    if (column.terms) return said?.term(column.terms, text) ?? termName(t, column.terms, text)
    if (isDate(text)) return formatDate(text)
    const unit = units.value.lookup(text)
    if (unit) return unitName(unit, t)
    if (id.safeParse(text).success) return said?.record(text) ?? ''
    return translateDynamic(t, `part.${column.field}.${text}`, text)
  }
}
