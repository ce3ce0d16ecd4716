// Figures of some periods side by side, as columns from zero: plain SVG, with one sentence and the same figures as a table
// behind it. A period of which nothing is known is a hatched place without a column, never a column of no height.

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from '../context.ts'
import { TableRegion } from './table-region.tsx'
import './bullet-bar.css'
import './columns.css'
import './data-table.css'

export interface Column {
  key: string
  /** Under the column: "T11", "Q4". */
  short: string
  /** In the table: "tháng 11/2026". */
  name: string
  value: number | undefined
  /** Over the column; undefined where there is nothing to say. */
  text: string | undefined
  /** It is not over yet, or the figures do not reach its end. */
  isOpen: boolean
  /** Its row of the table. */
  cells: readonly string[]
}

interface ColumnsProps {
  columns: readonly Column[]
  sentence: string
  /** What is wanted, in the columns' measure. */
  mark?: number | undefined
  /** Heads of the table's further columns. */
  heads: readonly string[]
  tableName: string
  children?: ComponentChildren
}

const WIDTH = 320
const TOP = 18
const BASE = 108
const LETTERS = 11
const LETTER = 6.4

export function Columns({ columns, sentence, mark, heads, tableName, children }: ColumnsProps) {
  const t = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <TableRegion label={t('columns.chart', { name: tableName })}>
        <Chart columns={columns} sentence={sentence} mark={mark} />
      </TableRegion>
      <p>{sentence}</p>
      {children}
      <button type="button" class="button quiet start no-print" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t('columns.table')}
      </button>
      {isOpen && (
        <TableRegion label={tableName}>
          <table class="data">
            <caption>{tableName}</caption>
            <thead>
              <tr>
                <th scope="col">{t('columns.period')}</th>
                {heads.map((head) => (
                  <th scope="col" key={head}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {columns.map(({ key, name, cells, isOpen: goesOn }) => (
                <tr key={key}>
                  <th scope="row">{goesOn ? t('columns.goes-on', { name }) : name}</th>
                  {cells.map((cell, place) => (
                    <td key={heads[place]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </>
  )
}

function Chart({ columns, sentence, mark }: Pick<ColumnsProps, 'columns' | 'sentence' | 'mark'>) {
  const highest = Math.max(mark ?? 0, ...columns.map(({ value }) => value ?? 0), 1)
  const step = WIDTH / columns.length
  const yOf = (value: number) => BASE - (value / highest) * (BASE - TOP)
  const isTold = columns.every(({ text = '' }) => text.length * LETTER <= step)
  return (
    <svg class="columns" viewBox={`0 0 ${WIDTH} 128`} role="img" aria-label={sentence}>
      <defs>
        <pattern id="unknown" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2" height="6" class="bullet-none" />
        </pattern>
      </defs>
      {columns.map(({ key, short, value, text, isOpen }, place) => {
        const [x, width] = [place * step + step * 0.18, step * 0.64]
        return (
          <g key={key}>
            {value === undefined ? (
              <rect x={x} y={BASE - 14} width={width} height="14" fill="url(#unknown)" />
            ) : (
              <rect x={x} y={yOf(value)} width={width} height={BASE - yOf(value)} class={isOpen ? 'columns-value open' : 'columns-value'} />
            )}
            {isTold && text !== undefined && (
              <text x={x + width / 2} y={(value === undefined ? BASE - 14 : yOf(value)) - 4} font-size={LETTERS} class="columns-text">
                {text}
              </text>
            )}
            <text x={x + width / 2} y="124" font-size={LETTERS} class="columns-text">
              {short}
            </text>
          </g>
        )
      })}
      <path d={`M0 ${BASE}h${WIDTH}`} class="columns-base" />
      {mark !== undefined && <path d={`M0 ${yOf(mark)}h${WIDTH}`} class="bullet-whole" />}
    </svg>
  )
}
