// All sessions on the phone as a screen follows them; undefined until the newest of them are read.

import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type SessionList, watchSessions } from '../store/session-list.ts'
import { useApp } from './context.ts'

export function useSessions(): SessionList | undefined {
  const { store } = useApp()
  const answer = useSignal<{ list?: SessionList; error?: unknown }>({})
  useEffect(
    () =>
      watchSessions(
        store,
        (list) => {
          answer.value = { list }
        },
        (error) => {
          answer.value = { error }
        },
      ),
    [store],
  )
  if ('error' in answer.value) throw answer.value.error
  return answer.value.list
}
