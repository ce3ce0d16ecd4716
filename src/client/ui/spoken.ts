// What a screen tells the ear while the eye sees it happen. There is one place for announcements: part/toast.tsx.

import { useEffect } from 'preact/hooks'
import { useApp } from './context.ts'

/** Said once, when it comes; undefined takes it back. */
export function useSpoken(text: string | undefined): void {
  const { spoken } = useApp()
  useEffect(() => {
    spoken.value = text
    return () => {
      spoken.value = undefined
    }
  }, [text, spoken])
}
