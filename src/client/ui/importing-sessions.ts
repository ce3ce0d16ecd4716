// Earlier sessions out of a file: what its words may mean, and what the phone holds already.

import { registry } from '../../model/registry.ts'
import type { Translate } from '../../text/translate.ts'
import { type Named, namedBy } from '../import/code-named.ts'
import { sessionColumns } from '../import/session-columns.ts'
import { type ListName, lists, readSessions } from '../import/session-sheet.ts'
import { judgeOfNew } from '../store/imports.ts'
import { listRecords, listSessions } from '../store/read.ts'
import type { Shown } from '../store/shown.ts'
import type { Around, Importable } from './importing.ts'
import { termName } from './words.ts'

export const sessions: Importable = {
  kind: 'session',
  title: 'import.sessions',
  columns: sessionColumns,
  once: { commune: 'commune', sessionKind: 'list', form: 'list', topics: 'list', 'counts.method': 'list' },
  told: { sessionKind: 'community' },
  isLineByLine: true,
  model: (t) => ({
    date: '20/11/2026',
    unit: 'Thôn 1',
    form: termName(t, 'form', 'direct-talk'),
    topics: termName(t, 'topic', 'tricks'),
    'counts.total': 45,
    'counts.female': 30,
    'counts.method': t('part.counts.counted'),
  }),
  read: async ({ table, lines, first, head, told, pause }, around) => {
    const { store, environment, units, communes, organisation } = around
    const [judge, recorded, named] = await Promise.all([judgeOfNew(store, environment, units.lookup, 'session'), recordedOn(around), namesIn(around)])
    if (!judge) return []
    const { since1904 } = table
    const { villagesOf } = units
    return readSessions(lines, first, head.places, { communes, villagesOf, named, organisation, since1904, told, judge, recorded }, pause)
  },
}

/** Codes that such a column may hold, with the words for each. */
export function codesOf(name: ListName, t: Translate): [code: string, word: string][] {
  if (name === 'counts.method') return (['counted', 'estimated'] as const).map((code) => [code, t(`part.counts.${code}`)])
  if (name === 'organisation' || name === 'programme') return []
  const { ask } = registry.session.fields[name]
  return 'terms' in ask ? ask.of.map((code) => [code, termName(t, ask.terms, code)]) : []
}

async function namesIn({ store, languages }: Around): Promise<Record<ListName, Named>> {
  const [organisations, programmes] = await Promise.all([listRecords(store, 'organisation'), listRecords(store, 'programme')])
  const byName = (records: readonly { id: string; data: { name: string } }[]) => namedBy(records.map(({ id, data }) => [id, [data.name]]))
  const named = Object.fromEntries(lists.map((name) => [name, namedBy(inAll(languages.map((t) => codesOf(name, t))))]))
  return { ...(named as Record<ListName, Named>), organisation: byName(organisations), programme: byName(programmes) } // of all lists just above
}

/** Each code with its word in every language. */
function inAll(languages: readonly [string, string][][]): [string, string[]][] {
  const [first = []] = languages
  return first.map(([code], place) => [code, languages.map((codes) => codes[place]?.[1] ?? '')])
}

async function recordedOn({ store }: Around): Promise<(date: string, unit: string) => readonly Shown<'session'>[]> {
  const held = new Map<string, Shown<'session'>[]>()
  for (const session of await listSessions(store)) {
    const key = `${session.data.date} ${session.data.unit}`
    held.set(key, [...(held.get(key) ?? []), session])
  }
  return (date, unit) => held.get(`${date} ${unit}`) ?? []
}
