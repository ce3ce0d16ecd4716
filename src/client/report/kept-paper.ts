// A paper as a frozen report keeps it: packed, as JSON with its keys in order and its texts clean, so that the same paper is the same
// text on any phone. Reading proves the shape and gives back what was written, members that this build does not know among it. Papers
// that were kept before they were packed are read as they stand, and never written anew: their hash is of their text.

import * as z from 'zod/mini'
import { sorted } from '../../model/record.ts'
import { cleanAll } from '../../model/text.ts'
import { isPacked, packPaper, unpackPaper } from './packed-paper.ts'
import { looks, type Paper } from './paper.ts'

// In order before, so that equal cells are found equal, and after, for what packing adds.
export const paperToText = (paper: Paper): string => JSON.stringify(sorted(packPaper(sorted(cleanAll(paper)) as Paper)))

const texts = z.array(z.string())

const figure = z.optional(
  z.looseObject({
    measure: z.optional(z.string()),
    indicator: z.optional(z.string()),
    unit: z.string(),
    organisation: z.optional(z.string()),
    part: z.optional(z.enum(['own', 'former'])),
  }),
)

const cell = z.union([
  z.looseObject({ text: z.string() }),
  z.looseObject({ whole: z.int(), figure }),
  z.looseObject({ percent: z.number(), said: z.string(), figure }),
  z.looseObject({ date: z.string() }),
  z.looseObject({ none: z.string() }),
])

const row = z.array(cell)

const table = z.looseObject({
  id: z.string(),
  title: z.string(),
  columns: z.array(z.looseObject({ heading: z.string(), as: z.enum(['words', 'numbers']), width: z.number() })),
  rows: z.array(row),
  sum: z.optional(row),
  notes: texts,
})

const block = z.union([
  z.looseObject({ as: z.literal('heading'), level: z.union([z.literal(1), z.literal(2), z.literal(3)]), text: z.string() }),
  z.looseObject({ as: z.literal('paragraph'), text: z.string() }),
  z.looseObject({ as: z.literal('prose'), id: z.string(), label: z.string(), text: z.string() }),
  z.looseObject({ as: z.literal('table'), table }),
])

const paper = z.looseObject({
  language: z.enum(['vi', 'en']),
  look: z.enum(looks),
  practice: z.boolean(),
  heading: z.looseObject({ above: z.string(), issuer: z.string(), sign: z.string(), place: z.string(), date: z.string() }),
  title: z.string(),
  subject: z.string(),
  to: texts,
  dates: texts,
  blocks: z.array(block),
  signature: z.looseObject({ capacity: z.string(), office: z.string() }),
  receivers: texts,
  annexes: z.array(table),
})

/** Undefined where it is no paper that this build can read. */
export function readPaper(text: string): Paper | undefined {
  try {
    const kept: unknown = JSON.parse(text)
    const whole: unknown = typeof kept === 'object' && kept !== null && isPacked(kept) ? unpackPaper(kept) : kept
    // Its shape was proved just now; the schema's own copy would have its optional members as undefined.
    return paper.safeParse(whole).success ? (whole as Paper) : undefined
  } catch {
    return undefined
  }
}
