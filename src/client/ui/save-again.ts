// The way back after a record that was refused has been given up: the same record, as it stood on the screen, saved anew.

import { save } from '../store/save.ts'
import type { Shown } from '../store/shown.ts'
import type { App } from './context.ts'
import { problemSentence } from './words.ts'

/** `reason`: why, where the record is somebody else's. */
export async function saveAgain(app: App, { kind, id, data }: Shown, reason: string): Promise<void> {
  const { store, environment, units, toast, wakeSync } = app
  const saved = await save(store, environment, units.value.lookup, { kind, id, fields: data, reason })
  if (saved.ok) wakeSync()
  else toast.value = { text: saved.problem.map((problem) => problemSentence(app.t.value, problem)).join(' ') }
}
