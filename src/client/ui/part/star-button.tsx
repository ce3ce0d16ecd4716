// Makes a session a template, offered on the home screen, and takes that back.

import { useLive } from '../../store/live.ts'
import { isStarred, setStarred } from '../../store/starred.ts'
import { useApp, useWords } from '../context.ts'
import { problemSentence } from '../words.ts'
import { Icon } from './icon.tsx'

export function StarButton({ id }: { id: string }) {
  const t = useWords()
  const { store, toast } = useApp()
  const starred = useLive(() => isStarred(store, id), [id])
  if (starred === undefined) return null
  return (
    <button type="button" class="button" aria-pressed={starred} onClick={() => void turn()}>
      <Icon name="star" />
      {t(starred ? 'star.is' : 'star.make')}
    </button>
  )

  async function turn() {
    const kept = await setStarred(store, id, !starred)
    toast.value = { text: kept.ok ? t(starred ? 'star.taken' : 'star.made') : problemSentence(t, kept.problem) }
  }
}
