// Deleting with a way back: no question before, ten seconds of "undo" after. Another's record, and one in a locked period, asks for a reason.

import { useState } from 'preact/hooks'
import type { Subject } from '../../../model/permission.ts'
import type { Problem } from '../../../model/problem.ts'
import type { Fields } from '../../../model/record.ts'
import type { Result } from '../../../model/result.ts'
import { removeRecord, restoreRecord } from '../../store/save.ts'
import type { Shown } from '../../store/shown.ts'
import { useMe } from '../actor.ts'
import { useApp, useWords } from '../context.ts'
import { useIsLocked } from '../locks.ts'
import { saveAgain } from '../save-again.ts'
import { problemSentence } from '../words.ts'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'

interface RemoveButtonProps {
  record: Shown
  subject: Subject
  onRemoved: () => void
}

export function RemoveButton({ record, subject, onRemoved }: RemoveButtonProps) {
  const t = useWords()
  const me = useMe()
  const app = useApp()
  const { store, environment, units, toast, wakeSync } = app
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const isLocked = useIsLocked()
  const { unit, date }: Fields = record.data
  const lies = isLocked(unit, date)
  const own = record.author === me.identity.account
  if (!me.may('remove', subject, 'asked below')) return null
  if (record.removed) {
    return (
      <button type="button" class="button" onClick={() => void bringBack(own && !lies ? undefined : t('remove.undone'))}>
        <Icon name="again" />
        {t('remove.restore')}
      </button>
    )
  }
  if (asking) {
    return (
      <section class="card">
        <Field
          id="remove-reason"
          label={t('form.reason')}
          hint={[lies && t('lock.note'), !own && t('form.reason-hint', { name: record.authorName })].filter(Boolean).join(' ')}
        >
          <input id="remove-reason" class="input" type="text" maxLength={300} value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
        </Field>
        <button type="button" class="button" onClick={() => void remove(reason.trim())}>
          <Icon name="trash" />
          {t('action.remove')}
        </button>
        <button type="button" class="button quiet" onClick={() => setAsking(false)}>
          {t('action.cancel')}
        </button>
      </section>
    )
  }
  return (
    <button type="button" class="button quiet start" onClick={() => (!lies && (own || me.may('remove', subject)) ? void remove() : setAsking(true))}>
      <Icon name="trash" />
      {t('action.remove')}
    </button>
  )

  async function remove(why?: string) {
    const result = await removeRecord(store, environment, units.value.lookup, record.id, why || undefined)
    // A period was locked that the screen did not know of yet.
    if (!result.ok && !asking && result.problem.some(({ code }) => code === 'reason-needed')) return setAsking(true)
    if (!said(result)) return
    // Of a record that the server never took nothing is left to restore.
    const isGone = result.ok && result.value === undefined
    const run = () => void (isGone ? saveAgain(app, record, t('remove.undone')) : bringBack(why || t('remove.undone')))
    toast.value = { text: t('remove.done'), action: { label: t('action.undo'), run } }
    wakeSync()
    onRemoved()
  }

  async function bringBack(why: string | undefined) {
    if (said(await restoreRecord(store, environment, units.value.lookup, record.id, why))) wakeSync()
  }

  function said(result: Result<unknown, Problem[]>): boolean {
    if (!result.ok) toast.value = { text: result.problem.map((problem) => problemSentence(t, problem)).join(' ') }
    return result.ok
  }
}
