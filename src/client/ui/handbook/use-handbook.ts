// The handbook for a screen: what the app brings, what the office made of it, and the slogans and numbers of the plans it adopted.

import { useEffect, useState } from 'preact/hooks'
import { useLive } from '../../store/live.ts'
import { listRecords } from '../../store/read.ts'
import { useMe } from '../actor.ts'
import { useApp } from '../context.ts'
import { type HandbookItem, itemsOf } from './items.ts'
import { loadShipped, type ShippedEntry, withAdopted } from './shipped.ts'

export interface Handbook {
  /** What this person may see; undefined until it is there. */
  items: readonly HandbookItem[] | undefined
  /** The app's own file could not be had. */
  hasFailed: boolean
  tryAgain: () => void
  /** She words entries for the province. */
  mayEdit: boolean
}

export function useHandbook(): Handbook {
  const { environment, store, preferences } = useApp()
  const { identity, mayMake } = useMe()
  const [shipped, setShipped] = useState<readonly ShippedEntry[] | 'failed' | undefined>(undefined)
  const load = () => {
    setShipped(undefined)
    loadShipped(environment).then(setShipped, (cause: unknown) => {
      console.warn('The handbook could not be loaded:', cause)
      setShipped('failed')
    })
  }
  useEffect(load, [])
  const told = useLive(() => Promise.all([listRecords(store, 'handbook-entry'), listRecords(store, 'programme')]), [])
  const mayEdit = mayMake('handbook-entry', identity.scope.province)
  const [records, programmes] = told ?? []
  const all =
    records && programmes && Array.isArray(shipped)
      ? itemsOf(
          withAdopted(
            shipped,
            programmes.map(({ data }) => data.pack),
          ),
          records,
          preferences.language.value,
        )
      : undefined
  return { items: all?.filter(({ isHidden }) => mayEdit || !isHidden), hasFailed: shipped === 'failed', tryAgain: load, mayEdit }
}
