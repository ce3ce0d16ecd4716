// In July: how many days are left until 30/7, and the way to plan something for it where nothing is planned yet.

import { useMe } from '../actor.ts'
import { useToday, useWords } from '../context.ts'
import { nationalDay } from '../national-day.ts'
import type { Plan } from '../plans.ts'
import { newPath } from '../record-path.ts'
import { Icon } from './icon.tsx'

export function NationalDayCard({ plans }: { plans: readonly Plan[] }) {
  const t = useWords()
  const { mayMake } = useMe()
  const coming = nationalDay(useToday())
  if (!coming) return null
  const { date, daysLeft } = coming
  const planned = plans.filter(({ data }) => data.date === date).length
  return (
    <section class="card good">
      <h2 class="line">
        <Icon name="day" />
        {t('national-day.title')}
      </h2>
      <p>{daysLeft === 0 ? t('national-day.today') : t('national-day.left', { count: daysLeft })}</p>
      <p class="hint">{t('national-day.law')}</p>
      {planned > 0 && <p>{t('national-day.planned', { count: planned })}</p>}
      {planned === 0 && mayMake('plan') && (
        <a class="button" href={`${newPath('plan')}?date=${date}`}>
          <Icon name="plus" />
          {t('national-day.plan')}
        </a>
      )}
    </section>
  )
}
