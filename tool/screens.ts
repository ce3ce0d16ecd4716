// Draws every screen into docs/screens/, and says how much they weigh; `--screens "^home"` draws those whose pictures' names fit. What was
// seen on each stands in the README there, by hand.

import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureChromium } from './chromium.ts'
import { root } from './files.ts'
import { run } from './step.ts'

const LONGEST_MS = 2 * 3_600_000
const MOST_BYTES = 6_000_000

const folder = join(root, 'docs/screens')
const pictures = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.webp'))

mkdirSync(folder, { recursive: true })
// A screen that is no more leaves no picture behind.
const { values } = parseArgs({ options: { screens: { type: 'string', default: '' } } })
const names = new RegExp(values.screens)
for (const name of pictures().filter((picture) => names.test(picture))) rmSync(join(folder, name))
process.env['CHROME_PATH'] = ensureChromium()
const environment = { LAN_TOA_DRAW: values.screens || '.' }
const { exitCode } = await run('vitest', ['run', '--project=e2e', 'tests/e2e/draw-screens.ts'], { isShown: true, timeoutMs: LONGEST_MS, environment })
const bytes = pictures().reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
console.log(`${pictures().length} pictures, ${Math.round(bytes / 1000)} kB of ${MOST_BYTES / 1000}`)
process.exitCode = exitCode === 0 && bytes <= MOST_BYTES ? 0 : 1
