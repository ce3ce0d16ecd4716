// The sessions that a list shows, of all that lie on the phone: those that pass its filters and have the words searched for,
// and the forms begun and not saved.

import { useMemo } from 'preact/hooks'
import { dateParts } from '../../model/civil-date.ts'
import { fold, matches } from '../../text/fold.ts'
import { parseWhole } from '../../text/format.ts'
import { type Draft, listDrafts } from '../store/draft.ts'
import { useLive } from '../store/live.ts'
import type { Shown } from '../store/shown.ts'
import { type Me, useMe } from './actor.ts'
import { useApp, useToday, useWords } from './context.ts'
import { mayDecide } from './may-decide.ts'
import { datesOf, isListed, type ListState, type SessionFilter } from './session-filter.ts'
import { termName, unitName } from './words.ts'

type Session = Shown<'session'>

export function useFoundSessions(sessions: readonly Session[], filter: SessionFilter, text: string): Session[] {
  const { status, preferences } = useApp()
  const me = useMe()
  const today = useToday()
  const folded = useFolded()
  const isSending = status.value.at === 'sending'
  const dates = datesOf(filter, preferences.periodRule.value, today)
  const key = JSON.stringify([filter, dates])
  return useMemo(() => {
    const passes = (session: Session) => {
      const { date, unit, form } = session.data
      return isListed({ date, unit, form, state: stateOf(session, me, isSending), mine: session.mine }, filter, dates)
    }
    const words = text.split(/\s+/).filter((word) => word !== '')
    const isAsked = (session: Session) => words.every((word) => isSaidOf(session, folded(session), word))
    return sessions.filter((session) => passes(session) && isAsked(session))
  }, [sessions, key, text, isSending, folded])
}

/** A word begins one in its texts. A number is one of theirs or that of its people, 12/11 is its day: none is found by a part. */
function isSaidOf({ data: { date, counts } }: Session, folded: string, word: string): boolean {
  const bare = fold(word)
  if (!/^[\d ]+$/.test(bare)) return matches(folded, word)
  const [year, month, day] = dateParts(date)
  const parts = word.split('/').map(Number)
  const isDay = parts.length > 1 && parts.every((part, place) => part === [day, month, year][place])
  return isDay || parseWhole(word) === counts.total || ` ${folded} `.includes(` ${bare} `)
}

function stateOf(session: Session, me: Me, isSending: boolean): ListState {
  if (session.removed) return 'removed'
  if (mayDecide(me, session)) return 'attention'
  return session.state === 'waiting' && isSending ? 'sending' : session.state
}

/** Places, forms and topics are few and folded once; what was typed of each session once for as long as it stays. */
function useFolded(): (session: Session) => string {
  const t = useWords()
  const { units } = useApp()
  const book = units.value
  return useMemo(() => {
    const [terms, sessions] = [new Map<string, string>(), new WeakMap<Session, string>()]
    const once = <K extends string>(key: K, words: () => string) => terms.get(key) ?? put(terms, key, fold(words()))
    return (session) => {
      const { unit, place, form, topics } = session.data
      const known = sessions.get(session)
      if (known !== undefined) return known
      const named = [once(unit, () => unitName(book.lookup(unit), t)), fold(place ?? ''), once(`form ${form}`, () => termName(t, 'form', form))]
      return put(sessions, session, [...named, ...topics.map((topic) => once(`topic ${topic}`, () => termName(t, 'topic', topic)))].join(' '))
    }
  }, [book, t])
}

function put<K>(into: { set(key: K, value: string): unknown }, key: K, value: string): string {
  into.set(key, value)
  return value
}

/** A session's form that was begun: what it has so far. */
export interface Begun {
  /** As `draftPath` asks for it. */
  form: string
  at: number
  unit: string | undefined
}

export function useBegunSessions(filter: SessionFilter): Begun[] {
  const { store, preferences } = useApp()
  const today = useToday()
  const drafts = useLive(() => listDrafts(store), [])
  const dates = datesOf(filter, preferences.periodRule.value, today)
  return (drafts ?? []).flatMap(({ key, value, at }) => {
    if (!key.startsWith('session:')) return []
    const { date, unit, form } = fieldsOf(value)
    const passes = isListed({ date, unit, form, state: 'draft', mine: true }, filter, dates)
    return passes ? [{ form: key.slice('session:'.length), at, unit }] : []
  })
}

/** A draft is whatever its form left there. */
function fieldsOf(value: Draft['value']): Record<string, string | undefined> {
  const fields = value !== null && typeof value === 'object' && 'fields' in value ? value.fields : undefined
  if (fields === null || typeof fields !== 'object') return {}
  return Object.fromEntries(Object.entries(fields).filter(([, one]) => typeof one === 'string'))
}
