// Giving a refused change up, with a way back: the office's version is shown again, or nothing where it never had one.

import { dropRejected } from '../store/save.ts'
import type { Shown } from '../store/shown.ts'
import type { App } from './context.ts'
import { saveAgain } from './save-again.ts'
import { problemSentence } from './words.ts'

export async function giveUp(app: App, record: Shown): Promise<void> {
  const t = app.t.value
  const dropped = await dropRejected(app.store, record.id)
  const undo = { label: t('action.undo'), run: () => void saveAgain(app, record, t('action.undo')) }
  app.toast.value = dropped.ok
    ? { text: t('attention.dropped'), action: undo }
    : { text: dropped.problem.map((problem) => problemSentence(t, problem)).join(' ') }
  app.wakeSync()
}
