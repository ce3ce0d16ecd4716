// The head of a column by which a table is put in order; a second tap turns the order round.

import { useWords } from '../context.ts'

export interface SortOrder<By extends string> {
  by: By
  down: boolean
}

interface SortHeadProps<By extends string> {
  by: By
  label: string
  order: SortOrder<By>
  onSort: (order: SortOrder<By>) => void
}

export function SortHead<By extends string>({ by, label, order, onSort }: SortHeadProps<By>) {
  const t = useWords()
  const isBy = order.by === by
  return (
    <th scope="col" aria-sort={isBy ? (order.down ? 'descending' : 'ascending') : 'none'}>
      <button type="button" class="sort" onClick={() => onSort({ by, down: isBy ? !order.down : false })}>
        {label} <span aria-hidden="true">{isBy ? (order.down ? '▼' : '▲') : ''}</span>
        <span class="unseen">{t('area.sort')}</span>
      </button>
    </th>
  )
}
