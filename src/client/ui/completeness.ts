// How complete the figures of an area are: from how many of its communes or villages anything came in a period, and which phones
// there are silent. Asked anew where there is a network and what is known is an hour old.

import { useEffect } from 'preact/hooks'
import type { Unit } from '../../model/unit.ts'
import { isValidOn, isWithin } from '../../model/unit.ts'
import { heardFrom, silentAt } from '../../programme/completeness.ts'
import type { Dates } from '../../programme/period.ts'
import type { HeardDevice } from '../../protocol/device-list.ts'
import { readCells } from '../store/figures.ts'
import { keepDevices, readDevices } from '../store/heard-devices.ts'
import { useLive } from '../store/live.ts'
import { useMe } from './actor.ts'
import { type App, useApp } from './context.ts'

const ASK_EVERY_MS = 3_600_000

export interface Completeness {
  /** Communes of a province, villages of a commune, that exist on the period's last day. */
  of: number
  heard: number
  silent: SilentPhones | undefined
}

/** `at`: the moment at which the server said so. */
export interface SilentPhones {
  phones: HeardDevice[]
  at: number
}

/** Undefined while it is being read. */
export function useCompleteness(area: string, { from, to }: Dates): Completeness | undefined {
  const { store, units } = useApp()
  const silent = useSilentPhones(area)
  const book = units.value
  const heard = useLive(async () => {
    const isProvince = book.lookup(area)?.level === 'province'
    const places = isProvince ? book.communes.filter((unit) => isValidOn(unit, to) && isWithin(unit.id, area, book.lookup)) : book.villagesOf(area, to)
    const all: Unit[] = [...book.communes, ...book.communes.flatMap(({ id }) => book.villagesOf(id))]
    return { of: places.length, heard: heardFrom(places, all, await readCells(store), { from, to }).length }
  }, [area, from, to, book])
  return heard && { ...heard, silent }
}

/** Undefined until it was told once, and for who is not told. */
function useSilentPhones(area: string): SilentPhones | undefined {
  const app = useApp()
  const { role } = useMe()
  const { store, units, identity } = app
  const mayAsk = role === 'official' || role === 'province'
  const known = useLive(async () => ({ devices: await readDevices(store) }), [identity.value?.account])
  const at = known?.devices?.at
  useEffect(() => {
    if (known && mayAsk) void askAgain(app, at)
  }, [known === undefined, at, mayAsk])
  if (!mayAsk || !known?.devices) return undefined
  const { lookup } = units.value
  const here = known.devices.devices.filter(({ unit }) => isWithin(unit, area, lookup))
  return { phones: silentAt(here, known.devices.at), at: known.devices.at }
}

/** What fails is asked for again when the next screen needs it: nothing here is worth a word to the person. */
async function askAgain({ store, environment, office, identity }: App, at: number | undefined): Promise<void> {
  const { account, clockOffsetMs = 0 } = identity.value ?? {}
  const isFresh = at !== undefined && environment.now() + clockOffsetMs - at < ASK_EVERY_MS
  if (isFresh || account === undefined || !environment.isOnline()) return
  const told = await office()
    .then(({ devices }) => devices())
    .catch(() => undefined)
  if (told?.ok) await keepDevices(store, account, told.value)
}
