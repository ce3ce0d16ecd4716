// Out of the app by the person's own hand: by the share sheet where the phone has one that takes it, else as a file or through
// the clipboard. Says what came of it, so that she is told plainly.

import type { Outlet } from './outlet.ts'

/** closed: she closed the share sheet, which is a choice and no fault. */
type Shared = 'shared' | 'closed'

export async function handFile(outlet: Outlet, file: File): Promise<Shared | 'saved'> {
  const shared = outlet.canShareFile(file) ? await tried(() => outlet.shareFile(file)) : undefined
  if (shared) return shared
  outlet.download(file.name, file)
  return 'saved'
}

/** by-hand: nothing took it; it has to be selected and copied. */
export async function handText(outlet: Outlet, text: string): Promise<Shared | 'copied' | 'by-hand'> {
  const shared = outlet.canShareText() ? await tried(() => outlet.shareText(text)) : undefined
  if (shared) return shared
  return (await outlet.copyText(text)) ? 'copied' : 'by-hand'
}

/** Undefined where a share sheet was promised and did not come: some browsers refuse it after all. */
async function tried(share: () => Promise<boolean>): Promise<Shared | undefined> {
  try {
    return (await share()) ? 'shared' : 'closed'
  } catch (cause) {
    console.warn('The share sheet did not open:', cause)
    return undefined
  }
}
