// Says that all that waited has been sent, once: for those who can't see the state in the header turn.

import { useEffect, useRef, useState } from 'preact/hooks'
import { useLive } from '../../store/live.ts'
import { getOutbox } from '../../store/read.ts'
import { useApp, useWords } from '../context.ts'

export function SentNotice() {
  const t = useWords()
  const { store } = useApp()
  // A store that can't be read is told by the screen itself, not by this.
  const outbox = useLive(() => getOutbox(store).catch(() => undefined), [])
  const before = useRef(outbox)
  const [isSaid, setIsSaid] = useState(false)
  useEffect(() => {
    const { waiting = 0, attention = 0 } = before.current ?? {}
    before.current = outbox
    if (!outbox) return
    if (outbox.waiting > 0) setIsSaid(false)
    // What came back refused is no reason to reassure.
    else if (waiting > 0 && outbox.attention <= attention) setIsSaid(true)
  }, [outbox])
  return isSaid ? <p class="unseen">{t('pill.sent')}</p> : null
}
