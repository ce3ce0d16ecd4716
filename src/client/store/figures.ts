// What figures are worked out from on this phone. An office counts with the summaries that the server told and what it has not
// brought home itself; everybody else with the phone's own summaries of the commune's records, which hold both.

import { Dexie } from 'dexie'
import { isKindName, type KindName } from '../../model/registry.ts'
import type { Cell } from '../../programme/cell.ts'
import { contributions, countedKinds } from '../../programme/contribution.ts'
import { byDay, refined } from '../../programme/cut.ts'
import { type AnyHeld, type Figures, figuresFromRecords, figuresFromSummaries, kindsBeside } from '../../programme/figures.ts'
import type { Dates } from '../../programme/period.ts'
import { changesOf, lastOf, summarise } from '../../programme/summary.ts'
import { cellsWithin } from '../../programme/unit-tree.ts'
import type { Store } from './database.ts'
import { keptInMemory } from './kept-in-memory.ts'
import { readMeta } from './meta.ts'
import { entriesInState } from './outbox.ts'
import { listRecords } from './read.ts'
import { serverOf } from './refold.ts'
import type { Shown } from './shown.ts'
import type { ChangeState, StoredRecord } from './stored.ts'

/** `asOf`: the moment up to which this phone's copy is known to be complete, ms since 1970. */
export type FiguresAsked = Pick<Figures, 'area' | 'asOf'>

/** By half-month: what is asked for other dates says that it can't be told ("not aligned"). */
export const readFigures = (store: Store, asked: FiguresAsked): Promise<Figures> => inOneView(store, () => figuresIn(store, asked))

/**
 * For live queries, which ask again as soon as anything is another, so that half an answer is soon a whole one. They can't have the
 * one view: Dexie says of a transaction within them that it ended too soon. The query has to be an async function itself; of any other
 * Dexie follows only what is read before the first await.
 */
export const readFiguresLive = (store: Store, asked: FiguresAsked): Promise<Figures> => figuresIn(store, asked)

/** What was refused counts as the server has it: nobody but this phone knows of the change, and it may never be taken as it is. */
async function figuresIn(store: Store, { area, asOf }: FiguresAsked): Promise<Figures> {
  const [held, unsent, refused] = await Promise.all([heldFigures(store), unsentOfOffice(store), changesIn(store, ['rejected'])])
  const shown = together(held.cells, unsent)
  return { ...held, cells: refused.length === 0 ? shown : changesOf(refused, shown), area, asOf }
}

const heldFigures = (store: Store): Promise<Figures> =>
  keptInMemory(store, 'figures', async () =>
    figuresFromSummaries(await heldCells(store), await recordsOf(store, kindsBeside), { area: '', asOf: 0, units: await store.units.toArray() }),
  )

/** For any two dates; without what was refused. Undefined where the server tells this account the sums of its province: the records are not on this phone. */
export const readFiguresByDay = (store: Store, asked: FiguresAsked): Promise<Figures | undefined> => inOneView(store, () => readFiguresByDayLive(store, asked))

/** The same for live queries. */
export const readFiguresByDayLive = async (store: Store, { area, asOf }: FiguresAsked): Promise<Figures | undefined> =>
  (await readsSummaries(store))
    ? undefined
    : figuresFromRecords(await takenRecords(store, [...countedKinds, ...kindsBeside]), { area, asOf, units: await store.units.toArray() })

/**
 * For dates that cut half-months, on the phone of an office: its sums, with those half-months day by day as the server tells them, and
 * what is not brought home yet. Undefined where the days do not come to the sums, because one of the two is newer.
 */
export const readFiguresCut = (store: Store, { area, asOf }: FiguresAsked, days: readonly Cell[], cut: readonly Dates[]): Promise<Figures | undefined> =>
  inOneView(store, async () => {
    const around = { area, asOf, units: await store.units.toArray() }
    const held = figuresFromSummaries(await store.summaries.toArray(), await recordsOf(store, kindsBeside), around)
    const cells = refined(cellsWithin(held.cells, held.units, area), days, cut)
    if (!cells) return undefined
    const { before, after } = await openStates(store)
    return { ...held, cells: byDay([...cells, ...after], before), grain: 'day' }
  })

/** Of records with changes on their way and none refused: what the server has of them, and what is shown. */
async function openStates(store: Store): Promise<{ before: Cell[]; after: Cell[] }> {
  const [open, refused] = await Promise.all([idsIn(store, ['waiting', 'acked']), idsIn(store, ['rejected'])])
  const records = await store.records.bulkGet([...open].filter((id) => !refused.has(id)))
  return { before: records.flatMap((record) => cellsOf(serverOf(record)?.row, record)), after: records.flatMap((record) => cellsOf(record, record)) }
}

