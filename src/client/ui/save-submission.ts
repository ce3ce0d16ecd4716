// Saves what was decided about a submission: on this phone at once, sent when there is a network.

import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { Fields } from '../../model/record.ts'
import type { MessageKey } from '../../text/translate.ts'
import { save } from '../store/save.ts'
import { todayIn, useApp } from './context.ts'
import { submissionPath } from './report-periods.ts'
import { problemSentence } from './words.ts'

interface Saving {
  isSaving: boolean
  /** `fields`: all of them. `undo`: what it was before, where that may be put back. */
  save: (fields: Fields, id: string | undefined, done: MessageKey, undo?: Fields) => Promise<void>
}

export function useSaveSubmission(): Saving {
  const app = useApp()
  const { route } = useLocation()
  const [isSaving, setSaving] = useState(false)
  const put = (fields: Fields, id: string | undefined) =>
    save(app.store, app.environment, app.units.value.lookup, { kind: 'submission', ...(id === undefined ? {} : { id }), fields, today: todayIn(app) })
  return {
    isSaving,
    async save(fields, id, done, undo) {
      if (isSaving) return
      setSaving(true)
      const saved = await put(fields, id)
      setSaving(false)
      const t = app.t.value
      if (!saved.ok) {
        app.toast.value = { text: saved.problem.map((one) => problemSentence(t, one)).join(' ') }
        return
      }
      const back = undo && { action: { label: t('action.undo'), run: () => void put(undo, saved.value.id).then(app.wakeSync) } }
      app.toast.value = { text: t(done), ...back }
      app.wakeSync()
      route(submissionPath(saved.value.id), true)
    },
  }
}
