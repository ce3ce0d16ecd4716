// Draws every screen into docs/screens/, and says how much they weigh. What was seen on each stands in its README, by hand.

import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium } from './chromium.ts'
import { root } from './files.ts'
import { run } from './step.ts'

const LONGEST_MS = 2 * 3_600_000
const MOST_BYTES = 4_000_000

const folder = join(root, 'docs/screens')
const pictures = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.webp'))

mkdirSync(folder, { recursive: true })
// A screen that is no more leaves no picture behind.
for (const name of pictures()) rmSync(join(folder, name))
process.env['CHROME_PATH'] = ensureChromium()
const environment = { LAN_TOA_DRAW: 'yes' }
const { exitCode } = await run('vitest', ['run', '--project=e2e', 'tests/e2e/draw-screens.ts'], { isShown: true, timeoutMs: LONGEST_MS, environment })
const bytes = pictures().reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
console.log(`${pictures().length} pictures, ${Math.round(bytes / 1000)} kB of ${MOST_BYTES / 1000}`)
process.exitCode = exitCode === 0 && bytes <= MOST_BYTES ? 0 : 1
