// What a change's author had seen of the record, and what others did to it that she had not (docs/protocol.md, "Merging").
// Pure: the record's history and the line of epochs are given.

import type { Fields } from '../../model/record.ts'

/** A version, in the words of the history it was given out in. */
export interface Version {
  epoch: string
  version: number
}

/** What one change of the history did to the record, oldest first. */
export interface Past {
  id: string
  base: Version | null
  version: number
  seq: number
  account: string
  accountName: string
  device: string | undefined
  n: number | undefined
  at: number
  /** Field → value, null where it was taken away. */
  set: Fields
  /** True where it removed the record, false where it brought it back. */
  removed?: boolean
  /** The version it had made in a history that was lost. */
  was?: Version
}

export interface EpochLine {
  current: string
  /** Up to which seq today's history is also that epoch's; undefined for one that was never this server's. */
  sharedUpTo(epoch: string): number | undefined
}

export interface Seeing {
  base: Version | null
  was?: Version | undefined
  line: EpochLine
  isOwn(past: Past): boolean
}

export interface Seen {
  /** The record as she saw it, with what she did to it since. */
  base: Fields
  /** Field → who set it last, where that was another and unseen. */
  touched: ReadonlyMap<string, Past>
  removedBy: Past | undefined
  editedBy: Past | undefined
  /** Others did anything at all since. */
  isAlone: boolean
  /** Fields, or its being there, that changes made on top of this one have set already. */
  superseded: ReadonlySet<string>
  isStateSuperseded: boolean
  /** Changes that came after this one in the history that both come from, and had not seen it. */
  crossed: readonly Past[]
}

export const seesAll = (fields: Fields): Seen => ({
  base: fields,
  touched: new Map(),
  removedBy: undefined,
  editedBy: undefined,
  isAlone: true,
  superseded: new Set(),
  isStateSuperseded: false,
  crossed: [],
})

export function seenOf(history: readonly Past[], seeing: Seeing): Seen {
  const isSeen = seenBy(seeing)
  const later = history.filter((past) => isLater(past, seeing.was))
  const onTop = later.filter((past) => seeing.isOwn(past) || hasSeen(past, seeing.was))
  const crossed = later.filter((past) => !onTop.includes(past))
  const unseen = history.filter((past) => !isSeen(past) && !later.includes(past))
  const others = unseen.filter((past) => !seeing.isOwn(past))
  const strangers = [...others, ...crossed].sort((a, b) => a.version - b.version)
  const known = history.filter((past) => isSeen(past) || (unseen.includes(past) && !others.includes(past)))
  return {
    base: Object.assign({}, ...known.map(({ set }) => set)),
    touched: lastTouches(unseen, others),
    removedBy: strangers.findLast(({ removed }) => removed === true),
    editedBy: strangers.findLast(({ set, removed }) => removed === false || (removed === undefined && Object.keys(set).length > 0)),
    isAlone: strangers.length === 0,
    superseded: new Set(onTop.flatMap(({ set }) => Object.keys(set))),
    isStateSuperseded: onTop.some(({ removed }) => removed !== undefined),
    crossed,
  }
}

/** Changes that came after this one in the history that both come from. */
const isLater = ({ was: other }: Past, was: Version | undefined): boolean =>
  was !== undefined && other !== undefined && other.epoch === was.epoch && other.version > was.version

const hasSeen = ({ base }: Past, was: Version | undefined): boolean => base !== null && base.epoch === was?.epoch && base.version >= was.version

function seenBy({ base, line }: Seeing): (past: Past) => boolean {
  if (base === null) return () => false
  if (base.epoch === line.current) return ({ version }) => version <= base.version
  const shared = line.sharedUpTo(base.epoch)
  // A base of a history that was never this server's says nothing about it.
  if (shared === undefined) return () => false
  return ({ version, seq, was }) => (was?.epoch === base.epoch ? was.version <= base.version : seq <= shared && version <= base.version)
}

/** Where her own device was the last to set a field, she knows what stands there. */
function lastTouches(unseen: readonly Past[], others: readonly Past[]): Map<string, Past> {
  const last = new Map<string, Past>()
  for (const past of unseen) for (const name of Object.keys(past.set)) last.set(name, past)
  return new Map([...last].filter(([, past]) => others.includes(past)))
}
