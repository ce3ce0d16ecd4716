// What the operator is told of a plan just adopted: what it is, what the office still has to set, and what is doubtful.

import type { Data } from '../../model/registry.ts'
import type { Unit } from '../../model/unit.ts'
import type { Pack } from '../../programme/pack.ts'

export function adoptionLines(pack: Pack, unit: Unit, { name, from, to }: Pick<Data<'programme'>, 'name' | 'from' | 'to'>): string[] {
  const { indicators, reports, measures, doubts } = pack
  return [
    `Adopted for ${unit.name} (${unit.code}): ${name}`,
    `${pack.id}, from ${from}${to === undefined ? '' : ` to ${to}`}; indicators: ${indicators.length}, reports: ${reports.length}, measures to enter: ${measures.length}`,
    ...listed('The office sets the targets of', targetsToSet(pack)),
    ...listed('The office sets the days of', daysToSet(pack)),
    ...listed(
      'Doubtful',
      doubts.map(({ what }) => what.en),
    ),
  ]
}

const targetsToSet = ({ indicators }: Pack): string[] =>
  indicators.filter(({ targets }) => targets.some(({ threshold }) => threshold === undefined)).map(({ id, name }) => `${id}: ${name.en}`)

const daysToSet = ({ reports, campaigns }: Pack): string[] =>
  [...reports.filter(({ due }) => due === 'uncertain'), ...campaigns.filter(({ from }) => from === 'uncertain')].map(
    ({ id, name, said: { doubt } }) => `${id}: ${name.en}${doubt === undefined ? '' : ` (${doubt})`}`,
  )

const listed = (what: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : [`${what}:`, ...lines.map((line) => `  ${line}`)])
