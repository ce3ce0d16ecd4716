// Before the office's first answer the phone holds nothing, which is not the same as "there is nothing".

import { useApp, useWords } from '../context.ts'

/** Whether this phone has had an answer since it was given to someone. */
export const useHasData = (): boolean => useApp().identity.value?.lastReceivedAt !== undefined

export function FirstData() {
  const t = useWords()
  const { status } = useApp()
  const { at } = status.value
  return <p class="card wait">{t(at === 'sending' || at === 'receiving' ? 'first-data.coming' : 'first-data.waiting')}</p>
}
