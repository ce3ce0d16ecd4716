// A table wider than a small phone: it scrolls by itself, also by keyboard, and the page never does.

import type { ComponentChildren } from 'preact'

export function TableRegion({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="paper-table" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