const idsIn = async (store: Store, states: readonly ChangeState[]): Promise<Set<string>> =>
  new Set((await Promise.all(states.map((state) => entriesInState(store, state)))).flat().map(({ record }) => record))

/** Nothing that arrives meanwhile is half in the figures. Dexie keeps a transaction open over the awaits of a function that is async itself, and of no other. */
const inOneView = <T>(store: Store, read: () => Promise<T>): Promise<T> =>
  store.transaction('r', [store.records, store.outbox, store.units, store.meta, store.summaries, store.localSummaries], async () => read())

/** Removed ones too: a village that was taken off the list keeps what was held there. */
async function recordsOf(store: Store, kinds: readonly KindName[]): Promise<AnyHeld[]> {
  const records = await Promise.all(kinds.map((kind) => listRecords(store, kind, { removed: true })))
  // Each was listed by its kind, which decides the type of its data.
  return records.flat() as AnyHeld[]
}

/** What was refused the server may never take as it is. */
const takenRecords = async (store: Store, kinds: readonly KindName[]): Promise<AnyHeld[]> => {
  const records = await recordsOf(store, kinds)
  // They were listed as they are shown.
  return records.filter((record) => (record as unknown as Shown).state !== 'attention')
}

/** Sums by half-month: a cell's date is the 1st or the 15th. Sorted by unit, date and organisation. */
export async function readCells(store: Store): Promise<readonly Cell[]> {
  const [held, unsent] = await Promise.all([heldCells(store), unsentOfOffice(store)])
  return together(held, unsent)
}

/** As they are stored they are sums already, one for each key and in the order of keys. */
const heldCells = (store: Store): Promise<Cell[]> =>
  keptInMemory(store, 'cells', async () => ((await readsSummaries(store)) ? store.summaries : store.localSummaries).toArray())

/** An office's own changes stand beside what it was told. */
const unsentOfOffice = async (store: Store): Promise<Cell[]> => ((await readsSummaries(store)) ? unsentChanges(store) : [])

const together = (held: readonly Cell[], unsent: readonly Cell[]): readonly Cell[] => (unsent.length === 0 ? held : summarise([...held, ...unsent]))

/** Unit → the civil date of its newest session that this phone knows of, whenever that was. */
export const readLastSessions = (store: Store): Promise<ReadonlyMap<string, string>> =>
  keptInMemory(store, 'last sessions', async () => {
    const told = (await readsSummaries(store)) ? await store.lastSessions.toArray() : []
    const last = new Map(told.map(({ unit, date }) => [unit, date]))
    // Wherever one was held, there is a sum.
    const units = new Set((await store.localSummaries.toCollection().primaryKeys()).map(([unit]) => unit))
    for (const [unit, date] of await newestSessions(store, [...units])) {
      const newest = lastOf([last.get(unit), date])
      if (newest !== undefined) last.set(unit, newest)
    }
    return last
  })

/** Unit → the civil date of the newest session that counts, found by the index. */
export async function newestSessions(
  store: Store,
  units: readonly string[],
  isCounted: (record: StoredRecord) => boolean = () => true,
): Promise<ReadonlyMap<string, string>> {
  const newest = await Promise.all(
    units.map((unit) =>
      store.records
        .where('[kind+unit+date]')
        .between(['session', unit, Dexie.minKey], ['session', unit, Dexie.maxKey])
        .reverse()
        .filter((record) => !record.removed && !record.odd && isCounted(record))
        .first(),
    ),
  )
  return new Map(newest.flatMap((record) => (record?.unit !== undefined && record.date !== undefined ? [[record.unit, record.date]] : [])))
}

/** Whether the server tells this account the sums of its province. */
const readsSummaries = async (store: Store): Promise<boolean> => (await readMeta(store, 'reads-summaries')) === true

/** What this phone's own changes add to what the server's summaries say, until those come back with them in it. */
const unsentChanges = (store: Store): Promise<Cell[]> => changesIn(store, ['waiting', 'acked', 'rejected'])

/** The difference between what is shown and what the server has, of the records with such changes. */
async function changesIn(store: Store, states: readonly ChangeState[]): Promise<Cell[]> {
  const open = await idsIn(store, states)
  if (open.size === 0) return []
  const records = await store.records.bulkGet([...open])
  return changesOf(
    records.flatMap((record) => cellsOf(serverOf(record)?.row, record)),
    records.flatMap((record) => cellsOf(record, record)),
  )
}

/** The server took what it has, so it is read with the same care as what is shown. */
function cellsOf(state: Pick<StoredRecord, 'kind' | 'data' | 'removed'> | undefined, record: StoredRecord | undefined): Cell[] {
  return state && !state.removed && !record?.odd && isKindName(state.kind) ? contributions(state.kind, state.data) : []
}
