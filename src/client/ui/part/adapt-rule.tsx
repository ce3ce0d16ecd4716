// How the plan's periods are cut: by the state's rule or by the calendar, each with the days it means.

import { periodOf, periodRules } from '../../../programme/period.ts'
import type { Adapting } from '../adapting.ts'
import { useToday } from '../context.ts'
import { periodDates } from '../period-name.ts'
import { Choice } from './choice.tsx'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { OfficeChanged } from './office-changed.tsx'

export function AdaptRule({ adapting }: { adapting: Adapting }) {
  const { plan, shipped, saying, set } = adapting
  const { t } = saying
  const today = useToday()
  const quarter = periodOf(plan.rule, 'quarter', today)
  return (
    <div class="adapt-part">
      <Field
        id={fieldId(['pack', 'rule'])}
        label={t('programme.rule')}
        hint={t('adapt.rule-hint', { period: t('period.quarter', { number: quarter.number, year: quarter.year }), dates: periodDates(quarter, t) })}
        group
      >
        <Choice
          options={periodRules.map((rule) => ({ value: rule, label: t(`more.periods.${rule}`) }))}
          chosen={[plan.rule]}
          onChoose={(chosen) => {
            const rule = periodRules.find((one) => one === chosen)
            if (rule) set({ ...plan, rule })
          }}
        />
      </Field>
      <OfficeChanged adapting={adapting} line="rule" undo={shipped && (() => set({ ...plan, rule: shipped.rule }))} />
    </div>
  )
}
