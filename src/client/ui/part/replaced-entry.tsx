// Which of the app's own entries the office's is for, to be read while it is worded anew; nothing where it is a new one.

import { useEffect, useState } from 'preact/hooks'
import { useApp, useWords } from '../context.ts'
import { shippedText } from '../handbook/items.ts'
import { loadShipped, type ShippedEntry } from '../handbook/shipped.ts'
import { Fold } from './fold.tsx'
import { HandbookLines } from './handbook-lines.tsx'

export function ReplacedEntry({ entry }: { entry: unknown }) {
  const t = useWords()
  const { environment, preferences } = useApp()
  const [shipped, setShipped] = useState<ShippedEntry | undefined>(undefined)
  useEffect(() => {
    // Only shown for comparison: the form works without it.
    loadShipped(environment).then((all) => setShipped(all.find(({ id }) => id === entry)), console.warn)
  }, [entry])
  if (!shipped) return null
  const text = shippedText(shipped, preferences.language.value)
  return (
    <Fold title={t('handbook.shipped')} about={text.title}>
      <HandbookLines text={text} withTitle />
    </Fold>
  )
}
