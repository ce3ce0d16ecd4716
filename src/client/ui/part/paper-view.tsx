// A report on the screen and in print, drawn from its paper alone. Every figure leads to what it is made of; where it is still being
// written, the places to write are open.

import type { ComponentChildren } from 'preact'
import type { Block, Paper, PaperCell, PaperFigure, PaperTable } from '../../report/paper.ts'
import { issuerInFull, paperWords, placeAndDate, roman, signOf } from '../../report/paper-words.ts'
import { saidCell } from '../../report/said-cell.ts'
import { isInOnePiece } from '../../report/table-size.ts'
import { useWords } from '../context.ts'
import { TableRegion } from './table-region.tsx'
import './paper-view.css'

interface PaperViewProps {
  paper: Paper
  /** Stands on every page, where the figures of today are others. */
  stale?: string | undefined
  /** Where a figure opens. */
  figureHref: (figure: PaperFigure) => string
  /** A place to write; none where the paper is frozen. */
  write?: ((block: Extract<Block, { as: 'prose' }>) => ComponentChildren) | undefined
}

export function PaperView({ paper, stale, figureHref, write }: PaperViewProps) {
  const t = useWords()
  const { language, practice, dates } = paper
  return (
    <div class="report-sheet" lang={language}>
      <article class="report-paper">
        {practice && <p class="report-mark">{t('practice.mark')}</p>}
        {stale && <p class="report-mark">{stale}</p>}
        <Head paper={paper} />
        {dates.map((line) => (
          <p key={line} class="report-when">
            {line}
          </p>
        ))}
        {closed(paper).map((block, place) => (
          // Blocks have no names of their own; their order is the paper's.
          <Part key={place} block={block} paper={paper} figureHref={figureHref} write={write} />
        ))}
        <Ends paper={paper} />
        {paper.annexes.map((table, place) => (
          <div key={table.id} class="report-annex">
            <AnnexHead paper={paper} place={place} />
            <Table table={table} paper={paper} figureHref={figureHref} />
          </div>
        ))}
      </article>
      <p class="report-foot">{[...(practice ? [t('practice.mark')] : []), ...dates.slice(0, 2), ...(stale ? [stale] : [])].join(' · ')}</p>
    </div>
  )
}

function Head({ paper: { heading, title, subject, to, language } }: { paper: Paper }) {
  const words = paperWords[language]
  return (
    <>
      <div class="report-heads">
        <div>
          {heading.above !== '' && <span class="report-capitals">{nameOf(heading.above)}</span>}
          <b class="report-capitals report-ruled">{nameOf(heading.issuer)}</b>
          <span>
            {words.number} …/{signOf(heading, words)}
          </span>
        </div>
        <div>
          <b>{words.country}</b>
          <b class="report-motto">{words.motto}</b>
          <span class="report-date">{placeAndDate(heading, language)}</span>
        </div>
      </div>
      <div class="report-title">
        <h2>{title}</h2>
        <p class="report-ruled">
          <b>{subject}</b>
        </p>
      </div>
      {to.length > 0 && (
        <p class="report-to">
          {words.to} {to.join('; ')}.
        </p>
      )}
    </>
  )
}

/** As in the Word file, a name is broken before the place that it is of, or after a comma, and nowhere else where it has one. */
function nameOf(name: string): string {
  const held = name
    .replaceAll(' ', '\u00a0')
    .replaceAll(',\u00a0', ', ')
    .replace(/\u00a0((?:thành\u00a0phố|tỉnh|xã|phường|đặc\u00a0khu)\u00a0)/gi, ' $1')
  return held.includes(' ') ? held : name
}

/** As in the Word file, on its own page: which annex it is, and what it belongs to. */
function AnnexHead({ paper: { annexes, heading, look, language }, place }: { paper: Paper; place: number }) {
  const words = paperWords[language]
  return (
    <p class="report-attached">
      <b>{annexes.length === 1 ? words.annex : `${words.annex} ${roman(place + 1)}`}</b>
      <i>{words.attached(signOf(heading, words), issuerInFull(heading, look))}</i>
    </p>
  )
}

