// Where the browser for the tests is, and how it is had where it is missing. Nothing is ever downloaded but by the
// system's own package manager.

import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']

const usualPlaces = [
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The program's path, or undefined. CHROME_PATH goes before everything else. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  if (environment['CHROME_PATH']) return environment['CHROME_PATH']
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean)
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...usualPlaces].find(isProgram)
}

/**
 * The same browser without what a person sees of it: no windows of its own, half the work. It has no pages of its own either, so who
 * needs those takes the whole one. Where it is not there, it is the whole one.
 */
export function lightChromium(): string {
  const whole = ensureChromium()
  const light = join(dirname(whole), LIGHT)
  return isProgram(light) ? light : whole
}

/** The program's path, installed first where this machine allows it; throws one plain sentence otherwise. */
export function ensureChromium(): string {
  const named = process.env['CHROME_PATH']
  if (named && !isProgram(named)) throw new Error(`CHROME_PATH names ${named}, which is not a program that can be run.`)
  const found = findChromium()
  if (found) return found
  if (isDebianRoot()) installOnDebian()
  const installed = findChromium()
  if (!installed) throw new Error('The tests need Chromium or Chrome: install it, or set CHROME_PATH to it, and run npm test again.')
  return installed
}

const isDebianRoot = (): boolean => process.getuid?.() === 0 && existsSync('/etc/debian_version')

const LIGHT = 'chromium-headless-shell'

/** Once, before many tests: without it they take longer, and nothing else. */
export function addLightChromium(): void {
  if (!isDebianRoot() || ensureChromium() !== '/usr/bin/chromium' || lightChromium() !== '/usr/bin/chromium') return
  try {
    install(LIGHT)
  } catch {
    console.log(`${LIGHT} is not to be had here: the tests take the whole browser.`)
  }
}

function installOnDebian(): void {
  console.log('Chromium is not here yet: installing it with apt-get (about a minute).')
  try {
    install('chromium')
  } catch (cause) {
    throw new Error('apt-get could not install Chromium: install it by hand, or set CHROME_PATH to a Chrome, and run npm test again.', { cause })
  }
}

function install(name: string): void {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env: environment })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { stdio: ['ignore', 'ignore', 'inherit'], env: environment })
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
