// What the province's office sets for all its communes: materials, key areas, targets, adopted programmes.

import { listRecords } from '../../store/read.ts'
import { indicatorName } from '../pack-words.ts'
import { IndicatorChoice } from '../part/indicator-choice.tsx'
import { KeyCommunes } from '../part/key-communes.tsx'
import { LastDay } from '../part/last-day.tsx'
import { ProgrammeFacts } from '../part/programme-facts.tsx'
import { periodDates } from '../period-name.ts'
import { editPath, listPath } from '../record-path.ts'
import type { Say } from '../say.ts'
import type { Register } from './register.ts'

const span = (from: string, to: string | undefined, say: Say): string =>
  to === undefined ? say.t('span.since', { date: say.date(from) }) : periodDates({ kind: 'dates', from, to }, say.t)

export const materials: Register<'material'> = {
  kind: 'material',
  words: 'material',
  name: ({ data }) => data.name,
  about: ({ data }, say) => `${say.term('materialKind', data.materialKind)} · ${say.t('material.issued', { date: say.date(data.issuedOn) })}`,
  date: ({ issuedOn }) => issuedOn,
  starting: ({ home, organisation, today }) => ({ unit: home, organisation, issuedOn: today }),
}

export const keyAreas: Register<'key-area'> = {
  kind: 'key-area',
  words: 'key-area',
  name: ({ data }, say) => say.unit(data.unit),
  about: ({ data }, say) => `${span(data.from, data.to, say)} · ${data.decision}`,
  group: ({ data: { from, to } }, { t, today }) => {
    if (to !== undefined && to < today) return { order: 2, title: t('key-area.ended') }
    return from > today ? { order: 1, title: t('key-area.coming') } : { order: 0, title: t('key-area.holding') }
  },
  several: 'unit',
  parts: {
    unit: (form) => <KeyCommunes key="unit" form={form} />,
    to: (form) => <LastDay key="to" form={form} />,
  },
  starting: ({ today }) => ({ from: today }),
}

export const targets: Register<'target'> = {
  kind: 'target',
  words: 'target',
  name: ({ data }, say) => indicatorName(say.programme(data.programme)?.data.pack, data.indicator, say.language),
  about: ({ data }, say) =>
    say.t('target.about', {
      compare: say.term('comparison', data.compare),
      threshold: say.number(data.threshold, Number.isInteger(data.threshold) ? 0 : 1),
      date: say.date(data.by),
      unit: say.unit(data.unit),
    }),
  parts: { indicator: (form) => <IndicatorChoice key="indicator" form={form} /> },
  starting: async ({ app, home, today, query: { programme: asked, indicator } }) => {
    const held = await listRecords(app.store, 'programme')
    const chosen = held.find(({ id }) => id === asked) ?? (held.length === 1 ? held[0] : undefined)
    return {
      ...(chosen && { programme: chosen.id }),
      ...(chosen && indicator !== undefined && { indicator }),
      // For one area beside what holds for all: which one is hers to say.
      ...(asked === undefined && { unit: home }),
      compare: 'at-least',
      by: `${today.slice(0, 4)}-12-31`,
    }
  },
  // Begun from a plan, it leads back there.
  back: (_, { programme }) => (programme === undefined ? listPath('target') : editPath('programme', programme)),
}

export const programmes: Register<'programme'> = {
  kind: 'programme',
  words: 'programme',
  name: ({ data }) => data.name,
  about: ({ data }, say) => span(data.from, data.to, say),
  hidden: ['name', 'pack'],
  more: ({ data }) => <ProgrammeFacts pack={data.pack} />,
}
