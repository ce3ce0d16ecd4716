// The four sorts of tests: in Node, in a simulated page, in a real browser, and the whole app driven by a browser.

import { preact } from '@preact/preset-vite'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { chromiumArguments, findChromium } from './tool/chromium.ts'

const chromium = findChromium()
const inBrowser = 'tests/**/*.browser.test.{ts,tsx}'
const throughTheApp = 'tests/e2e/**'
/** They leave nothing behind in their modules, so a process is begun once for many of these files: a fifth of their time was beginning. */
const leavingNothing = 'tests/{house,import,model,programme,protocol,report,server,sync,text}/**/*.test.ts'
/** The whole of the faults (tool/faults.ts) tries hundreds of times what other runs try a few times. */
const patience = process.env['LAN_TOA_FAULTS'] === 'whole' ? 60 : 1

/** What takes longest: begun last, it would go on alone while the other core has nothing left to do. */
const longest = [
  'fault/model-same.test.ts',
  'fault/model.test.ts',
  'programme/indicator-stored.test.ts',
  'programme/indicator-property.test.ts',
  'ui/registers.test.tsx',
  'ui/overview.test.tsx',
  'e2e/screens.test.ts',
  'e2e/fault-killed.test.ts',
]
const placeOf = ({ moduleId }: TestSpecification): number => (longest.findIndex((path) => moduleId.endsWith(path)) + longest.length + 1) % (longest.length + 1)

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => placeOf(a) - placeOf(b))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // Two cores are what there is; left to itself the runner keeps one of them idle.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [inBrowser, throughTheApp, leavingNothing],
          testTimeout: 60_000 * patience,
        },
      },
      {
        test: { name: 'node-shared', environment: 'node', include: [leavingNothing], exclude: [inBrowser], isolate: false, testTimeout: 60_000 * patience },
      },
      {
        plugins: [preact()],
        test: {
          name: 'ui',
          isolate: false,
          environment: 'happy-dom',
          include: ['tests/**/*.test.tsx'],
          exclude: [inBrowser, throughTheApp],
          setupFiles: ['tests/ui/setup.ts'],
          testTimeout: 20_000 * patience,
        },
      },
      {
        plugins: [preact()],
        test: {
          name: 'browser',
          include: [inBrowser],
          exclude: [throughTheApp],
          testTimeout: 30_000 * patience,
          api: { host: '127.0.0.1' },
          browser: {
            enabled: true,
            headless: true,
            instances: [{ browser: 'chromium' }],
            provider: playwright({ launchOptions: { args: chromiumArguments, ...(chromium && { executablePath: chromium }) } }),
          },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          // Pictures are no test: they are drawn where they were asked for (tool/screens.ts).
          include: process.env['LAN_TOA_DRAW'] ? ['tests/e2e/draw-screens.ts'] : ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tool/build-for-tests.ts', 'tests/fixture/practice-folder.ts'],
          testTimeout: 60_000 * patience,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
