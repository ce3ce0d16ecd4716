// A record being entered: its fields, kept as a draft at every change, and saving it. The draft outlives the page, the
// app and the phone's battery; it goes only when the record is saved or the person throws it away.

import { computed, useSignal } from '@preact/signals'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Problem } from '../../model/problem.ts'
import { difference, type Fields } from '../../model/record.ts'
import type { KindName } from '../../model/registry.ts'
import { failed, type Result } from '../../model/result.ts'
import { type DoneDraft, dropDraft, getDraft, putDraft } from '../store/draft.ts'
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
  saveNew?: (entered: ToSave) => Promise<Result<Shown, Problem[]>>
  /** What is wrong beyond what the kind knows; asked before anything is saved. */
  check?: (fields: Fields) => Promise<Problem[]>
  /** Where to go after saving. */
  onSaved: (saved: Shown) => void
}

/** A new record as it was entered; its draft is done with once it is saved. */
export interface ToSave {
  fields: Fields
  id: string
  reason: string
  draft: DoneDraft
}

interface Draft {
  fields: Fields
  reason: string
  /** The id that the new record will have: saved twice, from two tabs, it is still one record. */
  newId?: string
  /** The record as it was when its edit began. */
  base?: Fields
  /** Its version then. */
  seen?: number | null
}

function draftKey(kind: KindName, id: string | undefined, query: Record<string, string>): string {
  const from = new URLSearchParams(query).toString()
  return `${kind}:${id ?? (from === '' ? 'new' : `new?${from}`)}`
}

/** Undefined while the record and its draft are being read; null where there is no such record. */
export function useForm({ kind, id, query = {}, defaults, saveNew, check, onSaved }: FormOptions): Form | undefined | null {
  const app = useApp()
  const asked = useLocation().query
  const usualKey = draftKey(kind, id, query)
  const startKey = asked['draft'] === undefined ? usualKey : `${usualKey}~${asked['draft']}`
  const key = useRef(startKey)
  const fields = useSignal<Fields | undefined | null>(undefined)
  const record = useSignal<Shown | undefined>(undefined)
  const reason = useSignal('')
  const problems = useSignal<Problem[]>([])
  const attempt = useSignal(0)
  const draftAt = useSignal<number | undefined>(undefined)
  const saving = useRef(false)
  const isLeft = useRef(false)
  const newId = useRef('')
  const base = useRef<Pick<Draft, 'base' | 'seen'>>({})
  const keeping = useRef<(() => void) | undefined>(undefined)
  const hasUnkept = useRef(false)
  const decides = asked['decide'] !== undefined && record.value !== undefined && isUndecided(record.value)
  const stage = useMemo(() => computed(() => (fields.value ? 'there' : fields.value)), [])

  useEffect(() => {
    saving.current = false
    isLeft.current = false
    let letGo: () => void = () => undefined
    const hold = (at: string) => {
      key.current = at
      letGo = app.environment.hold(`${app.store.name} ${at}`, () => {
        hold(`${usualKey}~${app.environment.newId()}`)
        if (draftAt.value !== undefined) keep()
      })
    }
    hold(startKey)
    void load()
    return () => {
      isLeft.current = true
      letGo()
    }
  }, [startKey])

  async function load() {
    const [found, kept] = await Promise.all([id ? getRecord(app.store, id) : undefined, getUnsaved()])
    const draft = kept?.value as Draft | undefined
    record.value = found
    draftAt.value = kept?.at
    reason.value = draft?.reason ?? ''
    newId.current = draft?.newId ?? app.environment.newId()
    base.current = found ? { base: found.data, seen: draft?.seen ?? found.version } : {}
    fields.value = id && !found ? null : found ? onto(found.data as Fields, draft?.base, draft?.fields) : (draft?.fields ?? (await defaults()))
  }

  /** A draft under whose id another window has saved something is one of a new record. */
  async function getUnsaved() {
    const kept = await getDraft(app.store, key.current)
    const { newId: own, ...value } = (kept?.value ?? {}) as Partial<Draft>
    return kept && !id && own && (await getRecord(app.store, own)) ? { ...kept, value } : kept
  }

  /**
   * Not before the tap is answered: on a slow phone the answer would come a frame later. What is typed meanwhile goes with it, and
   * puts nothing off, however fast somebody types.
   */
  function keep() {
    hasUnkept.current = true
    keeping.current ??= afterPaint(() => {
      keeping.current = undefined
      // Saving takes it all along, or comes back to it.
      if (saving.current) return
      hasUnkept.current = false
      const at = app.environment.now()
      void putDraft(app.store, key.current, draftNow(), at).then((kept) => {
        if (kept.ok) draftAt.value = at
      })
    })
  }

  const draftNow = () => ({ fields: fields.value, reason: reason.value, newId: newId.current, ...base.current })

  function callOffKeeping() {
    keeping.current?.()
    keeping.current = undefined
  }

  async function submit() {
    if (saving.current || !fields.value) return
    saving.current = true
    callOffKeeping()
    const result = await put(filled(fields.value))
    if (!result.ok) {
      saving.current = false
      if (hasUnkept.current) keep()
      problems.value = result.problem
      attempt.value += 1
      return
    }
    app.toast.value = { text: app.t.value(decides ? 'decide.done' : 'save.done') }
    // She is told first. What is typed from here on is of no record any more, and kept nowhere.
    afterPaint(() => {
      app.wakeSync()
      void app.environment.storage.persist()
      // Who has gone on by herself meanwhile is not called back.
      if (!isLeft.current) onSaved(result.value)
    })
  }

  async function put(entered: Fields) {
    const wrong = (await check?.(entered)) ?? []
    if (wrong.length > 0) return failed(wrong)
    const { store, environment, units } = app
    const { lookup } = units.value
    const draft = { key: key.current, newId: newId.current }
    const held = record.value
    if (decides && held) {
      return resolveConflict(store, environment, lookup, held.id, fieldsByHand(held, difference(held.data, entered), entered), reason.value || undefined, draft)
    }
    // A disk that has refused may not be read either, and saving says so.
    const now = store.breaker.isTripped() ? undefined : await getRecord(store, id ?? newId.current).catch(() => undefined)
    // Another window went on from the same draft and has saved something else under its id: that is a record of its own.
    const isTaken = !id && now !== undefined && Object.keys(difference(now.data, entered)).length > 0
    const own = isTaken ? environment.newId() : (id ?? newId.current)
    if (saveNew && !id) return saveNew({ fields: entered, id: own, reason: reason.value, draft })
    const why = reason.value ? { reason: reason.value } : {}
    const fields = id && now ? filled(onto(now.data as Fields, base.current.base, entered)) : entered
    return save(store, environment, lookup, { kind, id: own, fields, ...why, seen: base.current.seen, draft, today: todayIn(app) })
  }

  async function discard() {
    callOffKeeping()
    const kept = draftNow()
    await dropDraft(app.store, key.current)
    app.toast.value = {
      text: app.t.value('draft.dropped'),
      action: { label: app.t.value('action.undo'), run: () => void putDraft(app.store, key.current, kept, app.environment.now()).then(load) },
    }
    problems.value = []
    await load()
  }

  // What each render was given, for the form that outlives it.
  const doing = useRef<Doing>({ keep, submit, discard, decides })
  doing.current = { keep, submit, discard, decides }
  const held: Held = { fields, record, reason, problems, attempt, draftAt }
  const form = useMemo(() => formOver(held, { kind, id }, app.t, doing), [startKey])
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
