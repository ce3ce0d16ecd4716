// Every line of the file as it would be kept: what has to be mended first, then what is hardly so, what may be there twice, what is
// new, what is there already.

import { useState } from 'preact/hooks'
import type { Fields } from '../../../model/record.ts'
import type { ImportRow, Like } from '../../import/row.ts'
import { useApp, useWords } from '../context.ts'
import { doubtLine } from '../doubt-line.ts'
import { useFactRows } from '../fact-rows.ts'
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

const order = { wrong: 0, doubt: 1, like: 2, left: 3, new: 4, known: 5 } as const
const looks = { wrong: 'bad', doubt: 'wait', like: 'wait', left: '', new: 'good', known: '' } as const
const icons = { wrong: 'alert', doubt: 'alert', like: 'alert', left: 'close', new: 'plus', known: 'check' } as const

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
      {count('wrong') === 0 && count('new') + count('like') + count('doubt') === 0 && <p>{t('import.nothing-new')}</p>}
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
  const states = ['wrong', 'new', 'doubt', 'like', 'left', 'known'] as const satisfies readonly RowState[]
  const counts = { ...Object.fromEntries(states.map((state) => [state, count(state)])), new: count('new') + count('like') + count('doubt') } as Record<
    RowState,
    number
  > // of all just above
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
  const { rowsOf } = useFactRows()
  const { units, preferences } = useApp()
  const state = leftOut.stateOf(row)
  const like = row.as === 'new' ? row.like : undefined
  const line = `${t('import.line')} ${row.line}`
  const saysLike = (to: Like) =>
    kind === 'unit' && 'record' in to ? t('problem.same-name', { name: unitName(units.value.lookup(to.record), t) }) : likeLine(t, to)
  const says = row.as === 'wrong' ? row.problems.map((problem) => problemLine(t, kind, problem)) : like ? [saysLike(like)] : []
  const values = row.as === 'new' && importable.shown ? rowsOf(kind, pick(row.fields, importable.shown)).map(({ label, text }) => `${label}: ${text}`) : []
  const doubts = (row.as === 'new' && row.doubts) || []
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
      {values.length > 0 && <p class="hint">{values.join(' · ')}</p>}
      {doubts.length > 0 && (
        <p>
          <b>{doubts.map((doubt) => doubtLine(t, doubt, preferences.language.value)).join(' ')}</b>
        </p>
      )}
      {(importable.isLineByLine || like) && state !== 'new' && state !== 'doubt' && state !== 'known' && (
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

const pick = (fields: Fields, names: readonly string[]): Fields => Object.fromEntries(names.map((name) => [name, fields[name]]))
