// What is to come: planned sessions by day, and those whose day has gone by without a session. From each a session is
// logged with what the plan already says.

import type { ComponentChildren } from 'preact'
import { useLive } from '../../store/live.ts'
import { listRecords, listSessions } from '../../store/read.ts'
import type { Shown } from '../../store/shown.ts'
import { subjectOf } from '../../store/subject.ts'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { Badge } from '../part/badge.tsx'
import { Fold } from '../part/fold.tsx'
import { Icon } from '../part/icon.tsx'
import { Page } from '../part/page.tsx'
import { editPath, newPath } from '../record-path.ts'
import { plans as register } from '../register/commune.tsx'
import { type Say, useSay } from '../say.ts'
import '../part/rows.css'

type Plan = Shown<'plan'>

export function Plans() {
  const t = useWords()
  const me = useMe()
  const say = useSay()
  const sorted = useSortedPlans()
  const unit = me.commune?.id ?? me.identity.scope.province
  const mayMake = me.may('make', { kind: 'plan', unit, author: me.identity.account, organisation: me.identity.scope.organisation })
  const rows = (plans: readonly Plan[], log: boolean): ComponentChildren =>
    say && (
      <ul class="rows">
        {plans.map((plan) => (
          <PlanRow key={plan.id} plan={plan} say={say} log={log} />
        ))}
      </ul>
    )
  return (
    <Page title={t('plan.list')} back="/more">
      {mayMake && (
        <a class="button primary" href={newPath('plan')}>
          <Icon name="plus" />
          {t('plan.add')}
        </a>
      )}
      <a class="button start" href="/tally-sheet">
        <Icon name="print" />
        {t('sheet.link')}
      </a>
      {sorted?.coming.length === 0 && <p class="card">{t('plan.empty')}</p>}
      {sorted && sorted.coming.length > 0 && (
        <section class="card">
          <h2>{t('plan.coming')}</h2>
          {rows(sorted.coming, true)}
        </section>
      )}
      {sorted && sorted.open.length > 0 && (
        <section class="card wait">
          <h2>{t('plan.open')}</h2>
          {rows(sorted.open, true)}
        </section>
      )}
      {sorted && sorted.held.length > 0 && <Fold title={t('plan.held', { count: sorted.held.length })}>{rows(sorted.held, false)}</Fold>}
    </Page>
  )
}

/** Coming: nearest first. Open and held: newest first; held is what has a session of the same place and day. */
function useSortedPlans(): { coming: Plan[]; open: Plan[]; held: Plan[] } | undefined {
  const { store } = useApp()
  const today = useToday()
  return useLive(async () => {
    const [plans, sessions] = await Promise.all([listRecords(store, 'plan'), listSessions(store)])
    const places = new Set(sessions.map(({ data }) => `${data.date} ${data.unit}`))
    const isHeld = ({ data }: Plan) => places.has(`${data.date} ${data.unit}`)
    const byDay = plans.sort((a, b) => (a.data.date < b.data.date ? -1 : a.data.date > b.data.date ? 1 : 0))
    const past = byDay.filter((plan) => plan.data.date < today && !isHeld(plan)).reverse()
    return { coming: byDay.filter((plan) => plan.data.date >= today && !isHeld(plan)), open: past, held: byDay.filter(isHeld).reverse() }
  }, [today])
}

function PlanRow({ plan, say, log }: { plan: Plan; say: Say; log: boolean }) {
  const t = useWords()
  const me = useMe()
  const name = register.name(plan, say)
  const { unit, organisation } = plan.data
  const mayEdit = me.may('edit', subjectOf(plan.kind, plan.data, plan.author), 'asked in the form')
  const mayLog = log && me.may('make', { kind: 'session', unit, author: me.identity.account, organisation })
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
    </li>
  )
}
