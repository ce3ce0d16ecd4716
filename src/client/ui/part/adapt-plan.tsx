// A plan that the office adopted, to be adapted: what is still to be set comes first, then each of its parts in a card that opens.

import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { type Adapting, useAdapting } from '../adapting.ts'
import { afterPaint } from '../after-paint.ts'
import type { Form } from '../form.ts'
import { type ToSet, toSet } from '../pack-to-set.ts'
import { doubtsOf } from '../pack-words.ts'
import { AdaptCampaigns } from './adapt-campaigns.tsx'
import { AdaptHotlines } from './adapt-hotlines.tsx'
import { AdaptIndicators } from './adapt-indicators.tsx'
import { AdaptReports } from './adapt-reports.tsx'
import { AdaptRule } from './adapt-rule.tsx'
import { AdaptSlogans } from './adapt-slogans.tsx'
import { fieldId } from './error-summary.tsx'
import { Fold } from './fold.tsx'
import { ToSetCard } from './to-set-card.tsx'
import './adapt.css'

/** `children` stand between what is to be set and the parts of the plan. */
export function AdaptPlan({ form, children }: { form: Form; children: ComponentChildren }) {
  const adapting = useAdapting(form)
  const [sought, setSought] = useState<ToSet | undefined>(undefined)
  useLead(sought)
  const { plan, saying } = adapting
  const { t, language } = saying
  const open = toSet(plan, language)
  const part = (list: string) => {
    const { about, isWrong } = partState(adapting, open.filter(({ path }) => path[1] === list).length, list)
    return { about, open: isWrong || sought?.path[1] === list }
  }
  const doubts = doubtsOf(plan)
  // Her card may have been closed since: it is let go of first, so that it opens again.
  const go = (one: ToSet) => {
    setSought(undefined)
    afterPaint(() => setSought(one))
  }
  return (
    <>
      <ToSetCard toSet={open} onGo={go} />
      {children}
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

/** Its card opens first, then the field takes the focus. */
function useLead(sought: ToSet | undefined) {
  useEffect(() => {
    if (!sought) return
    return afterPaint(() => {
      const field = document.getElementById(fieldId(sought.path))
      field?.scrollIntoView({ block: 'center' })
      field?.focus()
    })
  }, [sought])
}

/** What its line says while it is closed; what is wrong in it opens it. */
function partState({ plan, form, saying: { t } }: Adapting, missing: number, list: string): { about: string; isWrong: boolean } {
  const content = (plan as Record<string, unknown>)[list]
  const count = Array.isArray(content) ? content.length : 0
  return {
    about: missing > 0 ? t('adapt.missing', { count: missing }) : t('adapt.count', { count }),
    isWrong: form.problems.some(({ path }) => path[0] === 'pack' && path[1] === list),
  }
}
