// Lines that grow shorter: some of a list. Beside a word, so hidden from screen readers; not among the icons of the first screen.

export function FilterIcon() {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 6h16M7 12h10M10 18h4" />
    </svg>
  )
}
