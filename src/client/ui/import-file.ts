// The file that somebody imports, from choosing it to its records: what was read, which column is what, what each line comes to.

import { useEffect, useRef, useState } from 'preact/hooks'
import { languages, type Translate } from '../../text/translate.ts'
import { findHead, type Head, headingsKey } from '../import/columns.ts'
import type { FileFault } from '../import/file.ts'
import type { Table } from '../import/line.ts'
import type { ImportRow } from '../import/row.ts'
import { keepColumns, keptColumns } from '../store/import-columns.ts'
import type { UnitBook } from '../store/units.ts'
import { useMe } from './actor.ts'
import { type App, useApp } from './context.ts'
import { type ColumnName, columnsIn, type Importable, type Told } from './importing.ts'

interface Open {
  name: string
  table: Table
  head: Head<ColumnName>
  /** Its columns are those that were named by hand in such a file before. */
  isRemembered: boolean
  words: readonly Translate[]
}

type Opened = { state: 'none' | 'reading' } | { state: 'faulty'; fault: FileFault } | ({ state: 'open' } & Open)

/** `rows` are absent until they are read as the columns stand now; `done`: lines read so far. */
export type ImportFile = { take: (file: File) => void; setHead: (head: Head<ColumnName>) => void } & (
  | Exclude<Opened, { state: 'open' }>
  | ({ state: 'open'; rows: readonly ImportRow[] | undefined; done: number } & Open)
)

interface Read {
  opened: Opened
  told: Told
  units: UnitBook
  rows: readonly ImportRow[]
}

export function useImportFile(importable: Importable, told: Told): ImportFile {
  const app = useApp()
  const { store, environment, units: book } = app
  const { home, mayMake, identity } = useMe()
  const units = book.value
  const [opened, setOpened] = useState<Opened>({ state: 'none' })
  const [read, setRead] = useState<Read | undefined>(undefined)
  const [done, setDone] = useState(0)
  const newest = useRef(0)

  useEffect(() => {
    if (opened.state !== 'open') return
    const mine = ++newest.current
    const isNewest = () => mine === newest.current
    const { table, head, words } = opened
    const reading = { table, lines: table.lines.slice(head.at + 1), first: head.at + 2, head, told }
    const communes = units.communes.filter(({ id }) => mayMake(importable.kind, id))
    const around = { store, environment, units, home, communes, organisation: identity.scope.organisation, languages: words }
    const pause = async (lines: number): Promise<boolean> => {
      if (isNewest()) setDone(lines)
      await new Promise((drawn) => setTimeout(drawn))
      // What is read for an older choice comes too late.
      return isNewest()
    }
    importable.read({ ...reading, pause }, around).then((rows) => isNewest() && setRead({ opened, told, units, rows }))
    return () => {
      newest.current++
    }
  }, [opened, told, units])

  const take = (file: File): void => {
    setOpened({ state: 'reading' })
    void open(importable, file, app).then(setOpened)
  }
  const setHead = (head: Head<ColumnName>): void => {
    if (opened.state !== 'open') return
    setOpened({ ...opened, head, isRemembered: false })
    // Of a file without headings nothing tells the next.
    if (head.at >= 0) void keepColumns(store, { kind: importable.kind, headings: headingsKey(opened.table.lines, head), places: head.places })
  }
  if (opened.state !== 'open') return { ...opened, take, setHead }
  const isNow = read?.opened === opened && read.told === told && read.units === units
  return { ...opened, rows: isNow ? read.rows : undefined, done, take, setHead }
}

/** What reads Excel files weighs more than this screen: it is loaded with the first file. */
async function open(importable: Importable, file: File, { store, t, loadWords = async () => t.value }: App): Promise<Opened> {
  const { readTable } = await import('../import/file.ts')
  const words = (await Promise.all(languages.map((language) => loadWords(language)))).flatMap((loaded) => loaded ?? [])
  const columns = columnsIn(importable, words)
  const read = await readTable(file, (lines) => Object.keys(findHead(lines, columns).places).length)
  if (!read.ok) return { state: 'faulty', fault: read.problem }
  const table = read.value
  const found = findHead(table.lines, columns)
  // Hardly any table has no headings: if none is known, they stand in the first line.
  const head = found.at < 0 ? { ...found, at: 0 } : found
  const kept = await keptColumns(store, importable.kind, headingsKey(table.lines, head))
  const isRemembered = kept !== undefined
  return { state: 'open', name: file.name, table, head: isRemembered ? { ...head, places: kept } : head, isRemembered, words }
}
