// How many came. Women and men make the total; every breakdown says at once what is still missing and can fill the rest.

import type { ComponentChildren } from 'preact'
import { useCallback, useState } from 'preact/hooks'
import { ages, type CountName, sexes, sumOf } from '../../../model/counts.ts'
import { useWords } from '../context.ts'
import type { Form } from '../form.ts'
import { fieldLabel } from '../words.ts'
import { Choice } from './choice.tsx'
import { CountAtDoor } from './count-at-door.tsx'
import { CountsQuick } from './counts-quick.tsx'
import { CountsRest, Wrong } from './counts-rest.tsx'
import { type Entered, withCount } from './entered.ts'
import { fieldId } from './error-summary.tsx'
import { Stepper } from './stepper.tsx'
import './counts-form.css'

const minority = ['minority', 'minorityFemale'] as const
const firstTimeParts = ['firstTime14to60', 'firstTime14to60Female', 'firstTimeUnder16'] as const

interface Counting {
  form: Form
  entered: Entered
  change: (name: CountName, value: number | undefined) => void
}

export function CountsForm({ form }: { form: Form }) {
  const t = useWords()
  const entered = enteredIn(form)
  // The same at every render: then a number that did not change is not drawn anew.
  const change: Counting['change'] = useCallback((name, value) => form.set('counts', withCount(enteredIn(form), name, value)), [form])
  const counting: Counting = { form, entered, change }
  const begun = entered.total !== undefined
  return (
    <section class="card" id={fieldId(['counts'])} tabIndex={-1}>
      <h2>{t('log.how-many')}</h2>
      {form.errorAt('counts') && <Wrong text={form.errorAt('counts') ?? ''} />}
      <Total {...counting} />
      {(begun || sumOf(entered, ages) !== undefined) && (
        <Group title={t('log.ages')} names={ages} {...counting}>
          <CountsRest {...counting} names={ages} />
        </Group>
      )}
      {(begun || entered.minority !== undefined) && <Minority {...counting} />}
      {(begun || entered.firstTime !== undefined) && <FirstTime {...counting} />}
      {begun && <Method form={form} entered={entered} />}
    </section>
  )
}

const enteredIn = (form: Form): Entered => (form.field('counts') ?? { method: 'counted' }) as Entered // only this part writes it

function Count({ form, entered, change, name }: Counting & { name: CountName }) {
  return <OneCount name={name} value={entered[name]} error={form.errorAt('counts', name)} change={change} />
}

function OneCount({ name, value, error, change }: { name: CountName; value: number | undefined; error: string | undefined; change: Counting['change'] }) {
  const t = useWords()
  return (
    <Stepper
      id={fieldId(['counts', name])}
      label={fieldLabel(t, 'session', ['counts', name])}
      value={value}
      error={error}
      onChange={(next) => change(name, next)}
    />
  )
}

function Total(counting: Counting) {
  const t = useWords()
  const { form, entered, change } = counting
  const [bySex, setBySex] = useState(entered.total === undefined || sumOf(entered, sexes) !== undefined)
  const error = form.errorAt('counts', 'total')
  return (
    <>
      {bySex ? (
        <>
          <Count {...counting} name="female" />
          <Count {...counting} name="male" />
          <CountAtDoor entered={entered} change={change} />
          <p class="counts-total" id={fieldId(['counts', 'total'])} tabIndex={-1}>
            {t('log.total')} <b>{entered.total === undefined || Number.isNaN(entered.total) ? '–' : t('count.people', { count: entered.total })}</b>
          </p>
          {error && <Wrong text={error} />}
        </>
      ) : (
        <Count {...counting} name="total" />
      )}
      <button type="button" class="button quiet start" onClick={turn}>
        {bySex ? t('log.only-total') : t('log.by-sex')}
      </button>
    </>
  )

  /** Knowing only the total takes the sexes away; knowing the sexes begins the total anew. */
  function turn() {
    setBySex(!bySex)
    const { female: _female, male: _male, total, ...rest } = entered
    form.set('counts', bySex && total !== undefined ? { ...rest, total } : rest)
  }
}

function Group({
  title,
  hint,
  names,
  children,
  ...counting
}: Counting & { title: string; hint?: string; names: readonly CountName[]; children?: ComponentChildren }) {
  const t = useWords()
  return (
    <div class="count-group">
      <h3>
        {title} <span class="hint">({t('form.optional')})</span>
      </h3>
      {hint && <p class="hint">{hint}</p>}
      {names.map((name) => (
        <Count key={name} {...counting} name={name} />
      ))}
      {children}
    </div>
  )
}

/** Of which women only where there is anybody. */
function Minority(counting: Counting) {
  const t = useWords()
  const { minority: held, minorityFemale } = counting.entered
  return (
    <Group title={t('log.minority')} names={held || minorityFemale !== undefined ? minority : ['minority']} {...counting}>
      <CountsQuick {...counting} name="minority" />
    </Group>
  )
}

function FirstTime(counting: Counting) {
  const t = useWords()
  const [more, setMore] = useState(firstTimeParts.some((name) => counting.entered[name] !== undefined))
  return (
    <Group title={t('log.first-time')} hint={t('log.first-time-script')} names={['firstTime']} {...counting}>
      {more && firstTimeParts.map((name) => <Count key={name} {...counting} name={name} />)}
      <CountsQuick {...counting} name="firstTime" />
      {!more && counting.entered.firstTime !== undefined && (
        <button type="button" class="button quiet start" onClick={() => setMore(true)}>
          {t('log.first-time-more')}
        </button>
      )}
    </Group>
  )
}

function Method({ form, entered }: { form: Form; entered: Entered }) {
  const t = useWords()
  const options = [
    { value: 'counted', label: t('part.counts.counted') },
    { value: 'estimated', label: t('part.counts.estimated') },
  ]
  return <Choice options={options} chosen={[entered.method ?? 'counted']} onChoose={(method) => form.set('counts', { ...entered, method })} />
}
