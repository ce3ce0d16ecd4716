// Below a list of which only the first are shown: how many are left, and the way to them. Nothing where none is.

import { useWords } from '../context.ts'

interface MoreButtonProps {
  left: number
  isWide?: boolean
  onMore: () => void
}

export function MoreButton({ left, isWide = false, onMore }: MoreButtonProps) {
  const t = useWords()
  if (left <= 0) return null
  return (
    <button type="button" class={isWide ? 'button wide' : 'button'} onClick={onMore}>
      {t('form.more', { count: left })}
    </button>
  )
}
