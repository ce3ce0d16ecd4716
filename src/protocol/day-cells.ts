// The wire of POST /api/cells: what a unit's records add, day by day or by what their sessions were about, where the sums that
// the office holds are too coarse.

import * as z from 'zod/mini'
import { civilDate } from '../model/civil-date.ts'
import { id } from '../model/id.ts'
import { unitId } from '../model/unit.ts'
import { PROTOCOL } from './sync.ts'

export const cellCuts = ['day', 'content'] as const
export type CellCut = (typeof cellCuts)[number]

export const cellsRequest = z.object({
  protocol: z.literal(PROTOCOL),
  account: id,
  device: id,
  unit: unitId,
  from: civilDate,
  to: civilDate,
  cut: z.enum(cellCuts),
})
export type CellsRequest = z.infer<typeof cellsRequest>

const cell = z.object({ unit: z.string(), date: z.string(), organisation: z.string(), values: z.record(z.string(), z.int()) })

export const cellsAnswer = z.object({ protocol: z.literal(PROTOCOL), serverTime: z.int(), cells: z.array(cell) })
export type CellsAnswer = z.infer<typeof cellsAnswer>
