// What stands behind the figures: villages of a commune, baselines, organisations.

import type { Register } from './register.ts'

export const villages: Register<'unit'> = {
  kind: 'unit',
  words: 'village',
  name: ({ id, data }, say) => say.unitNamed({ ...data, id, level: 'village' }),
  about: ({ data }, say) => (data.validTo ? say.t('village.until', { date: say.date(data.validTo) }) : say.t('village.valid')),
  starting: ({ today, me }) => ({ type: 'thon', validFrom: today, ...(me.commune ? { parent: me.commune.id } : {}) }),
}

export const baselines: Register<'baseline'> = {
  kind: 'baseline',
  words: 'baseline',
  name: ({ data }, say) => `${say.unit(data.unit)} · ${data.year}`,
  about: ({ data }, say) => say.t('baseline.about', { count: say.number(data.people.total), source: data.source }),
  starting: ({ today }) => ({ year: Number(today.slice(0, 4)) }),
}

export const organisations: Register<'organisation'> = {
  kind: 'organisation',
  words: 'organisation',
  name: ({ data }) => data.name,
  about: ({ data }, say) => say.unit(data.unit),
}
