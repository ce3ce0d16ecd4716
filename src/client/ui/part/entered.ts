// Counts while they are being entered: any of them may still be missing.

import type { CountName } from '../../../model/counts.ts'

export type Entered = Partial<Record<CountName, number>> & { method?: string }
