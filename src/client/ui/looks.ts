// Puts the chosen text size and theme on the page: attributes that token.css asks for, and the colour of the browser's own bar.

import { effect } from '@preact/signals'
import type { Preferences } from './preference.ts'

/** index.html has a bar colour for each theme, which the phone chooses between until the person has. */
export function followLooks({ textSize, theme }: Preferences): void {
  effect(() => {
    const { dataset } = document.documentElement
    dataset['text'] = textSize.value
    dataset['theme'] = theme.value
    for (const bar of document.querySelectorAll<HTMLElement>('meta[data-theme]')) {
      const own = bar.dataset['theme']
      bar.setAttribute('media', theme.value === 'auto' ? `(prefers-color-scheme: ${own})` : theme.value === own ? 'all' : 'not all')
    }
  })
}
