import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, root } from '../../tool/files.ts'
import { brokenRules } from './import-rules.ts'

const sources = filesBelow(join(root, 'src')).filter((path) => /\.tsx?$/.test(path))

test('every import in src keeps the rules of docs/architecture.md', () => {
  expect(sources.length).toBeGreaterThan(10)
  expect(brokenRules(Object.fromEntries(sources.map((path) => [path, readFileSync(join(root, path), 'utf8')])))).toEqual([])
})

const breaks: [rule: string, path: string, text: string][] = [
  ['rule 1: model imports no package', 'src/model/a.ts', "import dayjs from 'dayjs'"],
  ['rule 1: model never imports protocol', 'src/model/a.ts', "import type { Change } from '../protocol/sync.ts'"],
  ['rule 1: programme never imports text', 'src/programme/a.ts', "import { fold } from '../text/fold.ts'"],
  ['rule 1: protocol never imports programme', 'src/protocol/a.ts', "export const pack = await import('../programme/pack.ts')"],
  ['rule 1: text knows types of model', 'src/text/a.ts', "import { problem } from '../model/problem.ts'"],
  ['rule 1: schemas are written with zod/mini', 'src/server/a.ts', "import { z } from 'zod'"],
  ['rule 2: client never imports server', 'src/client/a.ts', "import { app } from '../server/app.ts'"],
  ['rule 2: client never imports server', 'src/client/a.ts', "let app: import('../server/app.ts').App"],
  ['rule 2: server never imports client', 'src/server/a.ts', "export { save } from '../client/store/save.ts'\nexport const a = 1"],
  ['rule 2: server never imports tool', 'src/server/a.ts', "import { build } from '../../tool/build.ts'"],
  ['rule 3: only src/client/store/ knows dexie', 'src/client/sync/a.ts', "import { Dexie } from 'dexie'"],
  ['rule 3: only src/server/database/ knows node:sqlite', 'src/server/route/a.ts', "import { DatabaseSync } from 'node:sqlite'"],
  ['rule 3: only src/client/import/ and src/client/report/ knows fflate', 'src/client/ui/a.ts', "const zip = await import('fflate')"],
  ['rule 3: only src/client/import/ knows papaparse', 'src/client/ui/a.ts', "const { parse } = await import('papaparse')"],
  ['rule 4: import knows nothing else', 'src/client/import/a.ts', "import type { Store } from '../store/database.ts'"],
  ['rule 4: ui sees sync/status', 'src/client/ui/page/a.tsx', "import { createEngine } from '../../sync/engine.ts'"],
  ['rule 4: store knows no sync', 'src/client/store/a.ts', "import type { Ports } from '../sync/ports.ts'"],
  ['rule 4: store knows no ui', 'src/client/store/a.ts', "import { app } from '../ui/app.tsx'"],
  ['rule 4: sync knows no store', 'src/client/sync/a.ts', "import { save } from '../store/save.ts'"],
  ['rule 4: sync runs without a page', 'src/client/sync/a.ts', "document.addEventListener('visibilitychange', wake)"],
  ['rule 5: only the edges do', 'src/client/store/a.ts', 'export const now = () => Date.now()'],
  ['rule 5: only the edges do', 'src/model/a.ts', 'export const today = new Date()'],
  ['rule 5: only the edges do', 'src/server/a.ts', 'export const jitter = Math.random()'],
  ['rule 5: only the edges do', 'src/client/store/a.ts', 'export const id = crypto.randomUUID()'],
  ['rule 5: only the edges do', 'src/client/store/a.ts', "export const got = globalThis.fetch('/api/sync')"],
  ['rule 5: only the edges do', 'src/client/ui/a.tsx', 'export const Online = () => <p>{navigator.onLine}</p>'],
  ['rule 5: only the edges have randomness', 'src/server/route/a.ts', "import { randomBytes } from 'node:crypto'"],
  ['rule 6: no default exports', 'src/model/a.ts', 'export default 1'],
  ['rule 6: no default exports', 'src/model/a.ts', 'const a = 1\nexport { a as default }'],
  ['rule 6: no barrel files', 'src/model/a.ts', "export * from './id.ts'\nexport { text } from './text.ts'"],
  ['rule 6: a file is named for what it holds', 'src/model/date-utils.ts', 'export const a = 1'],
  ['rule 6: a file is named for what it holds', 'src/client/sync-manager.ts', 'export const a = 1'],
]

test.each(breaks)('%s, told of %s', (rule, path, text) => {
  expect(brokenRules({ [path]: text })).toEqual([expect.stringContaining(rule)])
})

test('rule 6: a circle of imports is told with the way it takes', () => {
  const circle = { 'src/model/a.ts': "import { b } from './b.ts'\nexport const a = b", 'src/model/b.ts': "import { a } from './a.ts'\nexport const b = a" }
  expect(brokenRules(circle)).toEqual(['src/model/a.ts → src/model/b.ts → src/model/a.ts: rule 6: no cycles'])
})

test.each([
  [
    'a circle of types only',
    { 'src/model/a.ts': "import type { B } from './b.ts'\nexport type A = B", 'src/model/b.ts': "import type { A } from './a.ts'\nexport type B = A" },
  ],
  ['text that formats a civil date', { 'src/text/a.ts': "import { dateParts } from '../model/civil-date.ts'\nexport const day = dateParts" }],
  ['a fetch that is given', { 'src/client/sync/a.ts': 'export const send = (fetch: typeof globalThis.fetch, url: string) => fetch(url)' }],
  ['a date made of a given time', { 'src/model/a.ts': 'export const at = (ms: number) => new Date(ms).toISOString()' }],
  [
    "another object's fetch and crypto",
    { 'src/client/store/a.ts': 'export const get = (env: { fetch: () => void; crypto: number }) => [env.fetch(), env.crypto]' },
  ],
  ['the clock at an edge', { 'src/client/environment.ts': 'export const now = () => Date.now()' }],
  ['the worker that keeps the app', { 'src/client/service-worker.ts': 'export const at = () => crypto' }],
  ['the worker that sends', { 'src/client/sync-worker.ts': 'export const at = () => crypto' }],
  ['words about Date.now() in a comment or a text', { 'src/model/a.ts': "// Date.now()\nexport const said = 'fetch(navigator)'" }],
])('%s breaks no rule', (_, files) => {
  expect(brokenRules(files)).toEqual([])
})
