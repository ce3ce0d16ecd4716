// Today, for a screen that stands open over midnight.

import { useEffect, useState } from 'preact/hooks'
import { todayIn, useApp } from './context.ts'

const LOOK_EVERY_MS = 20_000

/** The civil date in Vietnam; whoever asks is drawn anew when it is another day. */
export function usePassingDay(): string {
  const app = useApp()
  const [, setSeen] = useState('')
  const today = todayIn(app)
  useEffect(() => {
    const look = () => setSeen(todayIn(app))
    const every = setInterval(look, LOOK_EVERY_MS)
    // Timers rest while the app is hidden.
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(every)
      document.removeEventListener('visibilitychange', look)
    }
  }, [app])
  return today
}
