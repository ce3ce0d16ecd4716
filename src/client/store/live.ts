// Queries that run again when what they read changes, in this tab or another.

import { useSignal } from '@preact/signals'
import { liveQuery } from 'dexie'
import { useEffect } from 'preact/hooks'
import type { Store } from './database.ts'
import { countInState } from './outbox.ts'

/** Undefined until the first answer; keeps the last one while a new query runs. A failed query throws in the render. */
export function useLive<T>(query: () => Promise<T>, deps: unknown[]): T | undefined {
  const answer = useSignal<{ value?: T; error?: unknown }>({})
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: (value) => {
        answer.value = { value }
      },
      error: (error: unknown) => {
        answer.value = { error }
      },
    })
    return () => subscription.unsubscribe()
  }, deps)
  if ('error' in answer.value) throw answer.value.error
  return answer.value.value
}

/** Calls when the number of changes to send grows, and once at the start if there are any: the moments to send. */
export function onUnsent(store: Store, run: () => void, onError: (error: unknown) => void): () => void {
  let before = 0
  const subscription = liveQuery(() => countInState(store, 'waiting')).subscribe({
    next: (waiting) => {
      if (waiting > before) run()
      before = waiting
    },
    error: onError,
  })
  return () => subscription.unsubscribe()
}

/** Tells each new answer of a query for as long as the page lives. Whoever draws from signals is fed by it. */
export function follow<T>(query: () => Promise<T>, tell: (value: T) => void, onError: (error: unknown) => void): void {
  liveQuery(query).subscribe({ next: tell, error: onError })
}
