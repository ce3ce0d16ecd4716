// The smallest model there is, for the test of the soak: it fails where LAN_TOA_TOY_LIMIT makes it.

import fc from 'fast-check'
import { test } from 'vitest'

test('a number is below its limit', () => {
  const limit = Number(process.env['LAN_TOA_TOY_LIMIT'] ?? 1_001)
  fc.assert(
    fc.property(fc.nat(1_000), (number) => number < limit),
    { numRuns: Number(process.env['LAN_TOA_MODEL_RUNS'] ?? 10), seed: Number(process.env['LAN_TOA_MODEL_SEED'] ?? 1) },
  )
})
