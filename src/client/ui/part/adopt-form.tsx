// For whom a plan is adopted and for which time. A unit that has it already is told so, with the way there.

import type { Pack } from '../../../programme/pack.ts'
import { formatDate } from '../../../text/format.ts'
import { useMe } from '../actor.ts'
import type { Adoption } from '../adoption.ts'
import { useApp, useToday, useWords } from '../context.ts'
import { periodDates } from '../period-name.ts'
import { editPath } from '../record-path.ts'
import { fieldLabel, unitName } from '../words.ts'
import { Choice } from './choice.tsx'
import { DateInput } from './date-field.tsx'
import { ErrorSummary, fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { UnitPicker } from './unit-picker.tsx'

interface AdoptFormProps {
  plan: Pack
  adoption: Adoption
}

export function AdoptForm({ plan, adoption }: AdoptFormProps) {
  return (
    <>
      <ErrorSummary kind="programme" problems={adoption.problems} attempt={adoption.attempt} />
      <form class="card" noValidate onSubmit={(event) => event.preventDefault()}>
        <ForWhom adoption={adoption} />
        {adoption.former ? <Former adoption={adoption} /> : <ForWhichTime plan={plan} adoption={adoption} />}
      </form>
    </>
  )
}

function ForWhom({ adoption: { unit, setUnit } }: { adoption: Adoption }) {
  const t = useWords()
  const { units } = useApp()
  const { province } = useMe().identity.scope
  const isWhole = unit === province
  const id = fieldId(['unit'])
  return (
    <>
      <Field id={id} label={t('adopt.for-whom')} group>
        <Choice
          options={[
            { value: 'province', label: unitName(units.value.lookup(province), t) },
            { value: 'commune', label: t('adopt.one-commune') },
          ]}
          chosen={[isWhole ? 'province' : 'commune']}
          onChoose={(chosen) => setUnit(chosen === 'province' ? province : undefined)}
        />
      </Field>
      {!isWhole && (
        <Field id={`${id}-commune`} label={t('adopt.which-commune')} group>
          <UnitPicker id={`${id}-commune`} value={unit} levels={['commune']} onChoose={setUnit} />
        </Field>
      )}
    </>
  )
}

function Former({ adoption: { former } }: { adoption: Adoption }) {
  const t = useWords()
  if (!former) return null
  const { name, adoptedOn } = former.data
  return (
    <div role="status">
      <p>
        <b>{t('adopt.already', { date: formatDate(adoptedOn), name })}</b>
      </p>
      <a class="row-link" href={editPath('programme', former.id)}>
        {t('adopt.open-former')}
      </a>
    </div>
  )
}

function ForWhichTime({ plan, adoption: { span, setSpan, problems } }: AdoptFormProps) {
  const t = useWords()
  const today = useToday()
  const isOver = plan.period.to !== undefined && plan.period.to < today
  const said = plan.period.to === undefined ? formatDate(plan.period.from) : periodDates({ kind: 'dates', from: plan.period.from, to: plan.period.to }, t)
  return (
    <>
      <p class={isOver ? undefined : 'hint'}>{t(isOver ? 'adopt.over' : 'adopt.time', { said })}</p>
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} id={fieldId([end])} label={fieldLabel(t, 'programme', [end])} optional={end === 'to'} error={errorAt(end)} group>
          <DateInput
            id={fieldId([end])}
            label={fieldLabel(t, 'programme', [end])}
            value={span[end]}
            error={errorAt(end)}
            onChange={(day) => setSpan({ [end]: day })}
          />
        </Field>
      ))}
    </>
  )

  function errorAt(end: string): string | undefined {
    const found = problems.find(({ path }) => path[0] === end)
    return found && t(`problem.${found.code}`)
  }
}
