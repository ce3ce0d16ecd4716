// What the parts of a pack have to say of each other: ids that stand once, codes and tallies that exist, dates in order, and a
// doubt wherever something is left open. The pack fits its schema already.

import { forms, organisationTypes, siteTypes, targetGroups } from '../model/terms.ts'
import type { JsonPath } from './json-text.ts'
import { knownMeasures } from './known-measure.ts'
import type { Definition, Indicator, Pack, Said } from './pack.ts'
import type { PackFault } from './pack-sentence.ts'

export const packFaults = (pack: Pack): PackFault[] => [
  ...twice(pack),
  ...unknownCodes(pack),
  ...pack.indicators.flatMap((indicator, place) => [
    ...measureFaults(indicator.definition, pack).map(({ path, says }) => ({ path: ['indicators', place, 'definition', ...path], says })),
    ...targetFaults(indicator, pack).map(({ path, says }) => ({ path: ['indicators', place, ...path], says })),
  ]),
  ...coverageFaults(pack),
  ...dateFaults(pack),
  ...openFaults(pack),
]

/** Every pack has it: what a commune official watches day by day is in none of the plans (docs/domain.md §3). */
function coverageFaults({ indicators }: Pack): PackFault[] {
  const coverage = indicators.find(({ id }) => id === 'VC1')
  if (!coverage) return [{ path: ['indicators'], says: 'the indicator "VC1" (villages with at least one session) is missing: every plan has it' }]
  const { definition } = coverage
  const isCoverage = definition.type === 'units-with' && definition.units === 'villages' && definition.measure === 'sessions' && definition.when === 'period'
  return isCoverage
    ? []
    : [{ path: ['indicators', indicators.indexOf(coverage), 'definition'], says: '"VC1" has to count the villages with "sessions" in the period' }]
}

function twice(pack: Pack): PackFault[] {
  const lists = {
    measures: pack.measures.map(({ code }) => code),
    indicators: idsOf(pack.indicators),
    reports: idsOf(pack.reports),
    campaigns: idsOf(pack.campaigns),
  }
  return Object.entries(lists).flatMap(([list, names]) =>
    names.flatMap((name, place) =>
      names.indexOf(name) < place ? [{ path: [list, place, list === 'measures' ? 'code' : 'id'], says: `"${name}" stands twice in ${list}` }] : [],
    ),
  )
}

const codeLists = { forms, models: siteTypes, targetGroups, organisations: organisationTypes } satisfies Partial<Record<keyof Pack, readonly string[]>>

function unknownCodes(pack: Pack): PackFault[] {
  // The keys are those of the table above.
  return (Object.keys(codeLists) as (keyof typeof codeLists)[]).flatMap((list) => {
    const known: readonly string[] = codeLists[list]
    return pack[list].flatMap(({ code }, place) =>
      code === undefined || known.includes(code)
        ? []
        : [{ path: [list, place, 'code'], says: `"${code}" is not known in ${list}: ${known.join(', ')}, or none` }],
    )
  })
}

function measureFaults(definition: Definition, { measures }: Pack): PackFault[] {
  const declared = new Set(measures.map(({ code }) => code))
  const tally = (code: string, path: JsonPath): PackFault[] => (declared.has(code) ? [] : [{ path, says: `the tally "${code}" is not declared in "measures"` }])
  const cell = (name: string, path: JsonPath): PackFault[] => {
    if (name.startsWith('tally.')) return tally(name.slice('tally.'.length), path)
    return knownMeasures.has(name) ? [] : [{ path, says: `there is no measure "${name}" (docs/new-programme.md lists them)` }]
  }
  switch (definition.type) {
    case 'reached':
      return []
    case 'ratio':
      return [...definition.numerator.flatMap((code, place) => tally(code, ['numerator', place])), ...tally(definition.denominator, ['denominator'])]
    case 'count-by-organisation':
      return definition.measures.flatMap((name, place) => cell(name, ['measures', place]))
    default:
      return cell(definition.measure, ['measure'])
  }
}

function targetFaults({ definition, targets }: Indicator, { period }: Pack): PackFault[] {
  if (definition.type === 'count-by-organisation') return targets.length > 0 ? [{ path: ['targets'], says: 'plain counts have no share, so no target' }] : []
  if (targets.length === 0) return [{ path: ['targets'], says: 'a target is missing; where the office has to set it: { "setBy": "office", … }' }]
  return targets.flatMap(({ threshold, setBy, by }, place) => [
    ...((threshold === undefined) === (setBy === undefined)
      ? [{ path: ['targets', place], says: 'either a "threshold", or "setBy": "office" where it is left open' }]
      : []),
    ...(by !== undefined && by < period.from ? [{ path: ['targets', place, 'by'], says: 'this day is before the plan begins' }] : []),
    ...(targets.findIndex((other) => other.by === by) < place
      ? [{ path: ['targets', place], says: 'two targets of one indicator fall due on the same day' }]
      : []),
  ])
}

function dateFaults({ period, campaigns, reports }: Pack): PackFault[] {
  return [
    ...(period.to !== undefined && period.to < period.from ? [{ path: ['period', 'to'], says: 'the plan ends before it begins' }] : []),
    ...campaigns.flatMap(({ from, to }, place) => {
      if (from.length !== to.length)
        return [
          { path: ['campaigns', place, 'to'], says: '"from" and "to" have to be of the same sort: two dates, two days of every year, or both "uncertain"' },
        ]
      // Two days of every year may go over New Year.
      return from.length === 10 && to < from ? [{ path: ['campaigns', place, 'to'], says: 'the campaign ends before it begins' }] : []
    }),
    ...reports.flatMap(({ kind, of, due }, place) => [
      ...(of !== undefined && of > (most[kind] ?? 0) ? [{ path: ['reports', place, 'of'], says: `there is no number ${of} of the kind "${kind}"` }] : []),
      ...((due === 'when asked') === (kind === 'ad-hoc')
        ? []
        : [{ path: ['reports', place, 'due'], says: '"ad-hoc" reports are due "when asked", and only those' }]),
    ]),
  ]
}

const most: Record<string, number> = { month: 12, quarter: 4, half: 2, year: 1 }

/** What the document leaves open says so beside it. */
function openFaults({ reports, campaigns }: Pack): PackFault[] {
  const doubtless = (said: Said, path: JsonPath): PackFault[] =>
    said.doubt === undefined ? [{ path, says: '"uncertain" needs a "doubt" in "said" that tells the office what to set' }] : []
  return [
    ...reports.flatMap(({ due, said }, place) => (due === 'uncertain' ? doubtless(said, ['reports', place, 'due']) : [])),
    ...campaigns.flatMap(({ from, said }, place) => (from === 'uncertain' ? doubtless(said, ['campaigns', place, 'from']) : [])),
  ]
}

const idsOf = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id)
