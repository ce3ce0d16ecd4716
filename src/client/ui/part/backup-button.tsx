// Carries what is not sent out of the app as a file; there only where the app can make one. It reads, and never writes.

import { useSignal } from '@preact/signals'
import { useApp, useWords } from '../context.ts'
import { problemSentence } from '../words.ts'
import { Icon } from './icon.tsx'

export function BackupButton() {
  const t = useWords()
  const { makeBackup, toast } = useApp()
  const busy = useSignal(false)
  if (!makeBackup) return null
  return (
    <button type="button" class="button" aria-disabled={busy.value} onClick={() => !busy.value && void carryOut(makeBackup)}>
      <Icon name="file" />
      {t('storage.backup')}
    </button>
  )

  async function carryOut(make: NonNullable<typeof makeBackup>) {
    busy.value = true
    const problem = await make()
    busy.value = false
    if (problem) toast.value = { text: problemSentence(t, problem) }
  }
}
