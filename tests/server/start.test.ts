import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { runCommand } from '../../src/server/admin.ts'
import { type Running, start } from '../../src/server/main.ts'
import { writeUnits } from '../fixture/built.ts'

let folder = ''
const running: Running[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lan-toa-start-'))
  writeUnits(join(folder, 'dist'))
})

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
  rmSync(folder, { recursive: true })
})

async function run(...argv: string[]): Promise<{ address: string; said: string; stop(): Promise<void> }> {
  const server = await start(['--port', '0', '--data', join(folder, 'data'), '--dist', join(folder, 'dist'), ...argv], {})
  running.push(server)
  return { address: server.address, said: server.greeting.join('\n'), stop: async () => void (await running.pop()?.stop()) }
}

async function enrol(address: string, invitation: string): Promise<Response> {
  const device = '01900000-0000-7000-8000-000000000009'
  return fetch(`${address}/api/enrol`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ protocol: 1, invitation, device }),
  })
}

test('an empty server says how to invite, serves the app, and keeps what it is when it starts again', async () => {
  const first = await run('--empty')
  expect(first.said).toContain('npm run admin -- invite')
  expect(first.said).not.toContain('/enrol#')
  expect(await (await fetch(first.address)).text()).toContain('Lan Tỏa')
  await first.stop()
  const again = await run()
  expect(await (await fetch(`${again.address}/api/health`)).json()).toMatchObject({ ok: true, practice: false })
})

test('a practice province gives each of four roles a link that works, and fresh ones at every start', async () => {
  const first = await run()
  const links = [...first.said.matchAll(/\/enrol#([\w-]{43})/g)].map((match) => match[1] ?? '')
  expect(links).toHaveLength(4)
  const told: unknown[] = []
  for (const link of links) {
    const response = await enrol(first.address, link)
    const { scope } = (await response.json()) as { scope: { practice: boolean; roles: { role: string }[] } }
    told.push([response.status, scope.practice, scope.roles[0]?.role])
  }
  expect(told).toEqual(['collaborator', 'official', 'province', 'observer'].map((role) => [200, true, role]))
  await first.stop()
  const again = await run()
  const fresh = [...again.said.matchAll(/\/enrol#([\w-]{43})/g)].map((match) => match[1] ?? '')
  expect(fresh).toHaveLength(4)
  expect(fresh.filter((link) => links.includes(link))).toEqual([])
  const code = /([2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5})/.exec(again.said)?.[1] ?? ''
  expect((await enrol(again.address, code)).status).toBe(200)
})

test('a practice folder is never opened for real work', async () => {
  await (await run()).stop()
  await expect(run('--empty')).rejects.toThrow(/holds a practice province/)
})

test('a taken port, missing units and a bad certificate are plain sentences', async () => {
  const { address } = await run('--empty')
  const port = new URL(address).port
  await expect(run('--empty', '--port', port, '--data', join(folder, 'other'))).rejects.toThrow(`Port ${port} is taken by another program.`)
  await expect(run('--dist', join(folder, 'nowhere'))).rejects.toThrow(/Build the app first/)
  await expect(run('--empty', '--cert', join(folder, 'no.pem'), '--key', join(folder, 'no.key'), '--data', join(folder, 'third'))).rejects.toThrow(
    /certificate or its key can't be read/,
  )
})

/** The server's own process, which is to end by itself: with what code, and what it said. */
function ended(...argv: string[]): { code: number | null; said: string } {
  const { status, stderr } = spawnSync(process.execPath, ['src/server/main.ts', '--dist', join(folder, 'dist'), ...argv], { encoding: 'utf8', timeout: 40_000 })
  return { code: status, said: stderr.trim() }
}

test('a server that can’t listen says so in a sentence and ends', { timeout: 150_000 }, async () => {
  const { address } = await run('--empty')
  const { port } = new URL(address)
  expect(ended('--empty', '--port', port, '--data', join(folder, 'other'))).toEqual({ code: 1, said: expect.stringMatching(/^Port \d+ is taken by .*\d$/) })
  const journal = ended('--empty', '--port', '0', '--data', join(folder, 'fourth'), '--journal', '/nope/journal.ndjson')
  expect(journal).toEqual({
    code: 1,
    said: expect.stringMatching(/^The data folder .* can't be used: The journal \/nope\/journal\.ndjson can't be written: .*$/),
  })
  const pem = (file: string): string[] => ['--empty', '--port', '0', '--data', join(folder, 'third'), '--cert', file, '--key', file]
  expect(ended(...pem('/nope.pem'))).toEqual({ code: 1, said: expect.stringMatching(/^The certificate or its key can't be read: .*$/) })
  expect(ended(...pem('package.json'))).toEqual({ code: 1, said: expect.stringMatching(/^The certificate or its key can't be used: .*$/) })
})

test('a second server on a folder is refused in a sentence, while commands work beside the first; one that was killed leaves the folder free', {
  timeout: 150_000,
}, async () => {
  const [first, second] = [
    ['--empty', '--port', '0', '--data', join(folder, 'data')],
    ['--port', '0', '--data', join(folder, 'data')],
  ]
  const child = spawn(process.execPath, ['src/server/main.ts', '--dist', join(folder, 'dist'), ...first], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const chunk of child.stdout) if (String(chunk).includes('npm run admin')) break
  expect(ended(...second)).toEqual({ code: 1, said: expect.stringMatching(/^Another server runs on the folder .*--data DIR$/) })
  const command = (...argv: string[]) => runCommand([...argv, '--data', join(folder, 'data'), '--dist', join(folder, 'dist')], {})
  expect([(await command('devices')).code, (await command('backup', '--to', join(folder, 'copy.sqlite'))).code]).toEqual([0, 0])
  child.kill('SIGKILL')
  await gone
  expect(await (await fetch(`${(await run()).address}/api/health`)).json()).toMatchObject({ ok: true })
})

test('told to end, the process ends in order and leaves one whole file', async () => {
  const argv = ['src/server/main.ts', '--empty', '--port', '0', '--data', join(folder, 'data'), '--dist', join(folder, 'dist')]
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  for await (const chunk of child.stdout) if (String(chunk).includes('npm run admin')) break
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(['lan-toa.sqlite', 'lan-toa.sqlite-wal'].map((name) => existsSync(join(folder, 'data', name)))).toEqual([true, false])
})

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

test.runIf(hasOpenssl)('with a certificate of its own it speaks https and tells browsers to stay with it', async () => {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const made = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=localhost',
    '-keyout',
    key,
    '-out',
    cert,
  ]
  execFileSync('openssl', made, { stdio: 'ignore' })
  const { address } = await run('--empty', '--cert', cert, '--key', key)
  expect(address).toMatch(/^https:/)
  const [response] = await once(get(`${address}/api/health`, { rejectUnauthorized: false }), 'response')
  response.resume()
  expect([response.statusCode, response.headers['strict-transport-security']]).toEqual([200, 'max-age=63072000'])
})
