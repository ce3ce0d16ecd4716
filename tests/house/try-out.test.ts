// What the source of the try-out itself proves: it can't reach what sends, and its land is nowhere.

import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'
import { tryOutUnits } from '../../src/client/try-out-land.ts'
import { readUnitFile } from '../../src/protocol/units.ts'
import { fold } from '../../src/text/fold.ts'
import { root } from '../../tool/files.ts'
import { compactUnits } from '../../tool/units.ts'
import { factsOf } from './source-facts.ts'

/** Every file of ours that this one brings along, at once or later; what is only asked for its types is not there when it runs. */
function reachedFrom(path: string, reached = new Set<string>()): Set<string> {
  if (reached.has(path) || !/\.tsx?$/.test(path)) return reached
  reached.add(path)
  const { imports } = factsOf(path, readFileSync(join(root, path), 'utf8'))
  for (const { from, isType } of imports) if (!isType && from.startsWith('.')) reachedFrom(posix.join(posix.dirname(path), from), reached)
  return reached
}

test('nothing that the try-out brings along can send: of what syncs it knows the words for its state alone', () => {
  const reached = [...reachedFrom('src/client/try-out.tsx')]
  expect(reached.length).toBeGreaterThan(100)
  const sending = /^src\/client\/(sync\/|browser-engine|let-in|backup|main|sync-worker)/
  expect(reached.filter((path) => sending.test(path))).toEqual(['src/client/sync/status.ts'])
})

test('the same question, put to the app itself, finds the engine', () => {
  expect(reachedFrom('src/client/main.tsx')).toContain('src/client/sync/engine.ts')
})

test('its commune and its province are on no official list, under no name and no number', () => {
  const real = compactUnits().flatMap(({ json }) => readUnitFile(JSON.parse(json)))
  const names = new Set(real.flatMap(({ name, formerNames = [] }) => [name, ...formerNames]).map(fold))
  const ids = new Set(real.map(({ id }) => id))
  expect(names.size).toBeGreaterThan(2000)
  expect(tryOutUnits).toHaveLength(2)
  expect(tryOutUnits.filter(({ id, name }) => ids.has(id) || names.has(fold(name)))).toEqual([])
})
