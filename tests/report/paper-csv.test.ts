import { expect, test } from 'vitest'
import type { PaperTable } from '../../src/client/report/paper.ts'
import { tableCsv } from '../../src/client/report/paper-csv.ts'
import { quarterPaper } from '../fixture/paper.ts'

const table: PaperTable = {
  id: 'shares',
  title: 'Tỷ lệ',
  columns: [
    { heading: 'Xã', as: 'words', width: 1 },
    { heading: 'Số buổi', as: 'numbers', width: 1 },
    { heading: 'Thôn', as: 'numbers', width: 1 },
    { heading: 'Ngày', as: 'words', width: 1 },
  ],
  rows: [
    [{ text: '=1+1' }, { whole: 1234 }, { percent: 37.5, said: '3/8 thôn (37,5 %)' }, { date: '2026-06-15' }],
    [{ text: 'A Lưới, 1' }, { none: 'không ghi' }, { percent: 80, said: '80,0 %' }, { text: '' }],
  ],
  sum: [{ text: 'Cộng' }, { whole: 1234 }, { text: '' }, { text: '' }],
  notes: ['not in it'],
}

test('a table as CSV: numbers and days as programs read them, nothing that runs, nothing taken for zero', () => {
  expect(tableCsv({ ...quarterPaper(), practice: false }, table).split('\r\n')).toEqual([
    '\ufeffXã,Số buổi,Thôn,Thôn (như trong báo cáo),Ngày',
    `"'=1+1",1234,37.5,"3/8 thôn (37,5 %)",2026-06-15`,
    '"A Lưới, 1",không ghi,80,"80,0 %",',
    'Cộng,1234,,,',
    '',
  ])
})

test('what was invented to practise with says so in every row, and so does what has changed since', () => {
  const lines = tableCsv(quarterPaper(), table, 'Số liệu đã đổi').trim().split('\r\n')
  expect(lines).toHaveLength(4)
  for (const line of lines) expect(line).toMatch(/,Diễn tập – không phải số liệu thật,Số liệu đã đổi$/)
})
