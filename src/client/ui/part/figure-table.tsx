// A submission's figures by name: those that everybody asks for, the rest on a tap. With `now`, what they come to today stands
// beside them.

import type { KeptFigures } from '../../../programme/adjustment.ts'
import { formatNumber } from '../../../text/format.ts'
import { useApp, useWords } from '../context.ts'
import { figureName, inReadingOrder } from '../figure-name.ts'
import type { Say } from '../say.ts'
import { Fold } from './fold.tsx'
import '../part/facts.css'

interface FigureTableProps {
  figures: KeptFigures
  say: Say
  /** Each with its sign: a difference. */
  signed?: boolean
}

export function FigureTable({ figures, say, signed = false }: FigureTableProps) {
  const t = useWords()
  const { main, rest } = inReadingOrder(Object.keys(figures))
  // Of a difference nothing is left to a tap.
  if (signed) return <Rows names={[...main, ...rest]} figures={figures} say={say} signed />
  return (
    <>
      <Rows names={main} figures={figures} say={say} />
      {rest.length > 0 && (
        <Fold title={t('submission.all-figures', { count: rest.length })}>
          <Rows names={rest} figures={figures} say={say} />
        </Fold>
      )}
    </>
  )
}

function Rows({ names, figures, say, signed = false }: FigureTableProps & { names: readonly string[] }) {
  const t = useWords()
  const language = useApp().preferences.language.value
  return (
    <dl class="facts">
      {names.map((name) => {
        const value = figures[name] ?? 0
        return (
          <div key={name}>
            <dt>{figureName(name, t, (code) => say.term('measure', code))}</dt>
            <dd>{`${signed && value > 0 ? '+' : ''}${formatNumber(value, language)}`}</dd>
          </div>
        )
      })}
    </dl>
  )
}
