// What the parts of an opened indicator are given.

import type { Figures } from '../../../programme/figures.ts'
import type { RegularPeriod } from '../../../programme/period.ts'
import type { Reading } from '../../../programme/reading.ts'
import type { AdoptedIndicator } from '../adopted.ts'

export interface MadeOf {
  indicator: AdoptedIndicator
  reading: Reading
  figures: Figures
  period: RegularPeriod
}
