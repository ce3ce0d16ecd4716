// The first two cards of logging: where and when, what about. Once filled each is one line with "change" beside it.

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { formatDay } from '../../../text/format.ts'
import { useApp, useWords } from '../context.ts'
import type { Form } from '../form.ts'
import { usePassingDay } from '../passing-day.ts'
import { fieldLabel, termName, unitName } from '../words.ts'
import { RecentDate } from './date-field.tsx'
import { DayDoubt } from './day-doubt.tsx'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { RecordFields } from './record-fields.tsx'
import { UnitPicker } from './unit-picker.tsx'
import './fold.css'

export function WhereCard({ form, recent }: { form: Form; recent: readonly string[] }) {
  const t = useWords()
  const today = usePassingDay()
  const { units, preferences } = useApp()
  const unit = form.field('unit') as string | undefined
  const date = form.field('date') as string | undefined
  const wrong = form.problems.some(({ path }) => path[0] === 'unit' || path[0] === 'date')
  const told =
    unit && date
      ? `${unitName(units.value.lookup(unit), t)} · ${date === today ? `${t('day.today')}, ` : ''}${formatDay(date, today, preferences.language.value)}`
      : undefined
  return (
    <Remembered title={t('log.where')} told={told} about={<DayDoubt date={date} today={today} />} wrong={wrong}>
      <Field id={fieldId(['unit'])} label={fieldLabel(t, 'session', ['unit'])} error={form.errorAt('unit')} group>
        <UnitPicker id={fieldId(['unit'])} value={unit} levels={LEVELS} recent={recent} on={date} onChoose={(chosen) => form.set('unit', chosen)} />
      </Field>
      <Field id={fieldId(['date'])} label={fieldLabel(t, 'session', ['date'])} error={form.errorAt('date')} group>
        <RecentDate
          id={fieldId(['date'])}
          label={fieldLabel(t, 'session', ['date'])}
          value={date}
          error={form.errorAt('date')}
          onChange={(chosen) => form.set('date', chosen)}
        />
      </Field>
    </Remembered>
  )
}

const LEVELS = ['village', 'commune', 'province'] as const

export function WhatCard({ form }: { form: Form }) {
  const t = useWords()
  const held = form.field('form') as string | undefined
  const topics = (form.field('topics') ?? []) as string[]
  const wrong = form.problems.some(({ path }) => path[0] === 'form' || path[0] === 'topics')
  const told = held && topics.length > 0 ? termName(t, 'form', held) : undefined
  const also = topics.map((topic) => termName(t, 'topic', topic)).join(', ')
  return (
    <Remembered title={t('log.what')} told={told} also={also} wrong={wrong}>
      <RecordFields form={form} names={['form', 'topics']} />
    </Remembered>
  )
}

interface RememberedProps {
  title: string
  /** Below it, open or closed. */
  about?: ComponentChildren
  /** What is already known, in one line; undefined while something is missing. */
  told: string | undefined
  also?: string
  wrong: boolean
  children: ComponentChildren
}

/** Closed only where everything was known before the screen opened: choosing must not make the choice jump away. */
function Remembered({ title, told, also, about, wrong, children }: RememberedProps) {
  const t = useWords()
  const [open, setOpen] = useState(told === undefined)
  return (
    <section class="card">
      <h2>{title}</h2>
      {open || wrong || told === undefined ? (
        <div class="stack fold-body">{children}</div>
      ) : (
        <div class="told">
          <div>
            <p>{told}</p>
            {also && <p class="hint">{also}</p>}
          </div>
          <button type="button" class="button" onClick={() => setOpen(true)}>
            {t('action.change')} <span class="unseen">{title}</span>
          </button>
        </div>
      )}
      {about}
    </section>
  )
}
