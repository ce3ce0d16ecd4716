// Choosing a file. The browser's own button says its words in the phone's language, and can't be made bigger.

import { useRef } from 'preact/hooks'
import { Icon } from './icon.tsx'

interface FileButtonProps {
  label: string
  /** As the browser wants it said: ".csv,text/csv". */
  accept: string
  /** Beside something that is more likely to be wanted. */
  isSecond?: boolean
  onFile: (file: File) => void
}

export function FileButton({ label, accept, isSecond = false, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" class={isSecond ? 'button' : 'button primary'} onClick={() => input.current?.click()}>
        <Icon name="file" />
        {label}
      </button>
      <input ref={input} type="file" hidden aria-label={label} accept={accept} onChange={(event) => take(event.currentTarget)} />
    </>
  )

  function take(chosen: HTMLInputElement) {
    const file = chosen.files?.[0]
    // The same file, mended, is chosen again.
    chosen.value = ''
    if (file) onFile(file)
  }
}
