// What should be looked at again among the records on this phone, worked out while it has nothing else to do.

import { useEffect, useState } from 'preact/hooks'
import { type Dates, isIn } from '../../programme/period.ts'
import { type Finding, findingKey, findingsIn } from '../../programme/quality.ts'
import { useLive } from '../store/live.ts'
import { listRecords } from '../store/read.ts'
import { readSeen } from '../store/seen-findings.ts'
import { listSessionsByMonth } from '../store/sessions-by-month.ts'
import { useApp } from './context.ts'
import { whenIdle } from './when-idle.ts'

export interface Findings {
  open: Finding[]
  /** How many she has looked at and found right. */
  seen: number
}

/** Undefined until all was looked at; with a period, what lies in it. */
export function useFindings(period?: Dates): Findings | undefined {
  const { store } = useApp()
  const found = useAll()
  const seen = useLive(() => readSeen(store), [])
  if (!found || !seen) return undefined
  const inside = period ? found.filter(({ date }) => isIn(period, date)) : found
  const open = inside.filter((one) => !seen.has(findingKey(one)))
  return { open: open.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)), seen: inside.length - open.length }
}

/** Looked at once for each time that the screen is opened, and again when sessions change. */
function useAll(): Finding[] | undefined {
  const { store } = useApp()
  const [found, setFound] = useState<Finding[] | undefined>(undefined)
  const held = useLive(async () => {
    const [villages, baselines] = await Promise.all([listRecords(store, 'unit', { removed: true }), listRecords(store, 'baseline')])
    return { sessions: await listSessionsByMonth(store), villages, baselines }
  }, [])
  useEffect(() => {
    if (!held) return undefined
    const slices = findingsIn(held)
    const all: Finding[] = []
    let callOff = () => {}
    const goOn = (): void => {
      const slice = slices.next()
      if (slice.done) setFound(all)
      else {
        all.push(...slice.value)
        callOff = whenIdle(goOn)
      }
    }
    callOff = whenIdle(goOn)
    return () => callOff()
  }, [held])
  return found
}