/** The last word of an official paper is followed by its sign. */
function closed({ blocks, language }: Paper): readonly Block[] {
  const last = blocks.at(-1)
  if (last?.as !== 'paragraph') return blocks
  return [...blocks.slice(0, -1), { ...last, text: `${last.text.replace(/(\.\/)?\.$/, '')}${paperWords[language].end}` }]
}

function Part({ block, paper, figureHref, write }: { block: Block } & Omit<PaperViewProps, 'stale'>) {
  if (block.as === 'table') return <Table table={block.table} paper={paper} figureHref={figureHref} />
  if (block.as === 'paragraph') return <p class="report-words">{block.text}</p>
  if (block.as === 'heading') return block.level === 1 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>
  if (write) return <>{write(block)}</>
  return block.text === '' ? <Dots label={block.label} /> : <p class="report-words report-prose">{block.text}</p>
}

/** Nothing was written: on paper it says what is asked for, and there is room to write by hand. */
function Dots({ label }: { label: string }) {
  return (
    <p class="report-dots">
      <i>({label})</i>
      <span />
      <span />
      <span />
    </p>
  )
}

function Table({ table, paper, figureHref }: { table: PaperTable; paper: Paper; figureHref: PaperViewProps['figureHref'] }) {
  const words = paperWords[paper.language]
  const { title, columns, rows, sum, notes } = table
  const whole = columns.reduce((all, { width }) => all + width, 0)
  const lineOf = (row: readonly PaperCell[]) =>
    columns.map(({ as, heading }, place) => {
      const cell = row[place]
      const content = cell && <Said cell={cell} paper={paper} figureHref={figureHref} />
      if (place > 0) {
        return (
          <td key={heading} class={as}>
            {content}
          </td>
        )
      }
      return (
        <th key={heading} scope="row">
          {content}
        </th>
      )
    })
  return (
    <div class={isInOnePiece(columns.length, rows.length) ? 'report-short' : undefined}>
      <TableRegion label={title}>
        <table>
          <caption>{title}</caption>
          <colgroup>
            {columns.map(({ heading, width }) => (
              <col key={heading} style={{ '--share': `${(width / whole) * 100}%` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ heading, as }) => (
                <th key={heading} scope="col" class={as}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              // A row has no name of its own, and never moves.
              <tr key={place}>{lineOf(row)}</tr>
            ))}
            {rows.length === 0 && (
              <tr>
                <td colSpan={columns.length}>{words.noRows}</td>
              </tr>
            )}
          </tbody>
          {sum && (
            <tfoot>
              <tr>{lineOf(sum)}</tr>
            </tfoot>
          )}
        </table>
      </TableRegion>
      {notes.map((note) => (
        <p key={note} class="hint">
          {note}
        </p>
      ))}
    </div>
  )
}

function Said({ cell, paper, figureHref }: { cell: PaperCell; paper: Paper; figureHref: PaperViewProps['figureHref'] }) {
  const said = saidCell(cell, paper.language)
  const figure = 'figure' in cell ? cell.figure : undefined
  return figure ? <a href={figureHref(figure)}>{said}</a> : <span>{said}</span>
}

function Ends({ paper: { signature, receivers, language } }: { paper: Paper }) {
  return (
    <div class="report-ends">
      <div>
        <p>
          <b>{paperWords[language].receivers}</b>
        </p>
        {receivers.map((line) => (
          <p key={line} class="report-copy">
            - {line}
          </p>
        ))}
      </div>
      <div class="report-sign">
        {signature.capacity !== '' && (
          <p class="report-capitals">
            <b>{signature.capacity}</b>
          </p>
        )}
        <p class="report-capitals">
          <b>{signature.office}</b>
        </p>
      </div>
    </div>
  )
}
