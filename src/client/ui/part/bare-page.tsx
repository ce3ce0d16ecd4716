// The frame of a screen that stands without the app: its heading takes the focus, and nothing else is around it.

import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

export function BarePage({ title, children }: { title: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Lan Tỏa`
    heading.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <div class="page">
      <header class="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </header>
      <main class="stack">{children}</main>
    </div>
  )
}
