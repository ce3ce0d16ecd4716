// Carries what is not sent out of the app as a file, and says what became of it and whom to bring it to; there only where the
// app can make one. It reads, and never writes.

import { useSignal } from '@preact/signals'
import type { CarriedOut } from '../../outlet.ts'
import { useApp, useWords } from '../context.ts'
import { problemSentence } from '../words.ts'
import { Icon } from './icon.tsx'

export function BackupButton() {
  const t = useWords()
  const { makeBackup, toast } = useApp()
  const busy = useSignal(false)
  const told = useSignal<CarriedOut | undefined>(undefined)
  const file = told.value && 'name' in told.value ? told.value : undefined
  if (!makeBackup) return null
  return (
    <>
      <button type="button" class="button" aria-disabled={busy.value} onClick={() => !busy.value && void carryOut(makeBackup)}>
        <Icon name="file" />
        {t('storage.backup')}
      </button>
      {file && (
        <p ref={bringIntoView}>
          {t(`storage.backup-${file.is}`, { name: file.name, count: file.count })} {t('storage.backup-bring')}
        </p>
      )}
    </>
  )

  async function carryOut(make: NonNullable<typeof makeBackup>) {
    busy.value = true
    told.value = undefined
    try {
      const became = await make()
      told.value = 'is' in became ? became : undefined
      toast.value = { text: 'code' in became ? problemSentence(t, became) : t('name' in became ? 'storage.backup-made' : `storage.backup-${became.is}`) }
    } catch (cause) {
      console.warn(cause)
      toast.value = { text: t('storage.backup-failed') }
    }
    busy.value = false
  }
}

/** What to do with the file stands on until the page is left; the short message above is soon gone. */
const bringIntoView = (told: HTMLElement | null): void => told?.scrollIntoView({ block: 'center' })
