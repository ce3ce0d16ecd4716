// All sessions on the phone as a screen follows them; undefined until the newest of them are read.

import { useTold } from '../store/live.ts'
import { type SessionList, watchSessions } from '../store/session-list.ts'
import { useApp } from './context.ts'

export function useSessions(): SessionList | undefined {
  const { store } = useApp()
  return useTold<SessionList>((tell, onError) => watchSessions(store, tell, onError), [store])
}
