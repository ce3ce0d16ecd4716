// Room for one session on the tally sheet, in the order of the screen: where and when, what about, how many. Boxes to tick,
// gates of five strokes to go over, lines to write on; none of them for a person's name.

import type { ComponentChildren } from 'preact'
import { ages, type CountName, sexes } from '../../../model/counts.ts'
import { forms, topics } from '../../../model/terms.ts'
import { useWords } from '../context.ts'
import { fieldLabel, termName } from '../words.ts'

/** What can be held in a village, as the law and the plans list it first; the rest is written out. */
const SPOKEN_FORMS = forms.slice(0, forms.indexOf('radio'))

/** Five to a gate: room for sixty. */
const GATES = 12

const counted = [...sexes, ...ages, 'minority', 'minorityFemale', 'firstTime'] as const satisfies readonly CountName[]

export function SheetSession({ n, villages }: { n: number; villages: readonly string[] }) {
  const t = useWords()
  return (
    <section class="sheet-session">
      <p class="sheet-line">
        <b>{t('sheet.session', { n })}</b>
        <span>{fieldLabel(t, 'session', ['date'])}</span> <Blank class="short" />/<Blank class="short" />/<Blank class="short" />
        <span>{fieldLabel(t, 'session', ['place'])}</span> <Blank />
      </p>
      <Ticks label={fieldLabel(t, 'session', ['unit'])} names={villages}>
        {villages.length > 0 && t('sheet.other-village')} <Blank />
      </Ticks>
      <Ticks label={fieldLabel(t, 'session', ['form'])} names={SPOKEN_FORMS.map((form) => termName(t, 'form', form))}>
        {t('sheet.other')} <Blank />
      </Ticks>
      <Ticks label={fieldLabel(t, 'session', ['topics'])} names={topics.map((topic) => termName(t, 'topic', topic))} />
      <div class="sheet-counts">
        {counted.map((name) => (
          <p key={name} class={`sheet-count ${name}`}>
            <b>{fieldLabel(t, 'session', ['counts', name])}</b>
            <Gates />
            <span class="sheet-sum">{t('sheet.sum')}</span>
          </p>
        ))}
      </div>
    </section>
  )
}

function Ticks({ label, names, children }: { label: string; names: readonly string[]; children?: ComponentChildren }) {
  return (
    <p class="sheet-line ticks">
      <b>{label}</b>
      {names.map((name) => (
        <span key={name} class="sheet-tick">
          <i class="sheet-box" />
          {name}
        </span>
      ))}
      {children && <span class="sheet-rest">{children}</span>}
    </p>
  )
}

const Blank = ({ class: size = '' }: { class?: string }) => <span class={`sheet-blank ${size}`} />

/** Dotted, to be gone over with a pen: four strokes and one across. */
const Gates = () => (
  <svg class="sheet-gates" viewBox={`0 0 ${GATES * 60} 40`} aria-hidden="true">
    {Array.from({ length: GATES }, (_, place) => (
      <path key={place} transform={`translate(${place * 60})`} d="M1 1h58v38H1z" />
    ))}
    <path class="sheet-strokes" d={Array.from({ length: GATES }, (_, place) => gate(place * 60)).join('')} />
  </svg>
)

const gate = (left: number): string => `${[14, 24, 34, 44].map((x) => `M${left + x} 8v24`).join('')}M${left + 6} 29L${left + 53} 11`
