// A sum by place: what each unit below adds to the numerator, and what was held for the whole area. It comes to the same sum.

import { amountIn } from '../../../programme/amount.ts'
import { summedMeasure } from '../../../programme/behind.ts'
import { unitsOn } from '../../../programme/denominator.ts'
import { toldOf } from '../../../programme/told.ts'
import { formatNumber } from '../../../text/format.ts'
import { useApp, useWords } from '../context.ts'
import { sortedByName } from '../sorting.ts'
import { unitName } from '../words.ts'
import type { MadeOf } from './made-of.ts'
import { TableRegion } from './table-region.tsx'
import './data-table.css'

export function IndicatorPlaces({ indicator: { definition }, reading, figures, period, query }: MadeOf & { query: string }) {
  const t = useWords()
  const { units, preferences } = useApp()
  const measure = summedMeasure(definition)
  const told = toldOf(reading)
  if (measure === undefined || !told || reading.flags.includes('survey') || !('among' in definition)) return null
  const number = (value: number) => formatNumber(value, preferences.language.value)
  const places = unitsOn(figures, definition.among, period.to)
    .map(({ id }) => ({ id, name: unitName(units.value.lookup(id), t), value: amountIn(figures, id, measure, period) }))
    .filter(({ value }) => value > 0)
  const rest = told.numerator - places.reduce((sum, { value }) => sum + value, 0)
  return (
    <section class="card">
      <TableRegion label={t('overview.by-place')}>
        <table class="data">
          <caption>{t('overview.by-place')}</caption>
          <tbody>
            {sortedByName(places, ({ name }) => name).map(({ id, name, value }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`/area/${id}?${query}`}>{name}</a>
                </th>
                <td>{number(value)}</td>
              </tr>
            ))}
            {rest !== 0 && (
              <tr>
                <th scope="row">{t('overview.whole-area')}</th>
                <td>{number(rest)}</td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('month.sum')}</th>
              <td>{number(told.numerator)}</td>
            </tr>
          </tfoot>
        </table>
      </TableRegion>
    </section>
  )
}
