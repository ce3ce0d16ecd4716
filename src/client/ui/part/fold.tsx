// A card that opens on a tap. Its title says what is inside, also while it is closed.

import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import './fold.css'

interface FoldProps {
  title: string
  /** A second line under the title. */
  about?: string | undefined
  /** What stands inside, said while it is closed. */
  told?: string | undefined
  /** Forces it open, for instance when something inside has to be mended. */
  open?: boolean
  children: ComponentChildren
}

export function Fold({ title, about, told, open = false, children }: FoldProps) {
  const [shown, setShown] = useState(open)
  useEffect(() => {
    if (open) setShown(true)
  }, [open])
  return (
    <details class="card fold" open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>
        <span>
          {title}
          {about && <span class="hint fold-about">{about}</span>}
          {told && !shown && <span class="hint fold-about">{told}</span>}
        </span>
      </summary>
      {shown && <div class="stack fold-body">{children}</div>}
    </details>
  )
}
