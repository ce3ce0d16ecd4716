// A table wider than a small phone: it scrolls by itself, also by keyboard, and the page never does.

import type { ComponentChildren } from 'preact'
import './table-region.css'

export function TableRegion({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="table-region" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
