// What leaves the app by the person's own hand: the clipboard, the phone's share sheet, a file. Never by itself.

export interface Outlet {
  canShareText(): boolean
  shareText(text: string): Promise<void>
  canShareFile(file: File): boolean
  shareFile(file: File): Promise<void>
  /** False where the browser doesn't let text be copied. */
  copyText(text: string): Promise<boolean>
  download(name: string, content: Blob): void
}

const KEPT_MS = 60_000

async function share(what: ShareData): Promise<void> {
  try {
    await navigator.share(what)
  } catch (cause) {
    // Closing the sheet is a choice, not a fault.
    if (!(cause instanceof DOMException && cause.name === 'AbortError')) throw cause
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
