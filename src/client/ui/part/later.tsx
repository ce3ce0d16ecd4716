// A part of a screen that comes in a chunk of its own once the screen stands, so that the screen needn't wait for it.

import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

export function Later<Given extends object>({ load, given }: { load: () => Promise<ComponentType<Given>>; given: Given }) {
  const [Part, setPart] = useState<ComponentType<Given> | undefined>(undefined)
  useEffect(() => {
    // A chunk that can't be had leaves its place empty; what the screen is for stands without it.
    load().then((part) => setPart(() => part), console.warn)
  }, [])
  return Part ? <Part {...given} /> : null
}
