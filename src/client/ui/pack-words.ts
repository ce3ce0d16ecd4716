// What an adopted programme's pack says, for screens that only show it. Read with care: the record keeps the pack as it was
// adopted, perhaps by a newer build, and what doesn't have the expected shape is left out rather than shown wrongly.

import * as z from 'zod/mini'
import type { PeriodRule } from '../../programme/period.ts'
import type { Language } from '../../text/translate.ts'

type PackValue = Record<string, unknown> | undefined

const words = z.object({ vi: z.string(), en: z.string() })

/** What is doubtful about a statement, in Vietnamese, for the office. */
const said = z.catch(z.optional(z.object({ doubt: z.optional(z.string()) })), undefined)

const target = z.object({ threshold: z.optional(z.number()), compare: z.string(), by: z.optional(z.string()) })
export type PackTarget = z.infer<typeof target>

const indicator = z.object({ id: z.string(), name: words, targets: z.catch(z.optional(z.array(target)), undefined) })

const due = z.union([z.object({ before: z.string() }), z.object({ beforeDate: z.string() }), z.string()])
export type PackDue = z.infer<typeof due>

const bodies = z.catch(z.optional(z.array(z.string())), undefined)

const report = z.object({
  id: z.string(),
  name: words,
  kind: z.catch(z.string(), ''),
  of: z.catch(z.optional(z.number()), undefined),
  due,
  /** Who receives it, through whom, and to whom those send their sum. */
  to: bodies,
  through: z.catch(z.optional(z.string()), undefined),
  onTo: bodies,
  said,
})
export type PackReport = z.infer<typeof report>
const campaign = z.object({ id: z.string(), name: words, from: z.string(), to: z.string(), contextOnly: z.catch(z.boolean(), false), said })
export type PackCampaign = z.infer<typeof campaign>

const hotline = z.object({ number: z.optional(z.string()), name: words, said })
const doubt = z.object({ what: words })
const measure = z.object({ code: z.string(), name: words })

const slogan = z.object({ text: z.string(), said: z.catch(z.optional(z.object({ place: z.optional(z.string()) })), undefined) })

const packDocument = z.catch(
  z.object({ number: z.optional(z.string()), date: z.optional(z.string()), issuer: z.optional(z.string()), title: z.optional(z.string()), said }),
  {},
)

const packName = z.catch(z.optional(words), undefined)

export const indicatorsOf = (pack: PackValue) => listed(pack, 'indicators', indicator)
/** How its periods are cut: as the calendar does, where it does not say. */
export const ruleOf = (pack: PackValue): PeriodRule => (pack?.['rule'] === '15-14' ? '15-14' : 'calendar')
export const reportsOf = (pack: PackValue) => listed(pack, 'reports', report)
export const campaignsOf = (pack: PackValue) => listed(pack, 'campaigns', campaign)
export const hotlinesOf = (pack: PackValue) => listed(pack, 'hotlines', hotline)
export const slogansOf = (pack: PackValue) => listed(pack, 'slogans', slogan)
export const doubtsOf = (pack: PackValue) => listed(pack, 'doubts', doubt)
/** The tallies that it counts. */
export const measuresOf = (pack: PackValue) => listed(pack, 'measures', measure)
export const nameOf = (pack: PackValue) => packName.parse(pack?.['name'])
export const documentOf = (pack: PackValue) => packDocument.parse(pack?.['document'])

/** The indicator's name in the pack; its code where the pack has none. */
export const indicatorName = (pack: PackValue, id: string, language: Language): string => {
  const found = indicatorsOf(pack).find((one) => one.id === id)
  return found ? `${id}. ${found.name[language]}` : id
}

function listed<S extends z.ZodMiniType>(pack: PackValue, name: string, schema: S): z.infer<S>[] {
  const list = pack?.[name]
  if (!Array.isArray(list)) return []
  return list.flatMap((one) => {
    const read = schema.safeParse(one)
    return read.success ? [read.data] : []
  })
}
