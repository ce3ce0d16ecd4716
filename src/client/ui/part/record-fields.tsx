// The fields of any kind as inputs, drawn from the kind's own definition. Kinds with parts of their own say which.

import type { ComponentChildren } from 'preact'
import type { Field as FieldDefinition } from '../../../model/kind.ts'
import { canSetField } from '../../../model/permission.ts'
import { kindNamed } from '../../../model/registry.ts'
import { translateDynamic } from '../../../text/translate.ts'
import { actorOf } from '../../store/identity.ts'
import { useMe } from '../actor.ts'
import { useWords } from '../context.ts'
import type { Form } from '../form.ts'
import { fieldLabel, termName } from '../words.ts'
import { Choice } from './choice.tsx'
import { DateInput } from './date-field.tsx'
import { fieldId } from './error-summary.tsx'
import { Field } from './field.tsx'
import { NumberInput } from './number-input.tsx'
import { OrganisationChoice } from './organisation-choice.tsx'
import { RecordChoice } from './record-choice.tsx'
import { type Span, SpanInput } from './span-input.tsx'
import { Stepper } from './stepper.tsx'
import { toggled } from './toggled.ts'
import { UnitPicker } from './unit-picker.tsx'

interface RecordFieldsProps {
  form: Form
  names: readonly string[]
  /** Parts of the screen made for one field. */
  parts?: Record<string, (form: Form) => ComponentChildren>
}

export function RecordFields({ form, names, parts = {} }: RecordFieldsProps) {
  const { identity, home, asking } = useMe()
  // Before a place is chosen, the person's own commune is what will most likely be chosen.
  const unit = typeof form.fields['unit'] === 'string' ? form.fields['unit'] : home
  const subject = { kind: form.kind, unit, author: identity.account }
  const { fields } = kindNamed(form.kind)
  return (
    <>
      {names.map((name) => {
        const definition = fields[name]
        if (!definition) return null
        if (definition.fixed && form.record) return null
        if (!canSetField(actorOf(identity), subject, name, asking)) return null
        if (!parts[name] && definition.ask.as === 'part') return null
        return parts[name] ? parts[name](form) : <OneField key={name} form={form} name={name} definition={definition} />
      })}
    </>
  )
}

function OneField({ form, name, definition }: { form: Form; name: string; definition: FieldDefinition }) {
  const t = useWords()
  const id = fieldId([name])
  const label = fieldLabel(t, form.kind, [name])
  const hint = translateDynamic(t, `hint.${form.kind}.${name}`, '') || undefined
  const error = form.errorAt(name)
  const { ask } = definition
  const optional = definition.schema.safeParse(undefined).success
  const single = ask.as === 'text' || ask.as === 'whole' || ask.as === 'decimal'
  return (
    <Field id={id} label={label} hint={hint} optional={optional} error={error} group={!single}>
      {input()}
    </Field>
  )

  function input(): ComponentChildren {
    const value = form.fields[name]
    if (ask.as === 'text')
      return (
        <TextInput id={id} value={value} lines={ask.lines} wrong={error !== undefined} hinted={hint !== undefined} onInput={(text) => form.set(name, text)} />
      )
    if (ask.as === 'whole') return <NumberInput id={id} value={value} wrong={error !== undefined} onInput={(whole) => form.set(name, whole)} />
    if (ask.as === 'date')
      return <DateInput id={id} label={label} value={value as string | undefined} error={error} onChange={(date) => form.set(name, date)} />
    if (ask.as === 'unit')
      return <UnitPicker id={id} value={value as string | undefined} levels={ask.levels} on={dayOf(form)} onChoose={(unit) => form.set(name, unit)} />
    if (ask.as === 'organisation')
      return <OrganisationChoice chosen={value as string | string[] | undefined} several={name === 'partners'} onChange={(chosen) => form.set(name, chosen)} />
    if (ask.as === 'yes-no') return <YesNo value={value as boolean | undefined} onChange={(yes) => form.set(name, yes)} />
    if (ask.as === 'wholes') return <Wholes form={form} name={name} parts={ask.of} />
    if (ask.as === 'record') return <RecordChoice kind={ask.kind} chosen={value as string | undefined} onChange={(chosen) => form.set(name, chosen)} />
    if (ask.as === 'decimal') return <NumberInput id={id} value={value} decimal wrong={error !== undefined} onInput={(number) => form.set(name, number)} />
    if (ask.as === 'span')
      return (
        <SpanInput
          id={id}
          label={label}
          value={value as Span | undefined}
          error={error ?? form.errorAt(name, 'to')}
          onChange={(span) => form.set(name, span)}
        />
      )
    if (ask.as === 'part') return null
    const chosen = Array.isArray(value) ? (value as string[]) : value === undefined ? [] : [value as string]
    const options = ask.of.map((code) => ({ value: code, label: termName(t, ask.terms, code) }))
    return <Choice options={options} chosen={chosen} onChoose={(code) => form.set(name, ask.as === 'many' ? toggled(chosen, code) : code)} />
  }
}

function dayOf({ fields: { date } }: Form): string | undefined {
  return typeof date === 'string' ? date : undefined
}

interface TextInputProps {
  id: string
  value: unknown
  lines?: number | undefined
  wrong: boolean
  hinted: boolean
  onInput: (text: string) => void
}

/** Nothing is trimmed or filtered while typing: Vietnamese tones may come last. */
function TextInput({ id, value, lines, wrong, hinted, onInput }: TextInputProps) {
  const text = typeof value === 'string' ? value : ''
  const common = {
    id,
    class: 'input',
    value: text,
    'aria-invalid': wrong ? ('true' as const) : undefined,
    'aria-describedby': hinted ? `${id}-hint` : undefined,
  }
  if (lines) return <textarea {...common} rows={lines} onInput={(event) => onInput(event.currentTarget.value)} />
  return <input {...common} type="text" autocomplete="off" onInput={(event) => onInput(event.currentTarget.value)} />
}

function YesNo({ value, onChange }: { value: boolean | undefined; onChange: (yes: boolean) => void }) {
  const t = useWords()
  const options = [
    { value: 'no', label: t('form.no') },
    { value: 'yes', label: t('form.yes') },
  ]
  return <Choice options={options} chosen={value === undefined ? [] : [value ? 'yes' : 'no']} onChoose={(code) => onChange(code === 'yes')} />
}

/** A group of numbers that belong together: members and how many are women; people and their ages. */
function Wholes({ form, name, parts }: { form: Form; name: string; parts: readonly string[] }) {
  const t = useWords()
  const group = (form.fields[name] ?? {}) as Record<string, number | undefined>
  return (
    <div class="stack">
      {parts.map((part) => (
        <Stepper
          key={part}
          id={fieldId([name, part])}
          label={fieldLabel(t, form.kind, [name, part])}
          value={group[part]}
          error={form.errorAt(name, part)}
          onChange={(value) => form.set(name, withPart(part, value))}
        />
      ))}
    </div>
  )

  function withPart(part: string, value: number | undefined): Record<string, number> | undefined {
    const next = Object.entries({ ...group, [part]: value }).filter((entry): entry is [string, number] => entry[1] !== undefined)
    return next.length === 0 ? undefined : Object.fromEntries(next)
  }
}
