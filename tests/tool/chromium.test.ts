import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findChromium } from '../../tool/chromium.ts'

function folderWith(name: string, mode: number): { folder: string; program: string } {
  const folder = mkdtempSync(join(tmpdir(), 'chromium-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const program = join(folder, name)
  writeFileSync(program, '')
  chmodSync(program, mode)
  return { folder, program }
}

test('CHROME_PATH goes before what lies on the PATH', () => {
  const { folder } = folderWith('chromium', 0o755)
  expect(findChromium({ CHROME_PATH: '/opt/mine/chrome', PATH: folder })).toBe('/opt/mine/chrome')
})

test('a browser on the PATH is found, the first folder first', () => {
  const [first, second] = [folderWith('google-chrome', 0o755), folderWith('chromium', 0o755)]
  expect(findChromium({ PATH: `${first.folder}:${second.folder}` })).toBe(first.program)
})

test('a file that cannot be run is no browser', () => {
  const { folder, program } = folderWith('chromium', 0o644)
  expect(findChromium({ PATH: folder })).not.toBe(program)
})
