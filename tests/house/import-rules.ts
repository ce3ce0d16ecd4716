// "Who may import whom" of docs/architecture.md, over the text of all files below src. Each answer names its rule.

import { posix } from 'node:path'
import { factsOf, type Import, type SourceFacts } from './source-facts.ts'

const edges = new Set([
  'src/client/environment.ts',
  'src/client/outlet.ts',
  'src/client/feel.ts',
  'src/client/service-worker.ts',
  'src/client/sync-worker.ts',
  'src/client/register-worker.ts',
  'src/client/main.tsx',
  'src/server/main.ts',
  'src/server/admin.ts',
])

/** Package → the only folders that may know it. */
const homes: Record<string, string | [string, string]> = {
  dexie: 'src/client/store/',
  fflate: ['src/client/import/', 'src/client/report/'],
  papaparse: 'src/client/import/',
  'read-excel-file': 'src/client/import/',
  'node:sqlite': 'src/server/database/',
  pg: 'src/server/database/',
  kysely: 'src/server/database/',
}

/** Layer → the layers of ours that it may import, and the packages where they are limited. */
const layers: Record<string, { ours: string[]; packages?: string[] }> = {
  model: { ours: ['model'], packages: ['zod/mini'] },
  programme: { ours: ['programme', 'model'], packages: ['zod/mini'] },
  protocol: { ours: ['protocol', 'model'], packages: ['zod/mini'] },
  text: { ours: ['text', 'model'], packages: ['i18next'] },
  client: { ours: ['client', 'model', 'programme', 'protocol', 'text'] },
  server: { ours: ['server', 'model', 'programme', 'protocol', 'text'] },
}

/** Path (from the root, "src/…") → text. The answer has a line for each place where a rule is broken. */
export function brokenRules(files: Readonly<Record<string, string>>): string[] {
  const facts = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, factsOf(path, text)]))
  const inFiles = Object.entries(facts).flatMap(([path, file]) => [...brokenImports(path, file), ...brokenEdges(path, file), ...brokenShape(path, file)])
  return [...inFiles, ...cycles(facts)]
}

function brokenImports(path: string, { imports }: SourceFacts): string[] {
  return imports.flatMap((one) => {
    const target = resolved(path, one.from)
    const broken = target === undefined ? packageRule(path, one.from) : (layerRule(path, one, target) ?? clientRule(path, target))
    return broken ? [`${path} imports ${one.from}: ${broken}`] : []
  })
}

function packageRule(path: string, from: string): string | undefined {
  const allowed = [homes[from.startsWith('node:') ? from : packageOf(from)] ?? []].flat()
  if (allowed.length > 0 && !allowed.some((home) => path.startsWith(home))) return `rule 3: only ${allowed.join(' and ')} knows ${from}`
  const layer = layers[layerOf(path)]
  if (from === 'zod' || (from.startsWith('zod/') && from !== 'zod/mini')) return 'rule 1: schemas are written with zod/mini'
  if (layer?.packages && !layer.packages.includes(from)) return `rule 1: ${layerOf(path)} imports no package but ${layer.packages.join(', ')}`
  return undefined
}

function layerRule(path: string, { isType }: Import, target: string): string | undefined {
  const [own, other] = [layerOf(path), layerOf(target)]
  const isForText = isType || target === 'src/model/civil-date.ts'
  if (own === 'text' && other === 'model' && !isForText) return 'rule 1: text knows types of model and its civil dates, nothing else of ours'
  if (!layers[own]?.ours.includes(other))
    return own === 'client' || own === 'server' ? `rule 2: ${own} never imports ${other}` : `rule 1: ${own} never imports ${other}`
  return undefined
}

function clientRule(path: string, target: string): string | undefined {
  const [own, other] = [partOf(path), partOf(target)]
  if (own === 'ui' && other === 'sync' && target !== 'src/client/sync/status.ts') return 'rule 4: ui sees sync/status and nothing else of sync'
  if (own === 'store' && (other === 'sync' || other === 'ui')) return `rule 4: store knows no ${other}`
  if (own === 'sync' && (other === 'store' || other === 'ui')) return `rule 4: sync knows no ${other}, it is handed what it needs`
  if (own === 'import' && target.startsWith('src/client/') && other !== 'import') return 'rule 4: import knows nothing else of the client'
  if (own === 'report' && (other === 'sync' || other === 'ui')) return `rule 4: a report knows no ${other}`
  return undefined
}

function brokenEdges(path: string, { globals, imports }: SourceFacts): string[] {
  if (edges.has(path)) return []
  const page = new Set(['window', 'document'])
  const platform = globals.filter((name) => !page.has(name)).map((name) => `${path} uses ${name}: rule 5: only the edges do, everything else is given it`)
  const random = imports
    .filter(({ from }) => from === 'node:crypto')
    .flatMap(({ names }) => names.filter((name) => /^(random|webcrypto|getRandomValues|subtle)/.test(name)))
    .map((name) => `${path} imports ${name}: rule 5: only the edges have randomness, everything else is given it`)
  const dom = partOf(path) === 'sync' ? globals.filter((name) => page.has(name)).map((name) => `${path} uses ${name}: rule 4: sync runs without a page`) : []
  return [...platform, ...random, ...dom]
}

function brokenShape(path: string, { hasDefaultExport, isBarrel }: SourceFacts): string[] {
  const name = posix.basename(path).replace(/\.\w+$/, '')
  return [
    ...(hasDefaultExport ? [`${path}: rule 6: no default exports`] : []),
    ...(isBarrel ? [`${path}: rule 6: no barrel files`] : []),
    ...(/(^|-)(utils?|helpers?|managers?|services?)$/i.test(name) ? [`${path}: rule 6: a file is named for what it holds`] : []),
  ]
}

/** Types leave nothing behind when the code runs, so they may point in a circle. */
function cycles(facts: Record<string, SourceFacts>): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) found.push(`${[...trail.slice(start), path].join(' → ')}: rule 6: no cycles`)
    if (start >= 0 || done.has(path)) return
    for (const { from, isType } of facts[path]?.imports ?? []) {
      const target = isType ? undefined : resolved(path, from)
      if (target !== undefined && facts[target]) visit(target, [...trail, path])
    }
    done.add(path)
  }
  for (const path of Object.keys(facts)) visit(path, [])
  return found
}

const resolved = (path: string, from: string): string | undefined => (from.startsWith('.') ? posix.join(posix.dirname(path), from) : undefined)

const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')

/** src/client/ui/app.tsx lies in the layer client and in its part ui. What lies outside src is a layer of its own name. */
const layerOf = (path: string): string => (path.startsWith('src/') ? path.split('/')[1] : path.split('/')[0]) ?? ''

const partOf = (path: string): string | undefined => (path.startsWith('src/client/') ? path.split('/')[2] : undefined)
