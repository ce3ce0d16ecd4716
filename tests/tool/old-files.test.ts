import { expect, test } from 'vitest'
import { afterBuild, KEPT_MS } from '../../tool/old-files.ts'

const none = { files: [], superseded: {} }
const deploy = 1_790_000_000_000

test('a tab opened before a deploy still finds its chunks', () => {
  const first = afterBuild(none, ['index.html', 'assets/a-1.js'], ['index.html', 'assets/a-1.js'], deploy)
  const second = afterBuild(first.record, ['index.html', 'assets/a-1.js', 'assets/a-2.js'], ['index.html', 'assets/a-2.js'], deploy + 1000)
  expect(second).toEqual({ record: { files: ['index.html', 'assets/a-2.js'], superseded: { 'assets/a-1.js': deploy + 1000 } }, remove: [] })
})

test('the thirty days begin when a chunk is superseded, however long it was current', () => {
  const record = { files: ['assets/a-1.js'], superseded: {} }
  expect(afterBuild(record, ['assets/a-1.js', 'assets/a-2.js'], ['assets/a-2.js'], deploy + 10 * KEPT_MS).remove).toEqual([])
})

test('after thirty days an old chunk goes, and its packed copies with it', () => {
  const record = { files: ['assets/a-2.js'], superseded: { 'assets/a-1.js': deploy, 'assets/a-1.js.br': deploy } }
  const present = ['assets/a-1.js', 'assets/a-1.js.br', 'assets/a-2.js']
  expect(afterBuild(record, present, ['assets/a-2.js'], deploy + KEPT_MS).remove).toEqual([])
  expect(afterBuild(record, present, ['assets/a-2.js'], deploy + KEPT_MS + 1).remove).toEqual(['assets/a-1.js', 'assets/a-1.js.br'])
})

test('a chunk that comes back with a later build is current again', () => {
  const record = { files: ['assets/a-2.js'], superseded: { 'assets/a-1.js': deploy } }
  expect(afterBuild(record, ['assets/a-1.js', 'assets/a-2.js'], ['assets/a-1.js'], deploy + 5).record.superseded).toEqual({ 'assets/a-2.js': deploy + 5 })
})

test('what no build made any more and is no chunk goes at once', () => {
  expect(afterBuild(none, ['index.html', 'units/99.json', 'old.html'], ['index.html'], deploy).remove).toEqual(['units/99.json', 'old.html'])
})
