import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { addressOf, type Config, configNames, isSecure, readConfig } from '../../src/server/config.ts'
import { serverHelp } from '../../src/server/server-help.ts'

function configOf(argv: string[], environment: Record<string, string> = {}): Config {
  const read = readConfig(argv, environment)
  if (!read.ok) throw new Error(read.problem.join('\n'))
  return read.value
}

test('with nothing said it runs on this machine alone, with a practice province', () => {
  expect(configOf([])).toEqual({ data: './data', dist: './dist', host: '127.0.0.1', port: 8137, empty: false })
})

test('the command line wins over the environment', () => {
  const config = configOf(['--port=9000', '--empty'], { LAN_TOA_PORT: '9001', LAN_TOA_DATA: '/srv/lan-toa' })
  expect(config).toMatchObject({ port: 9000, data: '/srv/lan-toa', empty: true })
})

test('everything wrong is told at once', () => {
  const read = readConfig(['--port', 'many', '--cert', 'a.pem', '--origin', 'lantoa', '--colour', 'red', '--data', '--empty', 'extra'], {})
  expect(read.ok ? [] : read.problem.map((sentence) => sentence.split(' ')[0])).toEqual(['There', '--data', '"extra"', '--port', '--cert', '--origin'])
})

test('it is opened to other machines only over https', () => {
  expect(readConfig(['--host', '0.0.0.0'], {})).toMatchObject({ ok: false, problem: [expect.stringContaining('--cert')] })
  expect(configOf(['--host', '0.0.0.0', '--cert', 'c', '--key', 'k'])).toMatchObject({ tls: { cert: 'c', key: 'k' } })
  expect(configOf(['--host', '0.0.0.0', '--origin', 'https://lantoa.example/'])).toMatchObject({ origin: 'https://lantoa.example' })
  expect(readConfig(['--origin', 'http://lantoa.example'], {}).ok).toBe(false)
})

test('its address is the proxy’s, or its own', () => {
  const own = configOf(['--host', '::1'])
  expect([addressOf(own, 8137), isSecure(own)]).toEqual(['http://[::1]:8137', false])
  const proxied = configOf(['--origin', 'https://lantoa.example'])
  expect([addressOf(proxied, 8137), isSecure(proxied)]).toEqual(['https://lantoa.example', true])
})

test('the help page has every option', () => {
  const page = serverHelp.join('\n')
  expect([...configNames, 'empty', 'help'].filter((name) => !page.includes(`--${name} `))).toEqual([])
  const asked = spawnSync(process.execPath, ['src/server/main.ts', '--port', '0', '--help'], { encoding: 'utf8' })
  expect([asked.status, asked.stdout, asked.stderr]).toEqual([0, `${page}\n`, ''])
})
