// A form as the parts of its screen see it: one and the same for as long as it stands open. Who reads a part of it is drawn
// anew when that part changes, and nobody else: on a slow phone the whole screen would take too long at every tap.

import { computed, type ReadonlySignal, type Signal } from '@preact/signals'
import type { Problem } from '../../model/problem.ts'
import type { Fields } from '../../model/record.ts'
import type { Translate } from '../../text/translate.ts'
import type { Shown } from '../store/shown.ts'
import { fieldProblem } from './field-problem.ts'
import type { Form } from './form.ts'

export interface Held {
  fields: Signal<Fields | undefined | null>
  record: Signal<Shown | undefined>
  reason: Signal<string>
  problems: Signal<Problem[]>
  attempt: Signal<number>
  draftAt: Signal<number | undefined>
}

export interface Doing extends Pick<Form, 'submit' | 'discard' | 'decides'> {
  /** The draft. */
  keep: () => void
}

export function formOver(held: Held, { kind, id }: Pick<Form, 'kind' | 'id'>, words: ReadonlySignal<Translate>, doing: { current: Doing }): Form {
  const single = new Map<string, ReadonlySignal<unknown>>()
  const { fields, problems } = held
  return {
    kind,
    id,
    get fields() {
      return fields.value ?? {}
    },
    field(name) {
      const one = single.get(name) ?? computed(() => fields.value?.[name])
      single.set(name, one)
      return one.value
    },
    get record() {
      return held.record.value
    },
    get reason() {
      return held.reason.value
    },
    get problems() {
      return problems.value
    },
    get attempt() {
      return held.attempt.value
    },
    get draftAt() {
      return held.draftAt.value
    },
    get decides() {
      return doing.current.decides
    },
    submit: () => doing.current.submit(),
    discard: () => doing.current.discard(),
    set(name, value) {
      fields.value = { ...fields.value, [name]: value }
      if (problems.value.length > 0) problems.value = problems.value.filter(({ path }) => path[0] !== name)
      doing.current.keep()
    },
    setReason(text) {
      held.reason.value = text
      doing.current.keep()
    },
    errorAt(...path) {
      const found = problems.value.find((problem) => problem.path.join() === path.join())
      return found && fieldProblem(words.value, kind, found)
    },
  }
}
