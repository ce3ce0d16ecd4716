// The button that offers to send a session or a month on; what it opens comes in a chunk of its own.

import { useState } from 'preact/hooks'
import { useWords } from '../context.ts'
import { Icon } from './icon.tsx'
import { Later } from './later.tsx'
import type { SharePanelProps } from './share-panel.tsx'

export function SendByZalo(props: SharePanelProps) {
  const t = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" class="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="share" />
        {t('share.open')}
      </button>
      {isOpen && <Later load={panel} given={props} />}
    </>
  )
}

const panel = () => import('./share-panel.tsx').then(({ SharePanel }) => SharePanel)
