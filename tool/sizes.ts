// What a first visit downloads before the app can be used, packed, against the limits. What it costs afterwards is shown
// too: the province's units, and what the service worker fetches so that the app opens offline.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dist, filesBelow } from './files.ts'
import { gzip } from './precompress.ts'

const LIMIT_SCRIPT = 100_000
const LIMIT_ALL = 140_000

interface Row {
  name: string
  bytes: number
  limit?: number
}

/** The scripts that the page loads by itself: its entry, and what that imports without waiting for a tap. */
export const scriptsOf = (page: string): string[] =>
  [...page.matchAll(/<(?:script|link rel="modulepreload")[^>]*?(?:src|href)="\/([^"]+\.js)"/g)].map(([, path = '']) => path)

export const stylesOf = (page: string): string[] => [...page.matchAll(/<link rel="stylesheet"[^>]*?href="\/([^"]+\.css)"/g)].map(([, path = '']) => path)

/** What the page asks for early because its script needs it: the words of the first language. */
export const fetchedEarlyOf = (page: string): string[] => [...page.matchAll(/<link rel="preload"[^>]*?href="\/([^"]+)"/g)].map(([, path = '']) => path)

/**
 * What the entry asks for by itself on a first visit: the screen that lets a phone in, and, once it stands, what registers the
 * workers. They are chunks of their own, but a first visit downloads them too.
 */
export const startedOf = (entry: string): string[] => [
  ...new Set([...entry.matchAll(/(?:enrol|register-worker)-[\w-]+\.js/g)].map(([name]) => `assets/${name}`)),
]

/** The chunks that a script needs before it runs. */
export const importedBy = (script: string): string[] =>
  [...script.matchAll(/\b(?:from|import)\s*["'`]\.\/([\w-]+\.js)["'`]/g)].map(([, name = '']) => `assets/${name}`)

/** What browsers fetch beside the page on a first visit. */
const besides = ['manifest.webmanifest', 'favicon.svg', 'icons/icon-192.png']

export function tooLarge(rows: readonly Row[]): string[] {
  return rows
    .filter(({ bytes, limit }) => limit !== undefined && bytes > limit)
    .map(({ name, bytes, limit }) => `${name}: ${bytes} bytes, ${bytes - (limit ?? 0)} over the limit`)
}

const scriptAt = (path: string): string => readFileSync(join(dist, path), 'utf8')

function withImports(scripts: readonly string[]): string[] {
  const all = new Set(scripts)
  // A set that grows while it is walked is walked to its end.
  for (const script of all) for (const needed of importedBy(scriptAt(script))) all.add(needed)
  return [...all]
}

function measure(): Row[] {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const loaded = scriptsOf(page)
  const started = loaded.flatMap((script) => startedOf(scriptAt(script)))
  if (started.length !== 2) throw new Error(`The page starts ${started.length} chunks, not two: what a first visit downloads is not known.`)
  const scripts = withImports([...loaded, ...started])
  const styles = stylesOf(page)
  const early = fetchedEarlyOf(page)
  if (loaded.length === 0) throw new Error('dist/index.html loads no script: nothing was measured.')
  const units = filesBelow(join(dist, 'units'), dist).filter((file) => file.endsWith('.json'))
  const largest = Math.max(...units.map(packed))
  const chunks = filesBelow(join(dist, 'assets'), dist).filter((file) => file.endsWith('.js') && !scripts.includes(file))
  return [
    { name: 'first load, scripts', bytes: sum(scripts), limit: LIMIT_SCRIPT },
    { name: 'first load, everything', bytes: sum(['index.html', ...scripts, ...styles, ...early, ...besides]), limit: LIMIT_ALL },
    { name: '  of it styles', bytes: sum(styles) },
    { name: '  of it words', bytes: sum(early) },
    { name: 'largest province, units', bytes: largest },
    { name: 'service worker', bytes: packed('service-worker.js') },
    { name: 'background sender', bytes: packed('sync-worker.js') },
    { name: `other chunks in dist (${chunks.length}, old ones too)`, bytes: sum(chunks) },
  ]
}

const packed = (file: string): number => {
  const plain = readFileSync(join(dist, file))
  return file.endsWith('.png') ? plain.byteLength : gzip(plain).byteLength
}

const sum = (files: readonly string[]): number => files.reduce((bytes, file) => bytes + packed(file), 0)

const table = (rows: readonly Row[]): string =>
  rows.map(({ name, bytes, limit }) => `${name.padEnd(44)}${String(bytes).padStart(8)} bytes gzip${limit === undefined ? '' : ` of ${limit}`}`).join('\n')

if (import.meta.main) {
  const rows = measure()
  console.log(table(rows))
  const over = tooLarge(rows)
  for (const line of over) console.error(line)
  process.exitCode = over.length === 0 ? 0 : 1
}
