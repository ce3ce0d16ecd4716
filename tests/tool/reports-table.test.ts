import { expect, test } from 'vitest'
import { lacking, lackingInSheets, withRows } from '../../tool/reports-table.ts'
import { quarterPaper } from '../fixture/paper.ts'

const paper = {
  ...quarterPaper(),
  blocks: [],
  annexes: [
    {
      id: 'shares',
      title: '',
      columns: [],
      notes: [],
      rows: [[{ text: 'Xã A' }, { whole: 1234 }, { percent: 37.5, said: '3/8 thôn (37,5 %)' }, { none: 'không ghi' }]],
      sum: [{ text: 'Cộng' }, { whole: 1234 }],
    },
  ],
}

test('a figure that the pages do not show is named', () => {
  expect(lacking(paper, 'Xã A 1.234 3/8 thôn\n(37,5 %) không\nghi Cộng')).toEqual([])
  expect(lacking(paper, 'Xã A 3/8 thôn\n(37,5 %) không\nghi Cộng')).toEqual(['shares: 1.234', 'shares: 1.234'])
})

test('a figure that no sheet has as a number is named, as often as the paper has it', () => {
  expect(lackingInSheets(paper, ['"Xã A, 7",1234,37.5%\n', '"Cộng",1234'])).toEqual([])
  expect(lackingInSheets(paper, ['"Xã A",1234,37.5%\n', '"Cộng","1234"'])).toEqual(['shares: 1234 is no number in the sheets'])
  expect(lackingInSheets(paper, ['1234,1234,"3/8 thôn (37,5 %)"'])).toEqual(['shares: 37.5% is no number in the sheets'])
})

const picture = (name: string, page: number) => ({ kind: 'word' as const, page, file: `${name}-${page}.png` })

test('a new look keeps what a person wrote, and says which papers nobody has looked at', () => {
  const looked = [
    { name: 'union', pages: { word: 2, print: 3, excel: 4 }, drawn: [picture('union', 1), picture('union', 2)], lacking: [] },
    {
      name: 'quarter',
      pages: { word: 9, print: 8, excel: 7 },
      drawn: [picture('quarter', 1), { kind: 'print' as const, page: 9, file: 'quarter-print-9.png' }],
      lacking: ['x'],
    },
  ]
  const first = withRows('above\n<!-- looked -->\n<!-- /looked -->\nbelow\n', looked)
  expect(first.unseen).toEqual(['union', 'quarter'])
  expect(first.text).toContain('| quarter [1](quarter-1.png) [print 9](quarter-print-9.png) | 9 / 8 / 7; 1 figures missing |  |')
  const second = withRows(first.text.replace('all three |  |', 'all three | All is straight. |'), looked.slice(0, 1))
  expect(second.unseen).toEqual([])
  expect(second.text).toContain('| union [1](union-1.png) [2](union-2.png) | 2 / 3 / 4; every figure in all three | All is straight. |')
  expect(second.text).toContain('| quarter ')
  expect(second.text.match(/^\|/gm)).toHaveLength(4)
  expect(second.text.startsWith('above\n') && second.text.endsWith('below\n')).toBe(true)
})
