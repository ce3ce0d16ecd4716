// What is to come: planned sessions by day, and those whose day has gone by without a session. From each a session is
// logged with what the plan already says.

import type { ComponentChildren } from 'preact'
import { subjectOf } from '../../store/subject.ts'
import { useMe } from '../actor.ts'
import { useWords } from '../context.ts'
import { Badge } from '../part/badge.tsx'
import { Fold } from '../part/fold.tsx'
import { Icon } from '../part/icon.tsx'
import { NationalDayCard } from '../part/national-day-card.tsx'
import { Page } from '../part/page.tsx'
import { PlanCalendar, PlansCalendar } from '../part/plan-calendar.tsx'
import { type Plan, type SortedPlans, usePlans } from '../plans.ts'
import { editPath, newPath } from '../record-path.ts'
import { plans as register } from '../register/commune.tsx'
import { type Say, useSay } from '../say.ts'
import '../part/rows.css'

export function Plans() {
  const t = useWords()
  const { mayMake } = useMe()
  const say = useSay()
  const sorted = usePlans()
  const rows = (plans: readonly Plan[], state: PlanState): ComponentChildren =>
    say && (
      <ul class="rows">
        {plans.map((plan) => (
          <PlanRow key={plan.id} plan={plan} say={say} state={state} />
        ))}
      </ul>
    )
  return (
    <Page title={t('plan.list')} back="/more">
      {mayMake('plan') && (
        <a class="button primary" href={newPath('plan')}>
          <Icon name="plus" />
          {t('plan.add')}
        </a>
      )}
      {sorted && <NationalDayCard plans={[...sorted.coming, ...sorted.held]} />}
      <a class="button start" href="/tally-sheet">
        <Icon name="print" />
        {t('sheet.link')}
      </a>
      {sorted?.coming.length === 0 && <p class="card">{t('plan.empty')}</p>}
      {sorted && sorted.coming.length > 0 && (
        <section class="card">
          <h2>{t('plan.coming')}</h2>
          {rows(sorted.coming, 'coming')}
          <PlansCalendar plans={sorted.coming} />
        </section>
      )}
      {sorted && sorted.open.length > 0 && (
        <section class="card wait">
          <h2>{t('plan.open')}</h2>
          {rows(sorted.open, 'open')}
        </section>
      )}
      {sorted && sorted.held.length > 0 && <Fold title={t('plan.held', { count: sorted.held.length })}>{rows(sorted.held, 'held')}</Fold>}
    </Page>
  )
}

type PlanState = keyof SortedPlans

function PlanRow({ plan, say, state }: { plan: Plan; say: Say; state: PlanState }) {
  const t = useWords()
  const me = useMe()
  const name = register.name(plan, say)
  const { unit, organisation } = plan.data
  const mayEdit = me.may('edit', subjectOf(plan.kind, plan.data, plan.author), 'asked in the form')
  const mayLog = state !== 'held' && me.may('make', { kind: 'session', unit, author: me.identity.account, organisation })
  return (
    <li class="row">
      {mayEdit ? (
        <a class="row-main row-link" href={editPath('plan', plan.id)}>
          {name}
        </a>
      ) : (
        <span class="row-main">{name}</span>
      )}
      <span class="hint row-sub">
        {register.about(plan, say)} <Badge record={plan} quiet />
      </span>
      {mayLog && (
        <a class="button" href={`/session/new?plan=${plan.id}`}>
          {t('tab.log')} <span class="unseen">{name}</span>
        </a>
      )}
      {state === 'coming' && <PlanCalendar plan={plan} name={name} />}
    </li>
  )
}
