import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, root } from '../../tool/files.ts'

/** Younger than Chrome 90 or Safari 15.4, and nothing in `src/client/older-browsers.ts` stands in for them. */
const tooNew =
  /\.(toSorted|toReversed|toSpliced|findLast|findLastIndex)\(|\bstructuredClone\(|\b(Object|Map)\.groupBy\(|AbortSignal\.(any|timeout)\(|randomUUID\(|withResolvers\(/

const onPhones = ['client', 'model', 'programme', 'protocol', 'text'].flatMap((layer) =>
  filesBelow(join(root, 'src', layer)).filter((path) => /\.tsx?$/.test(path)),
)

const found = (text: string): string[] => text.split('\n').filter((line) => tooNew.test(line))

test('nothing that runs on a phone asks for a browser newer than Chrome 90 and Safari 15.4', () => {
  expect(onPhones.length).toBeGreaterThan(100)
  expect(onPhones.flatMap((path) => found(readFileSync(join(root, path), 'utf8')).map((line) => `${path}: ${line.trim()}`))).toEqual([])
})

test('a newer method is told', () => {
  expect(found('const inOrder = some.toSorted()')).toHaveLength(1)
  expect(found('const inOrder = [...some].sort()')).toEqual([])
})
