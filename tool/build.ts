// Makes dist/: the app's bundle, the units of each province, the service worker over them, the sender, and packed copies.
// Chunks of earlier builds stay for a while (old-files.ts).

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build as bundle } from 'vite'
import { digestOf, dist, filesBelow, root } from './files.ts'
import { afterBuild, type BuildRecord } from './old-files.ts'
import { precompress } from './precompress.ts'
import { compactUnits } from './units.ts'
import { bundleSender, bundleWorker } from './worker-bundle.ts'

/** What a build depends on. The server is not in it: it runs from its sources. */
const sources = ['src', 'public', 'tool', 'index.html', 'manifest.webmanifest', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']

const notePath = join(root, '.cache/build.json')

interface Note extends BuildRecord {
  sources: string
}

/** Builds unless dist was made from exactly these sources. */
export async function buildIfStale(): Promise<void> {
  const note = readNote()
  const isFresh = note.sources === sourcesNow() && note.files.length > 0 && note.files.every((file) => existsSync(join(dist, file)))
  if (!isFresh) await build()
}

export async function build(): Promise<void> {
  const digest = sourcesNow()
  const made = [...(await bundleApp()), ...writeUnits(), ...copyManifest()]
  await bundleWorker(dist, made)
  await bundleSender(dist)
  const files = [...made, 'service-worker.js', 'sync-worker.js']
  const all = [...files, ...precompress(dist, files)].sort()
  const { record, remove } = afterBuild(readNote(), filesBelow(dist, dist), all, Date.now())
  for (const file of remove) rmSync(join(dist, file))
  mkdirSync(dirname(notePath), { recursive: true })
  writeFileSync(notePath, JSON.stringify({ ...record, sources: digest } satisfies Note))
}

async function bundleApp(): Promise<string[]> {
  const result = await bundle({ root, logLevel: 'warn', build: { outDir: dist } })
  if (!('output' in result)) throw new Error('The bundler was expected to make one bundle and end.')
  return [...result.output.map(({ fileName }) => fileName), ...filesBelow(join(root, 'public'), join(root, 'public'))]
}

/** Fetched by a phone once for its province, so not part of what every phone keeps. */
function writeUnits(): string[] {
  mkdirSync(join(dist, 'units'), { recursive: true })
  return compactUnits().map(({ code, json }) => {
    writeFileSync(join(dist, `units/${code}.json`), json)
    return `units/${code}.json`
  })
}

function copyManifest(): string[] {
  cpSync(join(root, 'manifest.webmanifest'), join(dist, 'manifest.webmanifest'))
  return ['manifest.webmanifest']
}

const sourcesNow = (): string => digestOf(sources.flatMap((path) => filesBelow(join(root, path))).filter((path) => !path.startsWith('src/server/')))

function readNote(): Note {
  const none: Note = { sources: '', files: [], superseded: {} }
  try {
    return { ...none, ...JSON.parse(readFileSync(notePath, 'utf8')) }
  } catch {
    return none
  }
}

if (import.meta.main) await build()
