// What many villages of a province speak beside Vietnamese, the most spoken first: offered first there, and no claim beyond that.

import type { languages } from './terms.ts'

/** By the official code of the province. */
export const languagesOfProvince: Readonly<Record<string, readonly (typeof languages)[number][]>> = {
  '04': ['tay', 'nung', 'mong', 'dao'],
  '08': ['tay', 'dao', 'mong', 'nung'],
  '11': ['thai', 'mong'],
  '12': ['thai', 'mong', 'dao'],
  '14': ['thai', 'mong', 'muong'],
  '15': ['mong', 'tay', 'dao', 'thai'],
  '19': ['tay', 'nung', 'dao', 'mong'],
  '20': ['nung', 'tay', 'dao'],
  '25': ['muong', 'dao', 'thai', 'mong'],
  '38': ['muong', 'thai', 'mong'],
  '40': ['thai', 'mong'],
  '44': ['bru-van-kieu', 'pa-co', 'ta-oi'],
  '46': ['pa-co', 'ta-oi', 'co-tu', 'bru-van-kieu'],
  '48': ['co-tu', 'xo-dang', 'gie-trieng'],
  '51': ['xo-dang', 'hre', 'ba-na', 'gie-trieng', 'gia-rai'],
  '52': ['gia-rai', 'ba-na'],
  '86': ['khmer'],
  '91': ['khmer'],
  '92': ['khmer'],
  '96': ['khmer'],
}
