// How many sessions and people a unit had in a period. Attendance stands under its own name and is divided by nothing.

import type { UnitSums } from '../../../programme/area.ts'
import { formatNumber } from '../../../text/format.ts'
import { useApp, useWords } from '../context.ts'
import './figure.css'

export function PeopleCard({ sums }: { sums: UnitSums | undefined }) {
  const t = useWords()
  const language = useApp().preferences.language.value
  const number = (value: number) => formatNumber(value, language)
  return (
    <section class="card">
      <h2>{t('coverage.people')}</h2>
      {!sums && <p>{t('indicator.none.not aligned')}</p>}
      {sums?.sessions === 0 && <p>{t('coverage.no-data')}</p>}
      {sums && sums.sessions > 0 && (
        <dl class="figures">
          <div>
            <dt>{t('coverage.sessions')}</dt>
            <dd>{number(sums.sessions)}</dd>
          </div>
          <div>
            <dt>
              {t('coverage.attendance')} <span class="hint">{t('coverage.attendance-note')}</span>
            </dt>
            <dd>{number(sums.attendance)}</dd>
          </div>
          <div>
            <dt>
              {t('coverage.first-time')} <span class="hint">{t('coverage.as-asked')}</span>
            </dt>
            <dd>{sums.firstTime === undefined ? t('coverage.not-asked') : number(sums.firstTime)}</dd>
          </div>
        </dl>
      )}
    </section>
  )
}
