// Every line of the file as it would be kept: what has to be mended first, then what is new, then what is there already.

import { useState } from 'preact/hooks'
import type { ImportRow } from '../../import/row.ts'
import { useWords } from '../context.ts'
import { problemLine } from '../problem-line.ts'
import type { ImportKind } from '../record-path.ts'
import { Icon } from './icon.tsx'
import './rows.css'

const STEP = 50

const order = { wrong: 0, new: 1, known: 2 } as const
const looks = { wrong: 'bad', new: 'good', known: '' } as const
const icons = { wrong: 'alert', new: 'plus', known: 'check' } as const

export function ImportPreview({ kind, rows }: { kind: ImportKind; rows: readonly ImportRow[] }) {
  const t = useWords()
  const [most, setMost] = useState(STEP)
  const count = (as: ImportRow['as']) => rows.filter((row) => row.as === as).length
  const sorted = [...rows].sort((a, b) => order[a.as] - order[b.as] || a.line - b.line)
  return (
    <section class="card">
      <h2>{t('import.preview')}</h2>
      <ul class="stack">
        {count('wrong') > 0 && <li>{t('import.count-wrong', { count: count('wrong') })}</li>}
        {count('new') > 0 && <li>{t('import.count-new', { count: count('new') })}</li>}
        {count('known') > 0 && <li>{t('import.count-known', { count: count('known') })}</li>}
      </ul>
      {count('wrong') > 0 && (
        <p>
          <b>{t('import.wrong-what')}</b>
        </p>
      )}
      {count('wrong') === 0 && count('new') === 0 && <p>{t('import.nothing-new')}</p>}
      <ul class="rows">
        {sorted.slice(0, most).map((row) => (
          <li key={row.line} class="row">
            <span class="row-main">{row.told}</span>
            <span class="hint row-sub">
              {t('import.line')} {row.line}
              {row.as === 'wrong' && row.problems.map((problem) => ` · ${problemLine(t, kind, problem)}`)}
            </span>
            <span class={`badge ${looks[row.as]}`}>
              <Icon name={icons[row.as]} />
              {t(`import.state-${row.as}`)}
            </span>
          </li>
        ))}
      </ul>
      {sorted.length > most && (
        <button type="button" class="button wide" onClick={() => setMost(most + STEP)}>
          {t('form.more', { count: sorted.length - most })}
        </button>
      )}
    </section>
  )
}
