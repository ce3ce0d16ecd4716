// What leaves the app by the person's own hand: the clipboard, the phone's share sheet, a file. Never by itself.

/** What became of something to be handed out: the person may close the share sheet again, and there may be nothing. */
export type CarriedOut = { is: 'saved' | 'shared'; name: string; count: number } | { is: 'closed' | 'none' }

export interface Outlet {
  canShareText(): boolean
  /** False where the person closed the share sheet. */
  shareText(text: string): Promise<boolean>
  canShareFile(file: File): boolean
  /** False where the person closed the share sheet. */
  shareFile(file: File): Promise<boolean>
  /** False where the browser doesn't let text be copied. */
  copyText(text: string): Promise<boolean>
  download(name: string, content: Blob): void
}

const KEPT_MS = 60_000

async function share(what: ShareData): Promise<boolean> {
  try {
    await navigator.share(what)
    return true
  } catch (cause) {
    // Closing the sheet is a choice, not a fault.
    if (!(cause instanceof DOMException && cause.name === 'AbortError')) throw cause
    return false
  }
}

export function browserOutlet(): Outlet {
  return {
    canShareText: () => typeof navigator.canShare === 'function' && navigator.canShare({ text: 'x' }),
    shareText: (text) => share({ text }),
    canShareFile: (file) => typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] }),
    shareFile: (file) => share({ files: [file] }),
    copyText: async (text) => {
      try {
        await navigator.clipboard.writeText(text)
        return true
      } catch {
        return false // Refused by the browser or the person: the text is shown to be copied by hand.
      }
    },
    download: (name, content) => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(content)
      link.download = name
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS)
    },
  }
}
