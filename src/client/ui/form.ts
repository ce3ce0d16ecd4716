// A record being entered: its fields, kept as a draft at every change, and saving it. The draft outlives the page, the
// app and the phone's battery; it goes only when the record is saved or the person throws it away.

import { computed, useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Problem } from '../../model/problem.ts'
import { difference, type Fields } from '../../model/record.ts'
import type { KindName } from '../../model/registry.ts'
import { failed, type Result } from '../../model/result.ts'
import { dropDraft, getDraft, putDraft } from '../store/draft.ts'
import { getRecord } from '../store/read.ts'
import { resolveConflict, save } from '../store/save.ts'
import type { Shown } from '../store/shown.ts'
import { isUndecided } from '../store/undecided.ts'
import { afterPaint } from './after-paint.ts'
import { todayIn, useApp } from './context.ts'
import { fieldsByHand } from './decision.ts'
import { type Doing, formOver, type Held } from './form-view.ts'

/** One and the same for as long as the record is entered: who reads a part of it is drawn anew when that part changes. */
export interface Form {
  kind: KindName
  id: string | undefined
  /** All of them; a part of the screen that shows a single one asks for `field`. */
  fields: Fields
  field: (name: string) => unknown
  /** The record as it is now, where one is being edited. */
  record: Shown | undefined
  reason: string
  problems: Problem[]
  /** Grows with each refused save, so that the summary takes focus again. */
  attempt: number
  draftAt: number | undefined
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
  saveNew?: (fields: Fields, id: string, reason: string) => Promise<Result<Shown, Problem[]>>
  /** What is wrong beyond what the kind knows; asked before anything is saved. */
  check?: (fields: Fields) => Promise<Problem[]>
  /** Where to go after saving. */
  onSaved: (saved: Shown) => void
}

interface Draft {
  fields: Fields
  reason: string
  /** The id that the new record will have: saved twice, from two tabs, it is still one record. */
  newId?: string
  /** The record as it was when its edit began. */
  base?: Fields
}

function draftKey(kind: KindName, id: string | undefined, query: Record<string, string>): string {
  const from = new URLSearchParams(query).toString()
  return `${kind}:${id ?? (from === '' ? 'new' : `new?${from}`)}`
}

