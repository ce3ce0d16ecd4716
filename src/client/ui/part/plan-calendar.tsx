// Ways to have a phone's own calendar remind of plans: a file that any calendar takes, and a link for Google's.

import { googleLink, toCalendar } from '../../report/calendar.ts'
import { useApp, useNow, useWords } from '../context.ts'
import { planEvent } from '../plan-event.ts'
import type { Plan } from '../plans.ts'
import { Icon } from './icon.tsx'

/** One plan: closed, so that the list stays a list. */
export function PlanCalendar({ plan, name }: { plan: Plan; name: string }) {
  const t = useWords()
  const { toEvent, download } = useCalendar()
  return (
    <details class="row-more no-print">
      <summary class="button quiet">
        <Icon name="day" />
        {t('plan-calendar.remind')} <span class="unseen">{name}</span>
      </summary>
      <div class="line">
        <button type="button" class="button" onClick={() => download([plan], `lich-${plan.data.date}`)}>
          <Icon name="file" />
          {t('plan-calendar.file')}
        </button>
        <a class="button" href={googleLink(toEvent(plan))} target="_blank" rel="noopener noreferrer">
          <Icon name="forward" />
          {t('plan-calendar.google')}
        </a>
      </div>
      <p class="hint">{t('plan-calendar.how')}</p>
    </details>
  )
}

/** All that are coming, in one file. */
export function PlansCalendar({ plans }: { plans: readonly Plan[] }) {
  const t = useWords()
  const { download } = useCalendar()
  return (
    <div class="stack no-print">
      <button type="button" class="button" onClick={() => download(plans, 'lich-sap-toi')}>
        <Icon name="file" />
        {t('plan-calendar.all', { count: plans.length })}
      </button>
      <p class="hint">{t('plan-calendar.how')}</p>
    </div>
  )
}

function useCalendar() {
  const t = useWords()
  const now = useNow()
  const { outlet, units, identity } = useApp()
  const practice = identity.value?.scope.practice === true
  const toEvent = (plan: Plan) => planEvent(plan, { t, units: units.value, practice })
  return {
    toEvent,
    download(plans: readonly Plan[], name: string) {
      const file = new Blob([toCalendar(plans.map(toEvent), now)], { type: 'text/calendar;charset=utf-8' })
      outlet.download(`${practice ? 'dien-tap-' : ''}${name}.ics`, file)
    },
  }
}
