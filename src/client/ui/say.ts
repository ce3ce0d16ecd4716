// What a list or a fact says of a record: words for units, codes, dates, numbers, and for other records their names. Never
// an id.

import type { KindName } from '../../model/registry.ts'
import type { Unit } from '../../model/unit.ts'
import { formatDate, formatDay, formatNumber } from '../../text/format.ts'
import type { Language, Translate } from '../../text/translate.ts'
import type { Store } from '../store/database.ts'
import { useLive } from '../store/live.ts'
import { listRecords } from '../store/read.ts'
import type { Shown } from '../store/shown.ts'
import { useMe } from './actor.ts'
import { useApp, useToday, useWords } from './context.ts'
import { measureName } from './measures.ts'
import { termName, unitName } from './words.ts'

export interface Say {
  t: Translate
  language: Language
  today: string
  unit: (id: string) => string
  /** Alone, where it is clear whose it is. */
  unitNamed: (unit: Unit) => string
  term: (list: string, code: string) => string
  date: (date: string) => string
  /** With its weekday. */
  day: (date: string) => string
  number: (value: number, decimals?: number) => string
  /** The name of a record that has one; plain words where this phone does not hold it. */
  record: (id: string) => string
  /** Removed ones too. */
  programmes: readonly Shown<'programme'>[]
  /** Of a programme: the record itself. */
  programme: (id: string) => Shown<'programme'> | undefined
}

/** Whatever other records refer to. */
const named = ['organisation', 'site', 'material', 'programme'] as const satisfies readonly KindName[]

const listNamed = async (store: Store): Promise<Shown[]> => (await Promise.all(named.map((kind) => listRecords(store, kind, { removed: true })))).flat()

/** Undefined until the names are read, so that no list is drawn with half of its words. */
export function useSay(): Say | undefined {
  const t = useWords()
  const today = useToday()
  const { store, units, preferences } = useApp()
  const { commune } = useMe()
  const records = useLive(() => listNamed(store), [])
  if (!records) return undefined
  const language = preferences.language.value
  const byId = new Map(records.map((record) => [record.id, record]))
  const programmes = records.filter((record): record is Shown<'programme'> => record.kind === 'programme')
  // Who works above communes has many a "Thôn 1".
  const placeName = (unit: Unit | undefined) =>
    !commune && unit?.level === 'village' ? `${unitName(unit, t)}, ${unitName(units.value.lookup(unit.parent ?? ''), t)}` : unitName(unit, t)
  return {
    t,
    language,
    today,
    unit: (id) => placeName(units.value.lookup(id)),
    unitNamed: (unit) => unitName(unit, t),
    term: (list, code) => (list === 'measure' ? measureName(code, programmes, t, language) : termName(t, list, code)),
    date: formatDate,
    day: (date) => formatDay(date, today, language),
    number: (value, decimals) => formatNumber(value, language, decimals),
    record: (id) => nameOf(byId.get(id)) ?? t('record.not-here'),
    programmes,
    programme: (id) => programmes.find((one) => one.id === id),
  }
}

const nameOf = (record: Shown | undefined): string | undefined => (record && 'name' in record.data ? record.data.name : undefined)
