// The wire of POST /api/devices: when the phones of an area were last heard of, for its officials and the province's office.

import * as z from 'zod/mini'
import { id } from '../model/id.ts'
import { PROTOCOL } from './sync.ts'

export const deviceListRequest = z.object({ protocol: z.literal(PROTOCOL), account: id, device: id })
export type DeviceListRequest = z.infer<typeof deviceListRequest>

/** A phone that may hand in: what it calls itself, whose it is, the unit of her role there, the server's time of its last contact. */
export const heardDevice = z.object({ name: z.optional(z.string()), person: z.string(), unit: z.string(), contactAt: z.int() })
export type HeardDevice = z.infer<typeof heardDevice>

/** The one heard of least lately first. */
export const deviceListAnswer = z.object({ protocol: z.literal(PROTOCOL), serverTime: z.int(), devices: z.array(heardDevice) })
export type DeviceListAnswer = z.infer<typeof deviceListAnswer>
