// What the app itself writes comes back as it was: its CSV of sessions and its Excel file, in both languages.

import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { findHead } from '../../src/client/import/columns.ts'
import { readTable } from '../../src/client/import/file.ts'
import { sessionColumns } from '../../src/client/import/session-columns.ts'
import { readSessions } from '../../src/client/import/session-sheet.ts'
import { paperToExcel } from '../../src/client/report/excel/excel.ts'
import { recordTable } from '../../src/client/report/record-table.ts'
import { columnsIn, importables } from '../../src/client/ui/importing.ts'
import { fieldLabel } from '../../src/client/ui/words.ts'
import { addDays } from '../../src/model/civil-date.ts'
import { ages } from '../../src/model/counts.ts'
import type { Fields } from '../../src/model/record.ts'
import { sorted } from '../../src/model/record.ts'
import { forms, languages, materialKinds, partsOfDay, sessionKinds, targetGroups, topics } from '../../src/model/terms.ts'
import { cleanText } from '../../src/model/text.ts'
import { toCsv } from '../../src/text/csv.ts'
import type { Translate } from '../../src/text/translate.ts'
import { aLuoi1 } from '../fixture/land.ts'
import { unionPaper } from '../fixture/paper.ts'
import { around, dong, goOn, inEnglish, inVietnamese, plan, police, saidIn, tay, union } from '../fixture/session-table.ts'

/** As people's texts reach a record, and as a table keeps them: clean, and without spaces around. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) =>
    cleanText(text)
      .replace(/[\r\n\t]/g, ' ')
      .trim(),
  )
  // An apostrophe before such a sign is how a table marks a text; the sign alone is kept as it is.
  .filter((text) => /[^\s\p{DI}]/u.test(text) && !/^'[=+\-@]/.test(text) && text === text.normalize('NFC').trim())

const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })

const counts = fc
  .record({ female: fc.nat(3000), male: fc.nat(3000), minority: some(fc.nat(40)), isByAge: fc.boolean(), knowsSexes: fc.boolean() })
  .chain(({ female, male, minority, isByAge, knowsSexes }) => {
    const total = female + male
    return fc.record({ cut: fc.tuple(fc.nat(total), fc.nat(total), fc.nat(total)), method: fc.constantFrom('counted', 'estimated') }).map(({ cut, method }) => {
      const [a = 0, b = 0, c = 0] = [...cut].sort((x, y) => x - y)
      const byAge = Object.fromEntries(ages.map((name, place) => [name, [a, b - a, c - b, total - c][place]]))
      const part = minority === undefined ? {} : { minority: Math.min(minority, total) }
      return { total, ...(knowsSexes ? { female, male } : {}), ...(isByAge ? byAge : {}), ...part, method }
    })
  })

const listOf = <T>(of: readonly T[], minLength: number) => fc.uniqueArray(fc.constantFrom(...of), { minLength, maxLength: 4 })

const session: fc.Arbitrary<Fields> = fc
  .record({
    date: fc.nat(500).map((days) => addDays('2025-07-01', days)),
    partOfDay: some(fc.constantFrom(...partsOfDay)),
    unit: fc.constantFrom(dong.id, tay.id, aLuoi1),
    place: some(words),
    sessionKind: fc.constantFrom(...sessionKinds),
    form: fc.constantFrom(...forms),
    topics: listOf(topics, 1),
    counts,
    organisation: fc.constantFrom(union, police),
    host: some(fc.constantFrom(union, police)),
    partners: some(listOf([union, police], 1)),
    facilitators: some(words),
    languages: some(listOf(languages, 1)),
    targetGroups: some(listOf(targetGroups, 1)),
    programme: some(fc.constant(plan)),
    campaign: some(words),
    materials: some(
      listOf(materialKinds, 1).chain((kinds) =>
        fc.tuple(...kinds.map((kind) => fc.integer({ min: 1, max: 1_000_000 }).map((quantity) => ({ kind, quantity })))).map((all) => [...all]),
      ),
    ),
    note: some(words),
  })
  .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)))

/** The order of materials says nothing. */
const inOrder = (fields: Fields): unknown => {
  const materials = fields['materials'] as { kind: string }[] | undefined
  return sorted(
    materials
      ? { ...fields, materials: [...materials].sort((a, b) => materialKinds.indexOf(a.kind as never) - materialKinds.indexOf(b.kind as never)) }
      : fields,
  )
}

const tableOf = (records: readonly Fields[], t: Translate) =>
  recordTable(
    'session',
    records.map((data, place) => ({ id: String(place), data })),
    { heading: (path) => fieldLabel(t, 'session', path), say: saidIn(t), yes: t('form.yes'), no: t('form.no') },
  )

async function again(file: Blob): Promise<unknown[]> {
  const columns = columnsIn(importables.session, [inVietnamese, inEnglish])
  const table = await readTable(file, (lines) => Object.keys(findHead(lines, columns).places).length)
  if (!table.ok) throw new Error(table.problem)
  const { lines } = table.value
  const head = findHead(lines, columns)
  const rows = await readSessions(lines.slice(head.at + 1), head.at + 2, head.places as never, around({ told: {} }), goOn)
  return rows.map((row) => (row.as === 'new' ? inOrder(row.fields) : row))
}

test.prop([fc.array(session, { minLength: 1, maxLength: 8 }), fc.constantFrom(inVietnamese, inEnglish)], { numRuns: 60 })(
  'the CSV of a month’s sessions comes back as it was',
  async (records, t) => {
    expect(await again(new Blob([toCsv(tableOf(records, t))]))).toEqual(records.map(inOrder))
  },
)

test.prop([fc.array(session, { minLength: 1, maxLength: 5 }), fc.constantFrom(inVietnamese, inEnglish)], { numRuns: 15 })(
  'the same in the app’s own Excel file, on its own sheet after others',
  async (records, t) => {
    const [headings = [], ...rows] = tableOf(records, t)
    const columns = headings.map((heading) => ({ heading: String(heading), as: 'words' as const, width: 1 }))
    const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? { whole: cell } : isDay(cell) ? { date: cell } : { text: cell ?? '' })))
    const paper = { ...unionPaper(), annexes: [{ id: 'sessions', title: 'Các buổi', columns, rows: cells, notes: [] }] }
    expect(await again(new Blob([paperToExcel(paper)]))).toEqual(records.map(inOrder))
  },
)

const isDay = (cell: string | undefined): cell is string => /^\d{4}-\d{2}-\d{2}$/.test(cell ?? '')

test('every column that an import knows is a field of a session, or the commune', () => {
  const known = tableOf([], inVietnamese)[0] ?? []
  const labels = sessionColumns.map(({ name }) => (name === 'commune' ? '' : fieldLabel(inVietnamese, 'session', name.split('.'))))
  expect(labels.filter((label) => label !== '' && !known.includes(label))).toEqual([])
})
