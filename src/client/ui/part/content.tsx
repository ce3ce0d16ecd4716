// What sessions were about and for whom: by form, topic, target group and organisation, behind a tap.

import { useState } from 'preact/hooks'
import type { Cell } from '../../../programme/cell.ts'
import { type ContentFamily, contentFamilies } from '../../../programme/cut.ts'
import type { Dates } from '../../../programme/period.ts'
import { useContentSums } from '../content-sums.ts'
import { useWords } from '../context.ts'
import { type Say, useSay } from '../say.ts'
import { ByDay } from './by-day.tsx'
import { Fold } from './fold.tsx'
import { MoreButton } from './more-button.tsx'
import { TableRegion } from './table-region.tsx'
import './data-table.css'

interface ContentProps {
  area: string
  period: Dates
  asOf: number
}

export function Content(props: ContentProps) {
  const t = useWords()
  return (
    <Fold title={t('content.title')}>
      <Tables {...props} />
    </Fold>
  )
}

function Tables({ area, period, asOf }: ContentProps) {
  const t = useWords()
  const say = useSay()
  const { sums, again } = useContentSums(area, period, asOf)
  if (!say) return null
  if (!sums?.ok) return <ByDay problem={sums?.problem} again={again} />
  const cells = sums.value
  if (cells.length === 0) return <p>{t('coverage.no-data')}</p>
  const lists = { form: 'form', topic: 'topic', 'target-group': 'targetGroup' } as const satisfies Record<ContentFamily, string>
  const together = totalsOf(cells)
  return (
    <>
      {contentFamilies.map((family) => (
        <Table key={family} title={t(`content.${family}`)} lines={linesOf(together, family, (code) => say.term(lists[family], code))} say={say} />
      ))}
      <p class="hint">{t('content.more-than-one')}</p>
      <Table
        title={t('overview.by-organisation')}
        lines={cells.map(({ organisation, values }) => ({
          name: say.record(organisation),
          sessions: values['sessions'] ?? 0,
          attendance: values['attendance'] ?? 0,
        }))}
        say={say}
      />
    </>
  )
}

interface Line {
  name: string
  sessions: number
  attendance: number
}

function totalsOf(cells: readonly Cell[]): Cell['values'] {
  const sums: Cell['values'] = {}
  for (const { values } of cells) for (const [measure, value] of Object.entries(values)) sums[measure] = (sums[measure] ?? 0) + value
  return sums
}

const linesOf = (values: Cell['values'], family: ContentFamily, nameOf: (code: string) => string): Line[] =>
  Object.entries(values)
    .filter(([measure]) => measure.startsWith(`${family}.`))
    .map(([measure, sessions]) => {
      const code = measure.slice(family.length + 1)
      return { name: nameOf(code), sessions, attendance: values[`${family}-attendance.${code}`] ?? 0 }
    })

/** A province has a hundred organisations. */
const STEP = 15

function Table({ title, lines, say: { t, number } }: { title: string; lines: readonly Line[]; say: Say }) {
  const [most, setMost] = useState(STEP)
  if (lines.length === 0) return null
  return (
    <>
      <TableRegion label={title}>
        <table class="data">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('content.what')}</th>
              <th scope="col">{t('coverage.sessions')}</th>
              <th scope="col">{t('coverage.attendance')}</th>
            </tr>
          </thead>
          <tbody>
            {[...lines]
              .sort((a, b) => b.sessions - a.sessions)
              .slice(0, most)
              .map(({ name, sessions, attendance }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{number(sessions)}</td>
                  <td>{number(attendance)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </TableRegion>
      <MoreButton left={lines.length - most} onMore={() => setMost(most + STEP)} />
    </>
  )
}
