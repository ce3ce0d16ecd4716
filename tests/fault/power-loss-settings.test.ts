import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { start } from '../../src/server/main.ts'
import { writeUnits } from '../fixture/built.ts'
import { noteFigure } from '../fixture/figure.ts'

/** What the driver makes of a setting that it is told: a disk or a build of SQLite that does not take it. */
const lies = vi.hoisted(() => new Map<string, string>())

vi.mock('node:sqlite', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:sqlite')>()
  class DatabaseSync extends real.DatabaseSync {
    override exec(text: string): void {
      super.exec(lies.get(text) ?? text)
    }
  }
  return { ...real, DatabaseSync }
})

const settings: [told: string, done: string][] = [
  ['PRAGMA synchronous = FULL', 'PRAGMA synchronous = NORMAL'],
  ['PRAGMA synchronous = FULL', 'PRAGMA synchronous = OFF'],
  ...['DELETE', 'TRUNCATE', 'PERSIST', 'MEMORY', 'OFF'].map((mode): [string, string] => ['PRAGMA journal_mode = WAL', `PRAGMA journal_mode = ${mode}`]),
  ['PRAGMA foreign_keys = ON', 'PRAGMA foreign_keys = OFF'],
  ['PRAGMA recursive_triggers = ON', 'PRAGMA recursive_triggers = OFF'],
]

test('[F37] a server whose disk or driver does not take the settings that survive a power cut does not start', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'lan-toa-settings-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeUnits(join(folder, 'dist'))
  const options = (data: string): string[] => ['--empty', '--port', '0', '--data', join(folder, data), '--dist', join(folder, 'dist')]
  for (const [place, [told, done]] of settings.entries()) {
    lies.clear()
    lies.set(told, done)
    const name = told.slice('PRAGMA '.length)
    await expect(start(options(`new ${place}`), {}), done).rejects.toThrow(`can't be used: The database did not take ${name}`)
  }
  lies.clear()
  const running = await start(options('good'), {})
  await running.stop()
  lies.set(...(settings[0] as [string, string])) // there are settings
  await expect(start(options('good'), {})).rejects.toThrow('synchronous = FULL')
  noteFigure(context, settings.length, `0 of ${settings.length} wrong settings started`)
})
