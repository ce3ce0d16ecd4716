// A reporter of Vitest's that keeps the errors which belong to no test, as a list of texts in LAN_TOA_STRAY_ERRORS: they end a run
// badly without failing anything, and stand far above the end of what is printed.

import { writeFileSync } from 'node:fs'
import type { Reporter } from 'vitest/node'

type Ended = NonNullable<Reporter['onTestRunEnd']>

export default class StrayErrors implements Reporter {
  onTestRunEnd(_files: Parameters<Ended>[0], errors: Parameters<Ended>[1]): void {
    const path = process.env['LAN_TOA_STRAY_ERRORS']
    if (path) writeFileSync(path, JSON.stringify(errors.map(({ name, message, stack }) => `${name}: ${message}\n${stack ?? ''}`)))
  }
}
