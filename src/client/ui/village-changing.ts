// A change of villages while it is being entered: what it holds, what is still wrong with it, and keeping it.

import { useLocation } from 'preact-iso'
import { villageTypes } from '../../model/terms.ts'
import type { Unit } from '../../model/unit.ts'
import { fold } from '../../text/fold.ts'
import { changeVillages, undoVillageChange, type VillageChange, type VillagesChanged } from '../store/village-change.ts'
import { useApp, useWords } from './context.ts'
import { listPath } from './record-path.ts'
import type { VillageAct } from './village-act.ts'
import { problemSentence } from './words.ts'

type VillageType = (typeof villageTypes)[number]

export interface Draft {
  /** Merged with it. */
  others: readonly string[]
  /** What will be; two parts at least of one that is split. */
  names: readonly string[]
  type: VillageType
  /** The first civil date of what will be. */
  from: string | undefined
}

export interface Fault {
  at: 'others' | 'from' | `name-${number}`
  why: 'missing' | 'too early' | 'taken'
  /** The village that began no earlier. */
  unit?: Unit
}

export const emptyDraft = (act: VillageAct, village: Unit | undefined): Draft => ({
  others: [],
  names: act === 'split' ? ['', ''] : act === 'rename' || act === 'merge' ? [''] : [],
  type: villageTypes.find((type) => type === village?.type) ?? 'thon',
  from: undefined,
})

/** In the order of the screen. `old`: the villages it is about; `all`: those of the commune; `called`: by their names and types. */
export function faultsOf(act: VillageAct, draft: Draft, old: readonly Unit[], all: readonly Unit[], called: (unit: Unit) => string): Fault[] {
  if (act === 'stay') return []
  const { others, names, type, from } = draft
  // A name may go on with what a village becomes, but not to another that is there.
  const there = all.filter(({ id, validTo }) => validTo === undefined && (act === 'rename' || !old.some((one) => one.id === id)))
  const taken = [...there.map(called), ...names.map((name) => called(newVillage(name, type)))].map(fold)
  const isTaken = (name: string): boolean => taken.filter((one) => one === fold(called(newVillage(name, type)))).length > 1
  const wrongNames = names.flatMap((name, place): Fault[] => {
    if (name.trim() === '') return [{ at: `name-${place}`, why: 'missing' }]
    return isTaken(name) ? [{ at: `name-${place}`, why: 'taken' }] : []
  })
  const early = from === undefined ? undefined : old.find(({ validFrom }) => validFrom >= from)
  return [
    ...(act === 'merge' && others.length === 0 ? [{ at: 'others' as const, why: 'missing' as const }] : []),
    ...wrongNames,
    ...(from === undefined
      ? [{ at: 'from' as const, why: 'missing' as const }]
      : early
        ? [{ at: 'from' as const, why: 'too early' as const, unit: early }]
        : []),
  ]
}

/** As what does not exist yet is called. */
export const newVillage = (name: string, type: VillageType): Unit => ({ id: '', level: 'village', validFrom: '', type, name: name.trim() })

/** Of a draft without faults. */
export function villageChange(act: VillageAct, { names, type, from = '' }: Draft, old: readonly Unit[]): VillageChange {
  const villages = old.map(({ id }) => id)
  const [first = { name: '', type }, ...rest] = names.map((name) => ({ name: name.trim(), type }))
  if (act === 'rename' || act === 'merge') return { act, villages, from, becomes: [first] }
  if (act === 'split') return { act, villages, from, becomes: [first, ...rest] }
  return { act, villages, from, becomes: [] }
}

/** Kept as one act, which can be taken back for as long as the message stands. `sentence` is its reason in the history. */
export function useKeepChange() {
  const t = useWords()
  const { store, environment, units, toast, wakeSync } = useApp()
  const { route } = useLocation()
  return async (change: VillageChange, sentence: string): Promise<void> => {
    const done = await changeVillages(store, environment, units.value.lookup, change, sentence.slice(0, MOST_LETTERS))
    if (!done.ok) {
      toast.value = { text: done.problem.problems.map((problem) => problemSentence(t, problem)).join(' ') }
      return
    }
    wakeSync()
    toast.value = { text: t('village-act.done'), action: { label: t('action.undo'), run: () => void undo(done.value) } }
    route(listPath('unit'))
  }

  async function undo(changed: VillagesChanged): Promise<void> {
    const undone = await undoVillageChange(store, environment, units.value.lookup, changed, t('village-act.undone'))
    if (undone.ok) wakeSync()
    toast.value = { text: undone.ok ? t('village-act.undone') : undone.problem.problems.map((problem) => problemSentence(t, problem)).join(' ') }
  }
}

/** Of a reason (docs/protocol.md). */
const MOST_LETTERS = 500
