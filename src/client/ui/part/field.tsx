// A labelled place to enter something: label, hint, error beside it in the same words as in the summary.

import type { ComponentChildren } from 'preact'
import { useWords } from '../context.ts'
import { Icon } from './icon.tsx'
import './field.css'

interface FieldProps {
  id: string
  label: string
  hint?: string | undefined
  optional?: boolean | undefined
  error?: string | undefined
  /** A group of buttons is named by a legend, a single input by a label. */
  group?: boolean
  children: ComponentChildren
}

export function Field({ id, label, hint, optional, error, group, children }: FieldProps) {
  const t = useWords()
  const named = (
    <>
      {label}
      {optional && (
        <>
          {' '}
          <span class="hint">({t('form.optional')})</span>
        </>
      )}
    </>
  )
  const about = (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="alert" />
          {error}
        </p>
      )}
    </>
  )
  if (group) {
    return (
      <fieldset class={`field${error ? ' wrong' : ''}`} id={id} tabIndex={-1} aria-describedby={describedBy(id, hint, error)}>
        <legend>{named}</legend>
        {about}
        {children}
      </fieldset>
    )
  }
  return (
    <div class={`field${error ? ' wrong' : ''}`}>
      <label for={id}>{named}</label>
      {about}
      {children}
    </div>
  )
}

const describedBy = (id: string, hint: string | undefined, error: string | undefined): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
