// What an adopted plan counts, read from the pack that its record keeps. The whole pack was judged where it was adopted; here only
// what figures are worked out from is read, and an indicator of a shape that this build does not know is named, not guessed at.

import * as z from 'zod/mini'
import { comparisons } from '../../model/terms.ts'
import type { Definition } from '../../programme/pack.ts'
import { type PeriodRule, periodRules } from '../../programme/period.ts'
import type { Target } from '../../programme/target.ts'
import type { Language } from '../../text/translate.ts'

interface PackIndicator {
  id: string
  name: Record<Language, string>
  definition: Definition
  targets: Target[]
}

const among = z.enum(['communes', 'key-communes'])

const definition = z.union([
  z.object({
    type: z.literal('units-with'),
    units: z.enum(['communes', 'key-communes', 'villages']),
    measure: z.string(),
    atLeast: z.number(),
    when: z.enum(['period', 'until']),
  }),
  z.object({ type: z.literal('months-with'), measure: z.string(), atLeast: z.number(), since: z.optional(z.string()) }),
  z.object({ type: z.literal('reached'), among, age: z.enum(['14-60', 'all']) }),
  z.object({
    type: z.literal('sum-over-baseline'),
    measure: z.string(),
    people: z.enum(['total', 'from14to60', 'female14to60', 'under16', 'households']),
    among,
  }),
  z.object({ type: z.literal('ratio'), numerator: z.array(z.string()), denominator: z.string() }),
  z.object({ type: z.literal('count-by-organisation'), measures: z.array(z.string()) }),
])

const target = z.object({ threshold: z.optional(z.number()), compare: z.enum(comparisons), by: z.optional(z.string()) })

const indicator = z.object({ id: z.string(), name: z.object({ vi: z.string(), en: z.string() }), definition, targets: z.array(target) })

export interface CountedPlan {
  rule: PeriodRule
  indicators: PackIndicator[]
  /** How many indicators it has that can't be read. */
  unread: number
}

const listedIn = (pack: Record<string, unknown>): readonly unknown[] => (Array.isArray(pack['indicators']) ? pack['indicators'] : [])

/** Those that can be read. */
export const indicatorsIn = (pack: Record<string, unknown>): PackIndicator[] => listedIn(pack).flatMap((one) => indicator.safeParse(one).data ?? [])

/** Undefined where nothing of it can be read. */
export function countedPlanOf(pack: Record<string, unknown>): CountedPlan | undefined {
  const rule = periodRules.find((one) => one === pack['rule'])
  const [listed, indicators] = [listedIn(pack), indicatorsIn(pack)]
  return rule && indicators.length > 0 ? { rule, indicators, unread: listed.length - indicators.length } : undefined
}
