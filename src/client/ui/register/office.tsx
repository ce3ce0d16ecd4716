// What the province's office sets for all its communes: materials, key areas, targets, adopted programmes.

import { listRecords } from '../../store/read.ts'
import { subjectOf } from '../../store/subject.ts'
import { indicatorName } from '../pack-words.ts'
import { IndicatorChoice } from '../part/indicator-choice.tsx'
import { ProgrammeFacts } from '../part/programme-facts.tsx'
import { RemoveButton } from '../part/remove-button.tsx'
import { periodDates } from '../period-name.ts'
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
  starting: async ({ app, home, today }) => {
    const [only, ...others] = await listRecords(app.store, 'programme')
    const programme = only && others.length === 0 ? { programme: only.id } : {}
    return { ...programme, unit: home, compare: 'at-least', by: `${today.slice(0, 4)}-12-31` }
  },
}

export const programmes: Register<'programme'> = {
  kind: 'programme',
  words: 'programme',
  name: ({ data }) => data.name,
  about: ({ data }, say) => span(data.from, data.to, say),
  hidden: ['name', 'pack'],
  more: (record) => (
    <>
      <ProgrammeFacts pack={record.data.pack} />
      <RemoveButton record={record} subject={subjectOf(record.kind, record.data, record.author)} onRemoved={() => undefined} />
    </>
  ),
  readOnly: true,
}
