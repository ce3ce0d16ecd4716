// A screen that follows figures has them as they are in the end, whatever changes while they are read.

import { fc, test as property } from '@fast-check/vitest'
import { waitFor } from '@testing-library/preact'
import { expect } from 'vitest'
import { readFiguresLive } from '../../src/client/store/figures.ts'
import { watch } from '../../src/client/store/live.ts'
import { amount, until } from '../../src/programme/amount.ts'
import type { Figures } from '../../src/programme/figures.ts'
import { aLuoi1, land } from '../fixture/land.ts'
import { baseline, session } from '../fixture/sample.ts'
import { type Seat, seatOf } from '../fixture/screen.tsx'

type Change = 'session' | 'own session' | 'refused session' | 'baseline' | 'village' | 'units' | 'sent'
const changes = fc.array(fc.constantFrom<Change>('session', 'own session', 'refused session', 'baseline', 'village', 'units', 'sent'), {
  minLength: 1,
  maxLength: 8,
})

property.prop([changes], { numRuns: 10 })(
  'whatever changes, the screen is told the figures as they are in the end, and never an error',
  async (all) => {
    const her = await seatOf({ role: 'official' })
    const { store } = her.phone
    const asked = { area: aLuoi1, asOf: 0 }
    const errors: unknown[] = []
    let told: Figures | undefined
    const stop = watch(
      async () => readFiguresLive(store, asked),
      (figures) => (told = figures),
      (error) => errors.push(error),
    )
    for (const [place, change] of all.entries()) await make(her, change, `${place}`)
    const asItIs = await readFiguresLive(store, asked)
    await waitFor(() => expect(said(told)).toEqual(said(asItIs)))
    stop()
    expect(errors).toEqual([])
  },
  120_000,
)

const said = (figures: Figures | undefined) =>
  figures && {
    sessions: amount(figures.cells, 'sessions', until('2026-12-31')),
    villages: figures.units.length,
    baselines: figures.baselines.length,
  }

async function make(her: Seat, change: Change, name: string): Promise<unknown> {
  if (change === 'session') return her.tell('session', name, session({ unit: her.village('Tây') }))
  if (change === 'baseline') return her.tell('baseline', name, baseline({ unit: aLuoi1 }))
  if (change === 'village') return her.tell('unit', name, { name, type: 'thon', parent: aLuoi1, validFrom: '2025-07-01' })
  if (change === 'units') return her.phone.store.units.bulkPut([...land])
  if (change === 'sent') return her.phone.sync()
  her.server.refuse = () => (change === 'refused session' ? [{ code: 'not-valid', path: [] }] : undefined)
  await her.phone.save({ unit: her.village('Bãi') })
  return change === 'refused session' ? her.phone.sync() : undefined
}
