// Plain sums where a plan asks for no share: together, and for each organisation. What nobody recorded is not told as zero.

import type { OrganisationCounts as Counts, Reading } from '../../../programme/reading.ts'
import { formatNumber } from '../../../text/format.ts'
import { figureName } from '../figure-name.ts'
import { useSay } from '../say.ts'
import { TableRegion } from './table-region.tsx'
import './data-table.css'

export function OrganisationCounts({ reading: { totals = {}, byOrganisation = [] } }: { reading: Reading }) {
  const say = useSay()
  if (!say) return null
  const { t } = say
  const measures = Object.keys(totals)
  const number = (value: number | undefined) => (value ? formatNumber(value, say.language) : '–')
  const all: Counts = { organisation: '', values: totals }
  if (byOrganisation.length === 0) return <p class="told-share">{t('coverage.never')}</p>
  return (
    <TableRegion label={t('overview.by-organisation')}>
      <table class="data">
        <caption>{t('overview.by-organisation')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('overview.counted')}</th>
            <th scope="col">{t('overview.together')}</th>
            {byOrganisation.map(({ organisation }) => (
              <th scope="col" key={organisation}>
                {organisation === '' ? t('overview.no-organisation') : say.record(organisation)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <tr key={measure}>
              <th scope="row">{figureName(measure, say)}</th>
              {[all, ...byOrganisation].map(({ organisation, values }, place) => (
                <td key={`${place} ${organisation}`}>{number(values[measure])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}
