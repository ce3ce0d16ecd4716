// Installs what package-lock.json names, where that has not happened yet, so that `npm start` and `npm test` are the
// only commands anyone needs. Runs before them on whatever Node the machine has (20 or newer): plain JavaScript, no imports
// from node_modules. What it installs brings the Node that everything after it runs on.

import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')
const lockfile = join(root, 'package-lock.json')
// npm writes it last, so a broken-off installation has none.
const installed = join(root, 'node_modules/.package-lock.json')
const runtime = join(root, 'node_modules/.bin/node')

const isInstalled = existsSync(installed) && (existsSync(runtime) || existsSync(`${runtime}.cmd`)) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs

if (!isInstalled) {
  console.log('Installing what the app needs (npm ci) …')
  const npm = process.env.npm_execpath
  // The development packages too, whatever NODE_ENV says: the app is built and checked from its sources.
  const flags = ['ci', '--include=dev', '--ignore-scripts=false', '--loglevel=error', '--no-audit', '--no-fund']
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...flags], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', flags, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) {
    console.error('The packages could not be installed. Is there a connection to the package registry, and room on the disk? Then run the same command again.')
    process.exit(1)
  }
}
