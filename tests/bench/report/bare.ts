// The same tables written by the libraries themselves, as their own pages show it: nothing of the layout, no headings of pages, no
// care for what a text holds.

import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import writeExcel from 'write-excel-file/node'
import type { Paper, PaperCell, PaperTable } from '../../../src/client/report/paper.ts'
import { saidCell } from '../../../src/client/report/said-cell.ts'

export async function bareWord(paper: Paper): Promise<Uint8Array> {
  const words = (text: string): Paragraph => new Paragraph({ children: [new TextRun(text)] })
  const row = (texts: readonly string[], isHead: boolean): TableRow =>
    new TableRow({ tableHeader: isHead, cantSplit: true, children: texts.map((text) => new TableCell({ children: [words(text)] })) })
  const table = ({ columns, rows, sum }: PaperTable): Table =>
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        row(
          columns.map(({ heading }) => heading),
          true,
        ),
        ...[...rows, ...(sum ? [sum] : [])].map((cells) =>
          row(
            cells.map((cell) => saidCell(cell, paper.language)),
            false,
          ),
        ),
      ],
    })
  const children = [
    ...paper.blocks.flatMap((block) => (block.as === 'table' ? [words(block.table.title), table(block.table)] : [words(block.text)])),
    ...paper.annexes.flatMap((annex) => [words(annex.title), table(annex)]),
  ]
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

export async function bareExcel({ blocks, annexes }: Paper): Promise<Uint8Array> {
  const tables = [...blocks.flatMap((block) => (block.as === 'table' ? [block.table] : [])), ...annexes]
  const sheets = tables.map(({ columns, rows, sum }, place) => ({
    sheet: `Sheet ${place + 1}`,
    data: [columns.map(({ heading }) => ({ value: heading, fontWeight: 'bold' })), ...[...rows, ...(sum ? [sum] : [])].map((cells) => cells.map(bareCell))],
  }))
  // Its types want a schema or plain cells, and can't be told which.
  return writeExcel(sheets as never).toBuffer()
}

function bareCell(cell: PaperCell): object {
  if ('text' in cell) return { value: cell.text }
  if ('whole' in cell) return { value: cell.whole, format: '#,##0' }
  if ('percent' in cell) return { value: cell.percent / 100, format: '0.0%' }
  return 'date' in cell ? { value: new Date(`${cell.date}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' } : { value: cell.none }
}
