// A submission's figures by name: those that everybody asks for, the rest on a tap.

import type { KeptFigures } from '../../../programme/adjustment.ts'
import { formatNumber } from '../../../text/format.ts'
import { useApp, useWords } from '../context.ts'
import { figureName, inReadingOrder } from '../figure-name.ts'
import type { Say } from '../say.ts'
import { Fold } from './fold.tsx'
import './facts.css'

interface FigureTableProps {
  figures: KeptFigures
  say: Say
  /** Each with its sign: a difference. */
  signed?: boolean
}

export function FigureTable({ figures, say, signed = false }: FigureTableProps) {
  const t = useWords()
  const { main, rest } = inReadingOrder(Object.keys(figures))
  const table = (names: readonly string[]) => <Rows names={names} figures={figures} say={say} signed={signed} />
  // What is all there is isn't left to a tap.
  if (main.length === 0) return table(rest)
  return (
    <>
      {table(main)}
      {rest.length > 0 && <Fold title={t('submission.all-figures', { count: rest.length })}>{table(rest)}</Fold>}
    </>
  )
}

function Rows({ names, figures, say, signed }: FigureTableProps & { names: readonly string[] }) {
  const language = useApp().preferences.language.value
  return (
    <dl class="facts">
      {names.map((name) => {
        const value = figures[name] ?? 0
        return (
          <div key={name}>
            <dt>{figureName(name, say)}</dt>
            <dd>{`${signed && value > 0 ? '+' : ''}${formatNumber(value, language)}`}</dd>
          </div>
        )
      })}
    </dl>
  )
}
