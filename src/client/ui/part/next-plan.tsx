// What comes next, for the first screen: a session planned for today before all else there, else the nearest one; her own before
// others', with the way to log it. And in July the national day. Nothing where nothing is coming.

import { formatDay } from '../../../text/format.ts'
import { useMe } from '../actor.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { type Plan, type SortedPlans, usePlans } from '../plans.ts'
import { termName, unitName } from '../words.ts'
import { NationalDayCard } from './national-day-card.tsx'
import './rows.css'

export function TodaysPlan() {
  const today = useToday()
  const plans = usePlans(today)
  const next = plans && nextOf(plansOn(today, plans))
  return next ? <Next plan={next} others={plans.coming.length - 1} /> : null
}

export function NextPlan() {
  const today = useToday()
  const plans = usePlans(today)
  if (!plans) return null
  const next = plansOn(today, plans).length === 0 && nextOf(plans.coming)
  return (
    <>
      <NationalDayCard plans={[...plans.coming, ...plans.held]} />
      {next && <Next plan={next} others={plans.coming.length - 1} />}
    </>
  )
}

const plansOn = (day: string, { coming }: SortedPlans): Plan[] => coming.filter(({ data }) => data.date === day)

const nextOf = (plans: readonly Plan[]): Plan | undefined => plans.find(({ mine }) => mine) ?? plans[0]

function Next({ plan: { id, data }, others }: { plan: Plan; others: number }) {
  const t = useWords()
  const me = useMe()
  const today = useToday()
  const { units, preferences } = useApp()
  const { date, partOfDay, unit, form, organisation } = data
  const day = date === today ? t('day.today') : formatDay(date, today, preferences.language.value)
  const when = partOfDay ? `${day}, ${termName(t, 'partOfDay', partOfDay).toLowerCase()}` : day
  const where = unitName(units.value.lookup(unit), t)
  return (
    <section class="card">
      <h2>{t('next-plan.title')}</h2>
      <div class="row">
        <span class="row-main">{where}</span>
        <span class="hint row-sub">
          {when} · {termName(t, 'form', form)}
        </span>
        {me.may('make', { kind: 'session', unit, author: me.identity.account, organisation }) && (
          <a class="button" href={`/session/new?plan=${id}`}>
            {t('tab.log')} <span class="unseen">{`${where}, ${when}`}</span>
          </a>
        )}
      </div>
      <a class="button quiet start" href="/plans">
        {others > 0 ? t('next-plan.all', { count: others }) : t('next-plan.list')}
      </a>
    </section>
  )
}
