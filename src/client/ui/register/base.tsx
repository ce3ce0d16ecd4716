// What stands behind the figures: villages of a commune, baselines, organisations.

import { nameOn } from '../../../model/unit.ts'
import { bareName, namesake } from '../../../model/village-name.ts'
import { SourcesByYear, SourcesOf } from '../part/baseline-sources.tsx'
import { VillageActs } from '../part/village-acts.tsx'
import { villagePast } from '../village-past.ts'
import type { Register } from './register.ts'

export const villages: Register<'unit'> = {
  kind: 'unit',
  words: 'village',
  name: ({ id, data }, say) => say.unitNamed({ ...data, name: nameOn(data, say.today), id, level: 'village' }),
  about: (record, say) => villagePast(record, say),
  past: { title: 'village.ended', has: ({ validTo }, today) => validTo !== undefined && validTo < today },
  // Its end is told together with what it becomes.
  without: () => ['validTo'],
  acts: (record) => <VillageActs record={record} />,
  namesake: ({ name = '', parent }, id, { units }) => {
    const villages = units.value.villagesOf(String(parent))
    // What has its name already was asked about then.
    const own = villages.find((one) => one.id === id)
    return own && bareName(own.name) === bareName(String(name)) ? undefined : namesake(String(name), id, villages)
  },
  starting: ({ today, me }) => ({ type: 'thon', validFrom: today, ...(me.commune ? { parent: me.commune.id } : {}) }),
}

export const baselines: Register<'baseline'> = {
  kind: 'baseline',
  words: 'baseline',
  name: ({ data }, say) => `${say.unit(data.unit)} · ${data.year}`,
  about: ({ data }, say) => say.t('baseline.about', { count: say.number(data.people.total), source: data.source }),
  together: (records, say) => <SourcesByYear records={records} say={say} />,
  acts: (record) => <SourcesOf record={record} />,
  starting: ({ today }) => ({ year: Number(today.slice(0, 4)) }),
}

export const organisations: Register<'organisation'> = {
  kind: 'organisation',
  words: 'organisation',
  name: ({ data }) => data.name,
  about: ({ data }, say) => say.unit(data.unit),
}
