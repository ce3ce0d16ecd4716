// What can be sent on: the picture, as it will be seen, and the same as a text. The picture is drawn before anything is tapped,
// because phones open their share sheet only right after a tap.

import { useEffect, useRef, useState } from 'preact/hooks'
import { handFile, handText } from '../../hand-over.ts'
import { type Card, cardText } from '../../report/card.ts'
import { drawCard } from '../../report/draw-card.ts'
import { useApp, useWords } from '../context.ts'
import { useSpoken } from '../spoken.ts'
import { Icon } from './icon.tsx'
import './share-panel.css'

export interface SharePanelProps {
  /** Absent where there is nothing to make a picture of. */
  card: Card | undefined
  text: string
  /** Of the picture's file. */
  name: string
}

const answers = { shared: 'share.shared', saved: 'share.saved', copied: 'share.copied', 'by-hand': 'share.not-copied' } as const

export function SharePanel({ card, text, name }: SharePanelProps) {
  const t = useWords()
  const { outlet, toast } = useApp()
  const picture = usePicture(card, name)
  const [isTextShown, showText] = useState(false)
  const busy = useRef(false)
  const isDrawing = card !== undefined && picture === undefined
  useSpoken(isDrawing ? t('share.drawing') : undefined)
  const opensSheet = outlet.canShareText() || (picture !== undefined && picture !== 'none' && outlet.canShareFile(picture))
  return (
    <section class="stack share" aria-label={t('share.open')}>
      {opensSheet && <p>{t('share.sheet')}</p>}
      {isDrawing && <p>{t('share.drawing')}</p>}
      {card && picture === 'none' && <p>{t('share.no-picture')}</p>}
      {card && picture !== undefined && picture !== 'none' && (
        <Picture file={picture} words={cardText(card)} onSend={() => send(() => handFile(outlet, picture))} />
      )}
      <div class="line">
        <button type="button" class="button" onClick={() => send(() => handText(outlet, text))}>
          <Icon name={outlet.canShareText() ? 'share' : 'copy'} />
          {t(outlet.canShareText() ? 'share.text' : 'share.copy')}
        </button>
        <button type="button" class="button quiet" aria-expanded={isTextShown} onClick={() => showText(!isTextShown)}>
          {t('share.see-text')}
        </button>
      </div>
      {isTextShown && <textarea class="input" readOnly rows={10} aria-label={t('share.see-text')} value={text} />}
    </section>
  )

  /** A share sheet that is open already refuses a second one. */
  async function send(hand: () => Promise<keyof typeof answers | 'closed'>) {
    if (busy.current) return
    busy.current = true
    const came = await hand()
    busy.current = false
    if (came === 'by-hand') showText(true)
    if (came !== 'closed') toast.value = { text: t(answers[came]) }
  }
}

/** Undefined while it is being drawn. */
function usePicture(card: Card | undefined, name: string): File | 'none' | undefined {
  const [picture, setPicture] = useState<File | 'none' | undefined>(undefined)
  const t = useWords()
  useEffect(() => {
    let isWanted = true
    setPicture(undefined)
    if (!card) return
    drawCard(card, t('share.sign'), name).then(
      (drawn) => isWanted && setPicture(drawn ?? 'none'),
      (cause: unknown) => {
        console.warn('The picture could not be drawn:', cause)
        if (isWanted) setPicture('none')
      },
    )
    return () => {
      isWanted = false
    }
  }, [card && cardText(card), name])
  return picture
}

function Picture({ file, words, onSend }: { file: File; words: string; onSend: () => void }) {
  const t = useWords()
  const { outlet } = useApp()
  const [address, setAddress] = useState<string | undefined>(undefined)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  const canShare = outlet.canShareFile(file)
  return (
    <>
      {address && <img class="share-picture" src={address} alt={words} />}
      <button type="button" class="button primary" onClick={onSend}>
        <Icon name={canShare ? 'share' : 'file'} />
        {t(canShare ? 'share.picture' : 'share.save-picture')}
      </button>
    </>
  )
}
