// POST /api/devices: which phones of the area were heard of when, asked by who looks after them.

import type { Problem } from '../../model/problem.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import { type DeviceListAnswer, type DeviceListRequest, deviceListAnswer } from '../../protocol/device-list.ts'
import type { Timer } from './ports.ts'
import { neverLate, noConnection, postJson } from './post.ts'

export async function askDevices(
  fetch: typeof globalThis.fetch,
  request: DeviceListRequest,
  timer: Timer = neverLate,
): Promise<Result<DeviceListAnswer, Problem>> {
  const answered = await postJson(fetch, '/api/devices', request, timer)
  if (!answered.ok) return failed(answered.problem)
  const parsed = deviceListAnswer.safeParse(answered.value)
  return parsed.success ? ok(parsed.data) : failed(noConnection('not the protocol'))
}
