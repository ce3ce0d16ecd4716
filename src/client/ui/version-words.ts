// How the versions of a question are told apart: whose each is, when it was made, and the lines in which they differ.

import type { KindName } from '../../model/registry.ts'
import { formatMoment } from '../../text/format.ts'
import type { Translate } from '../../text/translate.ts'
import { useLive } from '../store/live.ts'
import { listOwnChanges, type OwnChange } from '../store/outgoing.ts'
import { useMe } from './actor.ts'
import { useApp, useWords } from './context.ts'
import type { Question, Version } from './decision.ts'
import { type FactRow, useFactRows } from './fact-rows.ts'
import type { VersionLine } from './part/version-card.tsx'
import { fieldLabel } from './words.ts'

export interface VersionWords {
  /** What the question is about. */
  title: (kind: KindName, question: Question) => string
  who: (question: Question, version: Version, keep: boolean) => string
  when: (question: Question, version: Version) => string | undefined
  /** The lines of each version, in the order of the versions, and what all of them say alike. */
  lines: (kind: KindName, question: Question) => { differing: VersionLine[][]; alike: string }
  /** Whether a change was made on this phone. */
  isOwn: (change: string) => boolean
}

/** Undefined until everything is read that has a name. */
export function useVersionWords(record: string): VersionWords | undefined {
  const t = useWords()
  const { store, environment } = useApp()
  const { identity } = useMe()
  const { rowsOf, isReady } = useFactRows()
  const own = useLive(() => listOwnChanges(store, record), [record])
  if (!own || !isReady) return undefined
  const isOwn = (change: string) => own.some(({ id }) => id === change)
  return {
    isOwn,
    title: (kind, { names }) => names.map((name) => fieldLabel(t, kind, [name])).join(', '),
    who: (question, version, keep) => whose(t, version, isOwn(question.standing), identity.account)[keep ? 0 : 1],
    when: (question, { conflict }) => {
      const madeHere = own.find(({ id }: OwnChange) => id === question.standing)
      if (conflict) return t('decide.arrived-at', { time: formatMoment(conflict.at, environment.now()) })
      return madeHere && t('decide.saved-at', { time: formatMoment(madeHere.at, environment.now()) })
    },
    lines: (kind, { versions }) => compared(versions.map(({ fields }) => rowsOf(kind, fields))),
  }
}

function whose(t: Translate, { conflict }: Version, isStandingOwn: boolean, account: string): [keep: string, read: string] {
  if (!conflict) {
    return isStandingOwn ? [t('decide.keep-this-phone'), t('decide.this-phone')] : [t('decide.keep-standing'), t('decide.standing')]
  }
  const { name } = conflict
  if (conflict.account !== account) return [t('decide.keep-theirs', { name }), t('decide.theirs', { name })]
  return isStandingOwn ? [t('decide.keep-other-phone'), t('decide.other-phone')] : [t('decide.keep-mine'), t('decide.mine')]
}

function compared(versions: readonly FactRow[][]): { differing: VersionLine[][]; alike: string } {
  const labels = new Map(versions.flat().map(({ key, label }) => [key, label]))
  const many = new Set(versions.flat().flatMap(({ key, isOneOfMany }) => (isOneOfMany ? key : [])))
  const textIn = (rows: readonly FactRow[], key: string): string | undefined => rows.find((row) => row.key === key)?.text
  const isAlike = (key: string): boolean => new Set(versions.map((rows) => textIn(rows, key))).size === 1
  const apart = [...labels].filter(([key]) => !isAlike(key))
  const alike = [...labels].filter(([key]) => isAlike(key) && !many.has(key)).map(([key, label]) => `${label} ${textIn(versions[0] ?? [], key)}`)
  // One line needs no label where the question has it.
  const labelled = apart.length > 1 || alike.length > 0 || many.size > 0
  return {
    differing: versions.map((rows) => apart.map(([key, label]) => ({ label: labelled ? label : '', text: textIn(rows, key) }))),
    alike: alike.join(' · '),
  }
}