/** Undefined while the record and its draft are being read; null where there is no such record. */
export function useForm({ kind, id, query = {}, defaults, saveNew, check, onSaved }: FormOptions): Form | undefined | null {
  const app = useApp()
  const key = draftKey(kind, id, query)
  const fields = useSignal<Fields | undefined | null>(undefined)
  const record = useSignal<Shown | undefined>(undefined)
  const reason = useSignal('')
  const problems = useSignal<Problem[]>([])
  const attempt = useSignal(0)
  const draftAt = useSignal<number | undefined>(undefined)
  const saving = useRef(false)
  const newId = useRef('')
  const base = useRef<Fields | undefined>(undefined)
  const keeping = useRef<(() => void) | undefined>(undefined)
  const isAskedToDecide = useLocation().query['decide'] !== undefined
  const decides = isAskedToDecide && record.value !== undefined && isUndecided(record.value)
  const stage = useMemo(() => computed(() => (fields.value ? 'there' : fields.value)), [])

  useEffect(() => {
    void load()
  }, [key])

  async function load() {
    const [found, kept] = await Promise.all([id ? getRecord(app.store, id) : undefined, getUnsaved()])
    const draft = kept?.value as Draft | undefined
    record.value = found
    draftAt.value = kept?.at
    reason.value = draft?.reason ?? ''
    newId.current = draft?.newId ?? app.environment.newId()
    base.current = found?.data as Fields | undefined
    fields.value = id && !found ? null : found ? onto(found.data as Fields, draft?.base, draft?.fields) : (draft?.fields ?? (await defaults()))
  }

  /** A draft whose record was saved a moment before the page was killed is none any more: going on with it would alter that record. */
  async function getUnsaved() {
    const kept = await getDraft(app.store, key)
    const { newId: saved } = (kept?.value ?? {}) as Draft
    if (id || !saved || !(await getRecord(app.store, saved))) return kept
    await dropDraft(app.store, key)
    return undefined
  }

  /**
   * Not before the tap is answered: on a slow phone the answer would come a frame later. What is typed meanwhile goes with it, and
   * puts nothing off, however fast somebody types.
   */
  function keep() {
    keeping.current ??= afterPaint(() => {
      keeping.current = undefined
      const at = app.environment.now()
      void putDraft(app.store, key, draftNow(), at).then((kept) => {
        if (kept.ok) draftAt.value = at
      })
    })
  }

  const draftNow = () => ({ fields: fields.value, reason: reason.value, newId: newId.current, ...(base.current ? { base: base.current } : {}) })

  function callOffKeeping() {
    keeping.current?.()
    keeping.current = undefined
  }

  async function submit() {
    if (saving.current || !fields.value) return
    saving.current = true
    const result = await put(filled(fields.value))
    if (!result.ok) {
      saving.current = false
      problems.value = result.problem
      attempt.value += 1
      return
    }
    callOffKeeping()
    app.toast.value = { text: app.t.value(decides ? 'decide.done' : 'save.done') }
    // She is told first. A draft that were to outlive its record would only be saved as the same record again.
    afterPaint(() => {
      saving.current = false
      void dropOwnDraft()
      app.wakeSync()
      void app.environment.storage.persist()
      onSaved(result.value)
    })
  }

  async function put(entered: Fields) {
    const wrong = (await check?.(entered)) ?? []
    if (wrong.length > 0) return failed(wrong)
    const { store, environment, units } = app
    const { lookup } = units.value
    const held = record.value
    if (decides && held) {
      return resolveConflict(store, environment, lookup, held.id, fieldsByHand(held, difference(held.data, entered), entered), reason.value || undefined)
    }
    // A disk that has refused may not be read either, and saving says so.
    const now = store.breaker.isTripped() ? undefined : await getRecord(store, id ?? newId.current).catch(() => undefined)
    // Another window went on from the same draft and has saved something else under its id: that is a record of its own.
    const isTaken = !id && now !== undefined && Object.keys(difference(now.data, entered)).length > 0
    const own = isTaken ? environment.newId() : (id ?? newId.current)
    if (saveNew && !id) return saveNew(entered, own, reason.value)
    const why = reason.value ? { reason: reason.value } : {}
    const fields = id && now ? filled(onto(now.data as Fields, base.current, entered)) : entered
    return save(store, environment, lookup, { kind, id: own, fields, ...why, today: todayIn(app) })
  }

  /** Another window's draft of the same beginning is not done with. */
  async function dropOwnDraft() {
    const { newId: theirs } = ((await getDraft(app.store, key))?.value ?? {}) as Draft
    if (id || theirs === undefined || theirs === newId.current) await dropDraft(app.store, key)
  }

  async function discard() {
    callOffKeeping()
    const kept = draftNow()
    await dropDraft(app.store, key)
    app.toast.value = {
      text: app.t.value('draft.dropped'),
      action: { label: app.t.value('action.undo'), run: () => void putDraft(app.store, key, kept, app.environment.now()).then(load) },
    }
    problems.value = []
    await load()
  }

  // What each render was given, for the form that outlives it.
  const doing = useRef<Doing>({ keep, submit, discard, decides })
  doing.current = { keep, submit, discard, decides }
  const held: Held = { fields, record, reason, problems, attempt, draftAt }
  const form = useMemo(() => formOver(held, { kind, id }, app.t, doing), [key])
  return stage.value === 'there' ? form : stage.value
}

/** What was altered since the edit began, on the record as it is now: what others said of the rest meanwhile stays. */
function onto(now: Fields, base: Fields | undefined, entered: Fields | undefined): Fields {
  if (!entered) return now
  if (!base) return entered
  // Null is what was taken out.
  return Object.fromEntries(Object.entries({ ...now, ...difference(filled(base), filled(entered)) }).filter(([, value]) => value !== null))
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
