// A search box over a list, without marks: "xa" finds "xã". Shown only where the list is long enough to need it.

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { fold, matches } from '../../text/fold.ts'
import { useWords } from './context.ts'

const LONG = 12

export function useSearch<T>(items: readonly T[], name: (item: T) => string): { found: T[]; box: ComponentChildren } {
  const t = useWords()
  const [query, setQuery] = useState('')
  const found = items.filter((item) => query.trim() === '' || matches(fold(name(item)), query))
  if (items.length < LONG) return { found: [...items], box: null }
  const box = (
    <div class="field">
      <label for="list-search">{t('form.search')}</label>
      <input id="list-search" class="input" type="search" value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
    </div>
  )
  return { found, box }
}
