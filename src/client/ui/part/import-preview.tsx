// Every line of the file as it would be kept: what has to be mended first, then what may be there twice, what is new, what is
// there already.

import { useState } from 'preact/hooks'
import type { ImportRow } from '../../import/row.ts'
import { useApp, useWords } from '../context.ts'
import type { Importable } from '../importing.ts'
import type { LeftOut, RowState } from '../left-out.ts'
import { likeLine } from '../like-line.ts'
import { problemLine } from '../problem-line.ts'
import { recordPath } from '../record-path.ts'
import { unitName } from '../words.ts'
import { Icon } from './icon.tsx'
import { MoreButton } from './more-button.tsx'
import './rows.css'

const STEP = 50

const order = { wrong: 0, like: 1, left: 2, new: 3, known: 4 } as const
const looks = { wrong: 'bad', like: 'wait', left: '', new: 'good', known: '' } as const
const icons = { wrong: 'alert', like: 'alert', left: 'close', new: 'plus', known: 'check' } as const

interface ImportPreviewProps {
  importable: Importable
  rows: readonly ImportRow[]
  leftOut: LeftOut
}

export function ImportPreview({ importable, rows, leftOut }: ImportPreviewProps) {
  const t = useWords()
  const [most, setMost] = useState(STEP)
  const { stateOf, count } = leftOut
  const sorted = [...rows].sort((a, b) => order[stateOf(a)] - order[stateOf(b)] || a.line - b.line)
  return (
    <section class="card">
      <h2>{t('import.preview')}</h2>
      <Counts importable={importable} leftOut={leftOut} />
      {count('wrong') > 0 && (
        <p>
          <b>{t(importable.isLineByLine ? 'import.wrong-some' : 'import.wrong-what')}</b>
        </p>
      )}
      {count('wrong') === 0 && count('new') + count('like') === 0 && <p>{t('import.nothing-new')}</p>}
      {importable.isLineByLine && <LeaveAll leftOut={leftOut} />}
      <ul class="rows">
        {sorted.slice(0, most).map((row) => (
          <PreviewRow key={row.line} importable={importable} row={row} leftOut={leftOut} />
        ))}
      </ul>
      <MoreButton left={sorted.length - most} isWide onMore={() => setMost(most + STEP)} />
    </section>
  )
}

function Counts({ importable, leftOut: { count, rowsIn } }: Omit<ImportPreviewProps, 'rows'>) {
  const t = useWords()
  const { lookup } = useApp().units.value
  const states = ['wrong', 'new', 'like', 'left', 'known'] as const satisfies readonly RowState[]
  const counts = { ...Object.fromEntries(states.map((state) => [state, count(state)])), new: count('new') + count('like') } as Record<RowState, number> // of all just above
  const ofCommune = rowsIn('new', 'like').filter((row) => row.as === 'new' && lookup(String(row.fields['unit']))?.level === 'commune').length
  return (
    <ul class="stack">
      {states.map((state) => counts[state] > 0 && <li key={state}>{t(`import.count-${state}`, { count: counts[state] })}</li>)}
      {importable.kind === 'session' && ofCommune > 0 && <li>{t('import.count-commune', { count: ofCommune })}</li>}
    </ul>
  )
}

function LeaveAll({ leftOut: { rowsIn, leave } }: { leftOut: LeftOut }) {
  const t = useWords()
  return (
    <>
      {(['wrong', 'like'] as const).map((state) => {
        const rows = rowsIn(state)
        return (
          rows.length > 0 && (
            <button key={state} type="button" class="button wide" onClick={() => leave(rows)}>
              {t(`import.leave-${state}`, { count: rows.length })}
            </button>
          )
        )
      })}
    </>
  )
}

function PreviewRow({ importable, row, leftOut }: { importable: Importable; row: ImportRow; leftOut: LeftOut }) {
  const t = useWords()
  const { kind } = importable
  const { lookup } = useApp().units.value
  const state = leftOut.stateOf(row)
  const like = row.as === 'new' ? row.like : undefined
  const line = `${t('import.line')} ${row.line}`
  const says =
    row.as === 'wrong'
      ? row.problems.map((problem) => problemLine(t, kind, problem))
      : like
        ? [kind === 'unit' && 'record' in like ? t('problem.same-name', { name: unitName(lookup(like.record), t) }) : likeLine(t, like)]
        : []
  return (
    <li>
      <div class="row">
        <span class="row-main">{row.told}</span>
        {says.length === 0 && <span class="hint row-sub">{line}</span>}
        <span class={`badge ${looks[state]}`}>
          <Icon name={icons[state]} />
          {t(`import.state-${state}`)}
        </span>
      </div>
      {says.length > 0 && <p class="hint">{[line, ...says].join(' · ')}</p>}
      {(importable.isLineByLine || like) && state !== 'new' && state !== 'known' && (
        <div class="line">
          <button
            type="button"
            class="button quiet"
            aria-label={`${t(state === 'left' ? 'import.take-back' : 'import.leave')}: ${line}`}
            onClick={() => (state === 'left' ? leftOut.takeBack(row) : leftOut.leave([row]))}
          >
            {t(state === 'left' ? 'import.take-back' : 'import.leave')}
          </button>
          {like && 'record' in like && (
            <a class="button quiet" href={recordPath(kind, like.record)} target="_blank" rel="noopener">
              {t('import.look')}
            </a>
          )}
        </div>
      )}
    </li>
  )
}
