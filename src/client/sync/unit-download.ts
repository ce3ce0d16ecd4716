// GET /units/NN.json: the official units of one province.

import type { Problem } from '../../model/problem.ts'
import { failed, ok, type Result } from '../../model/result.ts'
import type { Unit } from '../../model/unit.ts'
import { readUnitFile, unitFile, unitFilePath } from '../../protocol/units.ts'
import type { Timer } from './ports.ts'
import { askJson, neverLate, noConnection } from './post.ts'

/** `provinceId`: the unit's id, "46@2025-07-01". */
export async function downloadUnits(fetch: typeof globalThis.fetch, provinceId: string, timer: Timer = neverLate): Promise<Result<Unit[], Problem>> {
  const code = provinceId.slice(0, 2)
  const answered = await askJson(fetch, `/${unitFilePath(code)}`, { method: 'GET' }, timer)
  if (!answered.ok) return failed(answered.problem)
  const parsed = unitFile.safeParse(answered.value)
  return parsed.success && parsed.data.code === code ? ok(readUnitFile(parsed.data)) : failed(noConnection('not the units'))
}
