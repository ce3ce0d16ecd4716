// Runs one program of the gate, bounded in time, and says what it came to.

import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { root } from './files.ts'

export interface Outcome {
  /** null where it was ended from outside or could not be started. */
  exitCode: number | null
  output: string
  seconds: number
}

interface Manner {
  /** Show what it says at once; otherwise it is collected in `output`. */
  isShown?: boolean
  timeoutMs?: number
  /** What it finds in its environment beside what is there. */
  environment?: Record<string, string>
}

/** `command` is looked for among the installed packages first, so every tool runs on the project's own Node. */
export function run(
  command: string,
  flags: readonly string[],
  { isShown = false, timeoutMs = 840_000, environment: more = {} }: Manner = {},
): Promise<Outcome> {
  const { NODE_ENV: _, ...inherited } = process.env
  const environment = { ...inherited, ...more, PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter) }
  const begun = performance.now()
  return new Promise((resolve) => {
    const child = spawn(command, flags, { cwd: root, env: environment, stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'] })
    const parts: string[] = []
    const end = (exitCode: number | null, more = '') => {
      for (const timer of timers) clearTimeout(timer)
      resolve({ exitCode, output: parts.join('') + more, seconds: (performance.now() - begun) / 1000 })
    }
    const timers = [setTimeout(() => child.kill('SIGTERM'), timeoutMs), setTimeout(() => child.kill('SIGKILL'), timeoutMs + 10_000)]
    child.stdout?.on('data', (chunk) => parts.push(String(chunk)))
    child.stderr?.on('data', (chunk) => parts.push(String(chunk)))
    child.once('error', (cause) => end(null, `${command} could not be started: ${cause.message}\n`))
    child.once('close', (code) => end(code))
  })
}
