// Queries that run again when what they read changes, in this tab or another, and when a lost connection is there again.

import { effect, signal, untracked, useSignal } from '@preact/signals'
import { liveQuery } from 'dexie'
import { useEffect } from 'preact/hooks'
import type { Store } from './database.ts'
import { countInState } from './outbox.ts'

/** Grows each time a connection was opened again: a query that was under way when it broke is never answered. */
const reopened = signal(0)

/** To be called once for each store that is drawn. */
export function queryAnewOnReopen({ connection }: Store): void {
  connection.onReopen(() => {
    reopened.value += 1
  })
}

/** Undefined until the first answer; keeps the last one while a new query runs. A failed query throws in the render. */
export const useLive = <T>(query: () => Promise<T>, deps: unknown[]): T | undefined => useTold<T>((tell, onError) => watch(query, tell, onError), deps)

/** What is told until the function that is given back is called; an error throws in the render. */
export function useTold<T>(subscribe: (tell: (value: T) => void, onError: (error: unknown) => void) => () => void, deps: unknown[]): T | undefined {
  const answer = useSignal<{ value?: T; error?: unknown }>({})
  useEffect(
    () =>
      subscribe(
        (value) => {
          answer.value = { value }
        },
        (error) => {
          answer.value = { error }
        },
      ),
    deps,
  )
  if ('error' in answer.value) throw answer.value.error
  return answer.value.value
}

/** Calls when the number of changes to send grows, and once at the start if there are any: the moments to send. */
export function onUnsent(store: Store, run: () => void, onError: (error: unknown) => void): () => void {
  let before = 0
  return watch(
    () => countInState(store, 'waiting'),
    (waiting) => {
      if (waiting > before) run()
      before = waiting
    },
    onError,
  )
}

/** Tells each new answer of a query for as long as the page lives. Whoever draws from signals is fed by it. */
export function follow<T>(query: () => Promise<T>, tell: (value: T) => void, onError: (error: unknown) => void): void {
  watch(query, tell, onError)
}

/** Tells each new answer until the function that is given back is called. */
export function watch<T>(query: () => Promise<T>, next: (value: T) => void, error: (error: unknown) => void): () => void {
  return effect(() => {
    reopened.value
    const subscription = untracked(() => liveQuery(query).subscribe({ next, error }))
    return () => subscription.unsubscribe()
  })
}
