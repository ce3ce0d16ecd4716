// What another system is told, as the schema that every answer is made to and described by. Nothing known is null, never 0, and
// says beside it why.

import * as z from 'zod/mini'
import { comparisons } from '../../model/terms.ts'
import { unitLevels } from '../../model/unit.ts'
import { periodRules } from '../../programme/period.ts'
import { noneReasons, readingFlags, sourceCodes } from '../../programme/reading.ts'
import { untoldReasons } from '../../programme/sum-told.ts'

const said = (description: string) => z.meta({ description })
const whole = z.int().check(z.gte(0))
const day = z.string().check(z.meta({ format: 'date' }))

const unit = z.strictObject({
  id: z.string(),
  code: z.nullable(z.string()).check(said('The official code; null for a village.')),
  name: z.string(),
  level: z.enum(unitLevels),
})

const period = z.strictObject({ from: day, to: day })

const count = z.strictObject({
  measure: z.string().check(said('What is counted; attendance counts who came twice twice. "tally.…" is a number that was entered as one.')),
  value: z.nullable(whole),
  none: z.nullable(z.enum(untoldReasons)).check(said('Why there is no value.')),
})

const source = z.strictObject({ what: z.enum(sourceCodes), text: z.nullable(z.string()), year: z.nullable(z.int()) })

const target = z.strictObject({
  threshold: z.number().check(said('Per cent.')),
  compare: z.enum(comparisons),
  by: z.nullable(day),
  met: z.nullable(z.boolean()).check(said('Judged on the exact share. Null where there is none.')),
})

const indicator = z.strictObject({
  id: z.string(),
  name: z.strictObject({ vi: z.string(), en: z.string() }),
  numerator: z.nullable(whole),
  denominator: z.nullable(whole),
  percent: z.nullable(z.number()).check(said('One decimal, half up; over 100 is told as it is.')),
  none: z.nullable(z.enum([...noneReasons, 'nothing-recorded'])).check(said('Why there is no percentage.')),
  target: z.nullable(target),
  sources: z.array(source).check(said('Where the denominator is from: of a baseline its document and year.')),
  missing: whole.check(said('How many units, months or tallies of the denominator are missing.')),
  flags: z.array(z.enum(readingFlags)),
  measures: z.array(z.string()).check(said('The counts of the same row that the indicator lists, where it is no share.')),
})

const heard = z.strictObject({ of: whole, heard: whole })

const completeness = z.strictObject({
  places: heard.check(said('Units right below, and of how many of them anything was recorded in the period.')),
  villages: heard,
  phones: z.strictObject({ of: whole, silent: whole }).check(said('Phones that record there, and those not heard of for more than 14 days.')),
  atLeast: z.boolean().check(said('True where phones are silent: the figures are "at least" so much.')),
})

const lock = z.strictObject({
  unit,
  asOf: day.check(said('The day that the locked figures run to.')),
  moved: z
    .array(z.strictObject({ figure: z.string(), locked: whole, adjustment: z.int() }))
    .check(
      said(
        'Figures that are others now: as they were locked, and how much has come or gone since. "indicator.<id>.numerator" and ".denominator" are an indicator\'s. All others stand as they were locked, but that minorities are not told here where small groups are withheld.',
      ),
    ),
})

const row = z.strictObject({
  of: z
    .enum(['whole', 'unit', 'own', 'former', 'organisation', 'month'])
    .check(said('"own" was held for the unit itself, "former" in places below that hold no longer: with the units they add up to the whole.')),
  unit,
  organisation: z.nullable(z.strictObject({ id: z.string(), name: z.string() })).check(said('Of a row by organisation; an empty id: of none.')),
  period,
  counts: z.array(count),
  indicators: z.array(indicator),
  locks: z.array(lock).check(said('Communes of the row whose period of exactly these days is locked. The figures of the row count what came after, too.')),
  completeness,
})
export type FiguresRow = z.infer<typeof row>

export const figuresAnswer = z.strictObject({
  programme: z.strictObject({ id: z.string(), name: z.string(), pack: z.string(), rule: z.enum(periodRules) }),
  unit,
  period,
  asOf: z.string().check(z.meta({ format: 'date-time', description: 'The moment up to which everything that had arrived is counted.' })),
  practice: z.boolean().check(said('True where everything was invented to practise with.')),
  smallGroups: z.enum(['withheld', 'told']).check(said('Whether minorities, and minority women, are told where groups of fewer than five could be made out.')),
  rows: z.array(row).check(said('The whole first.')),
})
export type FiguresAnswer = z.infer<typeof figuresAnswer>
