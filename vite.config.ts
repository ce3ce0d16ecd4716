// How the app's modules are bundled. What else a build makes (unit files, service worker, packed copies) is tool/build.ts.

import { preact } from '@preact/preset-vite'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
import { modernDexie } from './tool/worker-bundle.ts'

/** Its modules as they are written: the default entry is made for browsers without classes, 0.8 kB larger. */
const modernWorkbox = { 'workbox-window': 'workbox-window/index.mjs' }

type Modules = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>

const entry = '/src/client/main.tsx'

const sharedStyles = /\/ui\/part\/[\w-]+\.css$/
const sharedParts =
  /\/(ui\/part\/(choice|clock-card|facts|fold|install-card|read-only|recorded|register-row|send-by-zalo|update-card|what-happened)|ui\/(fact-rows|file-name|install-offer|period-name|sorting)|report\/card)\.tsx?$/

/**
 * Small parts that several screens share. The first load names every file that a screen may need, and a handful of names would
 * weigh more than the parts do. What the entry opens itself, the way out, keeps its style with it: else all of it is drawn into the
 * first load.
 */
const together = [
  { name: 'aside', test: /\/ui\/(part\/(phone-sign|way-out-steps)|way-out)\./ },
  { name: 'parts', test: (id: string) => sharedStyles.test(id) || sharedParts.test(id), includeDependenciesRecursively: false },
]

/** What a first visit opens. */
const firstSeen = /\/ui\/page\/(enrol|first-run|stand-aside|recovery)\.tsx$/

/** The screens of offices. */
const office =
  /\/(ui\/page\/(adopt|area|area-unit|figure|import|indicator|month|programme|quality|register-form|registers|report|report-new|reports|submission|submissions|village-change)\.tsx|client\/(office|report\/[\w-]+)\.ts)$/

export default defineConfig({
  plugins: [preact(), earlyWords()],
  resolve: { alias: { ...modernDexie, ...modernWorkbox } },
  build: {
    // Android 8 and 9 stop at Chrome 138, iPhones of the field at Safari 15.4.
    target: ['chrome90', 'safari15.4'],
    // Chunks of earlier versions stay for tabs that are still open: tool/old-files.ts clears them.
    emptyOutDir: false,
    // Nothing as data: or inline script, which the Content-Security-Policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: withoutScripts },
    reportCompressedSize: false,
    // One chunk beside the entry: cut in two by what other screens share, the halves would name each other's parts for 1.5 kB.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: nameOfFirst, debugName: 'first' }, ...together, { name: nameOfShared, debugName: 'shared', includeDependenciesRecursively: false }],
        },
      },
    },
  },
  server: { host: '127.0.0.1' },
})

/**
 * A screen's chunk names the chunks that it needs. Were they named a second time where it is asked for, the first load would
 * carry the name of every chunk, 0.9 kB, to spare a round trip before the service worker has them.
 */
function withoutScripts(_file: string, files: string[], { hostType }: { hostType: 'html' | 'js' }): string[] {
  return hostType === 'js' ? files.filter((file) => !file.endsWith('.js')) : files
}

/** What the entry needs before anything is tapped. */
function nameOfFirst(id: string, modules: Modules): string | null {
  return !id.endsWith(entry) && isFirst(id, modules, new Set()) ? 'first' : null
}

function isFirst(id: string, modules: Modules, seen: Set<string>): boolean {
  if (id.endsWith(entry)) return true
  if (seen.has(id)) return false
  seen.add(id)
  return (modules.getModuleInfo(id)?.importers ?? []).some((importer) => isFirst(importer, modules, seen))
}

/**
 * What several screens share, in three files instead of ninety: each file costs a phone as much to keep as a dozen kilobytes do. What
 * the first visit needs stands by itself, and so does what only a worker or one screen asks for.
 */
function nameOfShared(id: string, modules: Modules): string | null {
  const asking = [...screensAsking(id, modules, new Set())]
  if (asking.length < 2 || !asking.every((screen) => screen.includes('/ui/'))) return null
  if (asking.some((screen) => firstSeen.test(screen))) return null
  if (asking.some((screen) => screen.endsWith('/overview.tsx'))) return 'overview-parts'
  return asking.every((screen) => office.test(screen)) ? 'office-parts' : 'screen-parts'
}

/** Everything that is loaded when asked for and needs the module. */
function screensAsking(id: string, modules: Modules, seen: Set<string>): Set<string> {
  if (seen.has(id)) return new Set()
  seen.add(id)
  const info = modules.getModuleInfo(id)
  const own = id.endsWith(entry) || (info?.dynamicImporters ?? []).length > 0 ? [id] : []
  return new Set([...own, ...(info?.importers ?? []).flatMap((importer) => [...screensAsking(importer, modules, seen)])])
}

/** The words of the first language are fetched beside the script, not after it. */
function earlyWords(): Plugin {
  return {
    name: 'early-words',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const words = Object.keys(bundle ?? {}).find((file) => /\/vi-[^/]+\.json$/.test(file))
        if (!bundle) return []
        if (!words) throw new Error('The build made no file with the Vietnamese words.')
        return [{ tag: 'link', injectTo: 'head', attrs: { rel: 'preload', as: 'fetch', crossorigin: '', href: `/${words}` } }]
      },
    },
  }
}
