// POST /api/devices: which phones of the area were heard of when, asked by who looks after them.

import type { Problem } from '../../model/problem.ts'
import type { Result } from '../../model/result.ts'
import { type DeviceListAnswer, type DeviceListRequest, deviceListAnswer } from '../../protocol/device-list.ts'
import type { Timer } from './ports.ts'
import { neverLate, postFor } from './post.ts'

export const askDevices = (fetch: typeof globalThis.fetch, request: DeviceListRequest, timer: Timer = neverLate): Promise<Result<DeviceListAnswer, Problem>> =>
  postFor(fetch, '/api/devices', request, deviceListAnswer, timer)
