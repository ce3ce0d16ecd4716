// Bundles the two workers. Into the one that keeps the app for offline the list of what it keeps is written: the shell and
// every chunk of this build, each with a digest of its bytes, so that a portal's page or half a deploy can never be kept as
// the app.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from './files.ts'

interface Kept {
  url: string
  revision: string | null
  integrity: string
}

/** The published modern build: the default entry wraps the CommonJS one, 2 kB larger. */
export const modernDexie = { dexie: 'dexie/dist/modern/dexie.mjs' }

/** Of the icons only those that a page shows; what an installation needs, the browser fetches itself. */
const kept = /^(index\.html|manifest\.webmanifest|favicon\.svg|icon\.svg|icons\/icon-192\.png|assets\/.+)$/

/** Writes `folder`/service-worker.js, which keeps those of `files` (relative to `folder`) that the app needs offline. */
export async function bundleWorker(folder: string, files: readonly string[]): Promise<Kept[]> {
  const list = files.filter((file) => kept.test(file)).map((file) => keptFile(folder, file))
  if (!list.some(({ url }) => url === '/index.html') || !list.some(({ url }) => url.endsWith('.js'))) {
    throw new Error(`The service worker would keep ${list.length} files, without the page or its script: the app would not open offline.`)
  }
  await bundleScript(folder, 'service-worker', { 'self.__WB_MANIFEST': JSON.stringify(list) })
  return list
}

/** Writes `folder`/sync-worker.js, which the browser fetches by itself: it is in nobody's list of what to keep. */
export const bundleSender = (folder: string): Promise<void> => bundleScript(folder, 'sync-worker', {})

async function bundleScript(folder: string, name: string, define: Record<string, string>): Promise<void> {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define,
    resolve: { alias: modernDexie },
    build: {
      target: ['chrome90', 'safari15.4'],
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: `src/client/${name}.ts`,
        output: { format: 'iife', entryFileNames: `${name}.js` },
        // What a page would load later is in the one file: nothing is asked for by its address.
        transform: { define: { 'import.meta': '{}' } },
      },
    },
  })
}

function keptFile(folder: string, file: string): Kept {
  const bytes = readFileSync(join(folder, file))
  const digest = createHash('sha256').update(bytes).digest('base64')
  const isHashed = file.startsWith('assets/')
  return { url: `/${file}`, revision: isHashed ? null : digest.slice(0, 16), integrity: `sha256-${digest}` }
}
