// A plan that the office adopted, to be adapted: what is still to be set comes first, then each of its parts in a card that opens.

import type { Adapting } from '../adapting.ts'
import { useAdapting } from '../adapting.ts'
import type { Form } from '../form.ts'
import { toSet } from '../pack-to-set.ts'
import { doubtsOf } from '../pack-words.ts'
import { AdaptCampaigns } from './adapt-campaigns.tsx'
import { AdaptHotlines } from './adapt-hotlines.tsx'
import { AdaptIndicators } from './adapt-indicators.tsx'
import { AdaptReports } from './adapt-reports.tsx'
import { AdaptRule } from './adapt-rule.tsx'
import { AdaptSlogans } from './adapt-slogans.tsx'
import { Fold } from './fold.tsx'
import { ToSetCard } from './to-set-card.tsx'
import './adapt.css'

export function AdaptPlan({ form }: { form: Form }) {
  const adapting = useAdapting(form)
  const { plan, saying } = adapting
  const { t, language } = saying
  const open = toSet(plan, language)
  const part = (list: string) => partState(adapting, open.filter(({ path }) => path[1] === list).length, list)
  const doubts = doubtsOf(plan)
  return (
    <>
      <ToSetCard toSet={open} />
      <Fold title={t('programme.reports')} {...part('reports')}>
        <AdaptRule adapting={adapting} />
        <AdaptReports adapting={adapting} />
      </Fold>
      <Fold title={t('programme.indicators')} {...part('indicators')}>
        <AdaptIndicators adapting={adapting} />
      </Fold>
      <Fold title={t('programme.campaigns')} {...part('campaigns')}>
        <AdaptCampaigns adapting={adapting} />
      </Fold>
      <Fold title={t('programme.hotlines')} {...part('hotlines')}>
        <AdaptHotlines adapting={adapting} />
      </Fold>
      <Fold title={t('programme.slogans')} {...part('slogans')}>
        <AdaptSlogans adapting={adapting} />
      </Fold>
      {doubts.length > 0 && (
        <Fold title={t('programme.doubts')} about={t('adapt.count', { count: doubts.length })}>
          <ul class="stack">
            {doubts.map(({ what }) => (
              <li key={what.vi}>{what[language]}</li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  )
}

/** What its line says while it is closed; what is wrong in it opens it. */
function partState({ plan, form, saying: { t } }: Adapting, missing: number, list: string): { about: string; open: boolean } {
  const content = (plan as Record<string, unknown>)[list]
  const count = Array.isArray(content) ? content.length : 0
  return {
    about: missing > 0 ? t('adapt.missing', { count: missing }) : t('adapt.count', { count }),
    open: form.problems.some(({ path }) => path[0] === 'pack' && path[1] === list),
  }
}
