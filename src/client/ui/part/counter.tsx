// Counting people as they come in: two halves of the screen, one for women and one for men. Every tap is in the draft at
// once; "undo" takes back the last one.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { sexes } from '../../../model/counts.ts'
import { formatNumber } from '../../../text/format.ts'
import { buzz, stayAwake } from '../../feel.ts'
import { useApp, useWords } from '../context.ts'
import { Icon } from './icon.tsx'
import { usePracticeMark } from './page.tsx'
import './counter.css'

type Sex = (typeof sexes)[number]

interface CounterProps {
  counted: Record<Sex, number>
  onCount: (sex: Sex, value: number) => void
  onDone: () => void
}

/** ms; a woman is one buzz, a man two, so that the eyes can stay on the door. */
const buzzes: Record<Sex, number[]> = { female: [25], male: [25, 60, 25] }

export function Counter({ counted, onCount, onDone }: CounterProps) {
  const t = useWords()
  const mark = usePracticeMark()
  const dialog = useRef<HTMLDialogElement>(null)
  const [taps, setTaps] = useState<readonly Sex[]>([])
  // In the frame that draws it, not the one after.
  useLayoutEffect(() => dialog.current?.showModal(), [])
  useEffect(stayAwake, [])
  const last = taps.at(-1)
  return (
    <dialog class="counter" ref={dialog} aria-labelledby="counter-title" onCancel={close}>
      <header class="counter-head">
        {mark && <p class="practice-strip">{mark}</p>}
        <h2 id="counter-title" tabIndex={-1} autofocus>
          {t('counter.title')}
        </h2>
        <p>{t('count.people', { count: counted.female + counted.male })}</p>
      </header>
      <div class="counter-halves">
        <Half sex="female" counted={counted.female} onTap={add} />
        <Half sex="male" counted={counted.male} onTap={add} />
      </div>
      <div class="counter-bar">
        <button type="button" class="button" disabled={last === undefined} onClick={undo}>
          <Icon name="undo" />
          {last === undefined ? t('action.undo') : t('counter.undo', { who: t(`part.counts.${last}`) })}
        </button>
        <button type="button" class="button primary" onClick={onDone}>
          <Icon name="check" />
          {t('counter.done')}
        </button>
      </div>
    </dialog>
  )

  function add(sex: Sex) {
    onCount(sex, counted[sex] + 1)
    setTaps([...taps, sex])
    buzz(buzzes[sex])
  }

  function undo() {
    if (last === undefined) return
    onCount(last, Math.max(0, counted[last] - 1))
    setTaps(taps.slice(0, -1))
    buzz([80])
  }

  /** The address says whether it stands open: that is what closes it. */
  function close(event: Event) {
    event.preventDefault()
    onDone()
  }
}

function Half({ sex, counted, onTap }: { sex: Sex; counted: number; onTap: (sex: Sex) => void }) {
  const t = useWords()
  const number = formatNumber(counted, useApp().preferences.language.value)
  return (
    <button type="button" class={`counter-half ${sex}`} onClick={() => onTap(sex)}>
      <span class="counter-word">{t(`part.counts.${sex}`)}</span>{' '}
      <span class="counter-number" style={{ '--digits': number.length }}>
        {number}
      </span>{' '}
      <span>{t('counter.tap')}</span>
    </button>
  )
}
