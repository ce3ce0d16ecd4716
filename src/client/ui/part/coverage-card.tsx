// VC1 in short, for the home screen: how many villages of the commune had a session this quarter.

import { periodOf } from '../../../programme/period.ts'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { useCoverage } from '../coverage.ts'
import { periodName } from '../period-name.ts'
import { BulletBar } from './bullet-bar.tsx'
import { Icon } from './icon.tsx'
import { NoVillages } from './no-villages.tsx'

export function CoverageCard() {
  const { commune } = useMe()
  return commune ? <Card commune={commune.id} /> : null
}

function Card({ commune }: { commune: string }) {
  const t = useWords()
  const today = useToday()
  const { preferences } = useApp()
  const period = periodOf(preferences.periodRule.value, 'quarter', today)
  const now = useCoverage(commune, period)
  if (!now) return null
  const { numerator, denominator, missing } = now.figures.villages
  const isNothing = now.figures.sessions.length === 0
  const sentence = isNothing ? t('coverage.never') : t('coverage.villages', { numerator, denominator })
  return (
    <section class="card">
      <h2>
        {t('coverage.vc1')} · {periodName(period, t)}
      </h2>
      {denominator === 0 ? (
        <NoVillages />
      ) : (
        <BulletBar value={isNothing ? undefined : numerator} whole={denominator} met={isNothing ? undefined : numerator >= denominator} sentence={sentence} />
      )}
      {denominator > 0 && (
        <p>
          <b>{sentence}</b>. {missing.length === 0 ? t('coverage.none-missing') : t('coverage.missing-count', { count: missing.length })}
        </p>
      )}
      <a class="button" href="/coverage">
        <Icon name="chart" />
        {t('coverage.open')}
      </a>
    </section>
  )
}
