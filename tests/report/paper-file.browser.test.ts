// Files written in a real worker of a real browser: progress, giving up, and what is told when there is no file.

import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { paperToExcel } from '../../src/client/report/excel/excel.ts'
import { paperFile } from '../../src/client/report/paper-file.ts'
import { paperToWord } from '../../src/client/report/word/word.ts'
import { quarterPaper, yearPaper } from '../fixture/paper.ts'

const writers = { word: paperToWord, excel: paperToExcel }
const endings = { word: 'docx', excel: 'xlsx' }
const year = yearPaper(Array.from({ length: 168 }, (_, place) => `Xã ${place + 1}`))

test.each(['word', 'excel'] as const)('a %s file comes out of the worker byte for byte as the writer makes it, with its progress told', async (kind) => {
  const told: number[] = []
  const made = await paperFile({ kind, paper: quarterPaper() }, 'bao-cao', { onProgress: (done, of) => told.push(done / of) })
  if (!made.ok) throw new Error(made.problem)
  expect(made.value.name).toBe(`bao-cao.${endings[kind]}`)
  expect(made.value.type).toMatch(/^application\/vnd\.openxmlformats/)
  const bytes = new Uint8Array(await made.value.arrayBuffer())
  expect(bytes).toEqual(writers[kind](quarterPaper()))
  expect(Object.keys(unzipSync(bytes))).toContain('[Content_Types].xml')
  expect(told.at(-1)).toBe(1)
  expect(told).toEqual([...told].sort((a, b) => a - b))
})

test('what has changed since is written, too', async () => {
  const stale = 'Số liệu đã đổi.'
  const made = await paperFile({ kind: 'word', paper: quarterPaper(), stale }, 'x')
  expect(made.ok && new Uint8Array(await made.value.arrayBuffer())).toEqual(paperToWord(quarterPaper(), { stale }))
})

test('given up in the middle, it ends at once and tells nothing more', async () => {
  const giving = new AbortController()
  let told = 0
  const made = paperFile({ kind: 'word', paper: year }, 'x', {
    signal: giving.signal,
    onProgress: () => {
      told++
      giving.abort()
    },
  })
  expect(await made).toEqual({ ok: false, problem: 'given-up' })
  const before = told
  // A second file is written by then: a worker that went on would have told more.
  await paperFile({ kind: 'word', paper: quarterPaper() }, 'y')
  expect(told).toBe(before)
})

test('given up before it began, nothing is written', async () => {
  const giving = new AbortController()
  giving.abort()
  expect(await paperFile({ kind: 'excel', paper: quarterPaper() }, 'x', { signal: giving.signal })).toEqual({ ok: false, problem: 'given-up' })
})

test('a writer that breaks, as one out of memory does, is told and not waited for', async () => {
  // A paper as no other code makes one: its rows can't be walked.
  const broken = { ...quarterPaper(), annexes: [{ ...quarterPaper().annexes[0], rows: 7 }] } as never
  expect(await paperFile({ kind: 'excel', paper: broken }, 'x')).toEqual({ ok: false, problem: 'not-written' })
})
