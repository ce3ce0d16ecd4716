// A record being entered: its fields, kept as a draft at every change, and saving it. The draft outlives the page, the
// app and the phone's battery; it goes only when the record is saved or the person throws it away.

import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Problem } from '../../model/problem.ts'
import { difference, type Fields } from '../../model/record.ts'
import type { KindName } from '../../model/registry.ts'
import type { Result } from '../../model/result.ts'
import { dropDraft, getDraft, putDraft } from '../store/draft.ts'
import { getRecord } from '../store/read.ts'
import { resolveConflict, save } from '../store/save.ts'
import type { Shown } from '../store/shown.ts'
import { isUndecided } from '../store/undecided.ts'
import { useApp, useToday, useWords } from './context.ts'
import { fieldsByHand } from './decision.ts'
import { fieldProblem } from './field-problem.ts'

export interface Form {
  kind: KindName
  id: string | undefined
  fields: Fields
  /** The record as it is now, where one is being edited. */
  record: Shown | undefined
  reason: string
  problems: Problem[]
  /** Grows with each refused save, so that the summary takes focus again. */
  attempt: number
  draftAt: number | undefined
  saving: boolean
  /** Saving decides what two have said differently of it. */
  decides: boolean
  set: (name: string, value: unknown) => void
  setReason: (reason: string) => void
  errorAt: (...path: string[]) => string | undefined
  submit: () => Promise<void>
  discard: () => Promise<void>
}

interface FormOptions {
  kind: KindName
  id?: string | undefined
  /** What a new record was begun from ({ site: "…" }): each beginning has a draft of its own. */
  query?: Record<string, string>
  /** What a new record starts with; asked once. */
  defaults: () => Promise<Fields> | Fields
  /** How a new record is saved, where that is more than one. */
  saveNew?: (fields: Fields, id: string) => Promise<Result<Shown, Problem[]>>
  /** Where to go after saving. */
  onSaved: (saved: Shown) => void
}

interface Draft {
  fields: Fields
  reason: string
  /** The id that the new record will have: saved twice, from two tabs, it is still one record. */
  newId?: string
}

function draftKey(kind: KindName, id: string | undefined, query: Record<string, string>): string {
  const from = new URLSearchParams(query).toString()
  return `${kind}:${id ?? (from === '' ? 'new' : `new?${from}`)}`
}

/** Undefined while the record and its draft are being read; null where there is no such record. */
export function useForm({ kind, id, query = {}, defaults, saveNew, onSaved }: FormOptions): Form | undefined | null {
  const app = useApp()
  const t = useWords()
  const today = useToday()
  const key = draftKey(kind, id, query)
  const fields = useSignal<Fields | undefined | null>(undefined)
  const record = useSignal<Shown | undefined>(undefined)
  const reason = useSignal('')
  const problems = useSignal<Problem[]>([])
  const attempt = useSignal(0)
  const draftAt = useSignal<number | undefined>(undefined)
  const saving = useRef(false)
  const newId = useRef('')
  const isAskedToDecide = useLocation().query['decide'] !== undefined
  const decides = isAskedToDecide && record.value !== undefined && isUndecided(record.value)

  useEffect(() => {
    void load()
  }, [key])

  async function load() {
    const [found, kept] = await Promise.all([id ? getRecord(app.store, id) : undefined, getDraft(app.store, key)])
    const draft = kept?.value as Draft | undefined
    record.value = found
    draftAt.value = kept?.at
    reason.value = draft?.reason ?? ''
    newId.current = draft?.newId ?? app.environment.newId()
    fields.value = id && !found ? null : (draft?.fields ?? (found ? (found.data as Fields) : await defaults()))
  }

  function keep() {
    const at = app.environment.now()
    void putDraft(app.store, key, { fields: fields.value, reason: reason.value, newId: newId.current }, at).then((kept) => {
      if (kept.ok) draftAt.value = at
    })
  }

  async function submit() {
    if (saving.current || !fields.value) return
    saving.current = true
    const result = await put(filled(fields.value))
    saving.current = false
    if (!result.ok) {
      problems.value = result.problem
      attempt.value += 1
      return
    }
    // Told as soon as it is so: the draft goes in a write of its own, and whoever reads it next waits for that.
    app.toast.value = { text: t(decides ? 'decide.done' : 'save.done') }
    void dropDraft(app.store, key)
    app.wakeSync()
    void app.environment.storage.persist()
    onSaved(result.value)
  }

  function put(entered: Fields) {
    const { store, environment, units } = app
    const { lookup } = units.value
    const held = record.value
    if (decides && held) {
      return resolveConflict(store, environment, lookup, held.id, fieldsByHand(held, difference(held.data, entered), entered), reason.value || undefined)
    }
    if (saveNew && !id) return saveNew(entered, newId.current)
    return save(store, environment, lookup, { kind, id: id ?? newId.current, fields: entered, ...(reason.value ? { reason: reason.value } : {}), today })
  }

  async function discard() {
    const kept = { fields: fields.value, reason: reason.value, newId: newId.current }
    await dropDraft(app.store, key)
    app.toast.value = {
      text: t('draft.dropped'),
      action: { label: t('action.undo'), run: () => void putDraft(app.store, key, kept, app.environment.now()).then(load) },
    }
    problems.value = []
    await load()
  }

  if (fields.value === undefined || fields.value === null) return fields.value
  return {
    kind,
    id,
    fields: fields.value,
    record: record.value,
    reason: reason.value,
    problems: problems.value,
    attempt: attempt.value,
    // Asked for only where it is told, so that keeping a draft draws nothing else anew.
    get draftAt() {
      return draftAt.value
    },
    saving: saving.current,
    decides,
    submit,
    discard,
    set: (name, value) => {
      fields.value = { ...fields.value, [name]: value }
      if (problems.value.length > 0) problems.value = problems.value.filter(({ path }) => path[0] !== name)
      keep()
    },
    setReason: (text) => {
      reason.value = text
      keep()
    },
    errorAt: (...path) => {
      const found = problems.value.find((problem) => problem.path.join() === path.join())
      return found && fieldProblem(t, kind, found)
    },
  }
}

/** What was really entered: empty texts, lists and groups count as not entered. */
function filled(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)))
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}
