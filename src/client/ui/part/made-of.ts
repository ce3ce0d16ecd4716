// What the parts of an opened indicator are given.

import type { Figures } from '../../../programme/figures.ts'
import type { Reading } from '../../../programme/reading.ts'
import type { AdoptedIndicator } from '../adopted.ts'
import type { AskedPeriod } from '../asked-period.ts'

export interface MadeOf {
  indicator: AdoptedIndicator
  reading: Reading
  figures: Figures
  period: AskedPeriod
}
