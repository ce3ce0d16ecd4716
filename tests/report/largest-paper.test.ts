// The papers of the largest province there is: what a record may hold is enough for each of them, with room to grow.

import { beforeAll, expect, test } from 'vitest'
import { paperToExcel } from '../../src/client/report/excel/excel.ts'
import { paperToText, readPaper } from '../../src/client/report/kept-paper.ts'
import type { Paper } from '../../src/client/report/paper.ts'
import { paperToWord } from '../../src/client/report/word/word.ts'
import { MOST_PAPER } from '../../src/model/report.ts'
import { largestLand } from '../fixture/largest-province.ts'
import { packPaper, periodOf } from '../fixture/pack-paper.ts'
import { shippedPacks } from '../fixture/packs.ts'
import { yearPaper } from '../fixture/paper.ts'
import { type Practice, practiceOf, TODAY } from '../fixture/practice-report.ts'

const COMMUNES = 168
const LONG_MS = 60_000

let practice: Practice
beforeAll(() => {
  const [province, ...communes] = largestLand()
  if (!province) throw new Error('There is no largest province.')
  expect(communes).toHaveLength(COMMUNES)
  practice = practiceOf(province, communes)(TODAY)
}, LONG_MS)

/** A year, the longest that a plan asks for. */
const yearOf = (pack: (typeof shippedPacks)[number]): Paper =>
  packPaper(practice, { pack, report: pack.reports[0], area: practice.province, period: periodOf(pack, { kind: 'year' }) })

/** The one with the most rows, by organisation; and the core plan, which stands for the others. */
const plans = shippedPacks.filter(({ id }) => /^00[13]/.test(id))

test.each(plans.map((pack) => [pack.id, pack] as const))(
  '%s: a year of 168 communes takes less than half of what a record may hold, and opens as it was, to the byte of its files',
  (_, pack) => {
    const paper = yearOf(pack)
    const rows = [...paper.blocks.flatMap((block) => (block.as === 'table' ? [block.table] : [])), ...paper.annexes].flatMap(({ rows: own }) => own)
    expect(rows.length).toBeGreaterThan(COMMUNES)
    const kept = paperToText(paper)
    // As it was kept before, it would not have fitted.
    expect(JSON.stringify(paper).length).toBeGreaterThan(MOST_PAPER)
    expect(kept.length).toBeLessThan(MOST_PAPER / 2)
    const again = readPaper(kept)
    if (!again) throw new Error('It does not open.')
    expect(again).toEqual(paper)
    expect(paperToText(again)).toBe(kept)
    expect(paperToWord(again)).toEqual(paperToWord(paper))
    expect(paperToExcel(again)).toEqual(paperToExcel(paper))
  },
  LONG_MS,
)

test('ten tables over 168 communes fit, too', () => {
  const kept = paperToText(yearPaper(Array.from({ length: COMMUNES }, (_, place) => `Xã ${place + 1}`)))
  expect(kept.length).toBeLessThan(MOST_PAPER / 4)
})
