// A part of a screen that comes in a chunk of its own once the screen stands, so that the screen needn't wait for it.

import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

export function Later({ load }: { load: () => Promise<ComponentType> }) {
  const [Part, setPart] = useState<ComponentType | undefined>(undefined)
  useEffect(() => {
    // A chunk that can't be had leaves its place empty; what the screen is for stands without it.
    load().then((part) => setPart(() => part), console.warn)
  }, [])
  return Part ? <Part /> : null
}
