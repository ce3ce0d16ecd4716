// Command line and environment → how the server runs, or everything that is wrong with them at once. Pure: whether a
// folder or a certificate is there shows when it is opened.

import { failed, ok, type Result } from '../model/result.ts'
import { readFlags } from './flags.ts'

export interface Config {
  data: string
  /** Where the journal lies, if not beside the database. */
  journal?: string
  dist: string
  host: string
  port: number
  /** Paths of the certificate and its key, where this server speaks TLS itself. */
  tls?: { cert: string; key: string }
  /** Where browsers reach it, where a proxy in front speaks TLS. */
  origin?: string
  /** Start with nothing in it instead of with a practice province. */
  empty: boolean
}

export const configNames = ['data', 'journal', 'dist', 'host', 'port', 'cert', 'key', 'origin'] as const
type Name = (typeof configNames)[number]

const usual: Partial<Record<Name, string>> = { data: './data', dist: './dist', host: '127.0.0.1', port: '8137' }

/** An option's name in the environment is LAN_TOA_ and its name in capitals; the command line wins. */
export function readConfig(argv: readonly string[], environment: Record<string, string | undefined>): Result<Config, string[]> {
  const flags = readFlags(argv, { values: configNames, switches: ['empty'] })
  const problems = [...flags.problems, ...flags.words.map((word) => `"${word}" is no option; options begin with --.`)]
  const given = (name: Name): string | undefined => flags.values[name] ?? (environment[`LAN_TOA_${name.toUpperCase()}`]?.trim() || usual[name])

  const { data = '', dist = '', host = '' } = { data: given('data'), dist: given('dist'), host: given('host') }
  const port = readPort(given('port') ?? '')
  if (port === undefined) problems.push(`--port must be a whole number from 0 to 65535, not "${given('port')}".`)
  const { cert, key } = { cert: given('cert'), key: given('key') }
  if ((cert === undefined) !== (key === undefined)) problems.push('--cert and --key belong together: give both or neither.')
  const origin = given('origin')
  if (origin !== undefined && !isOrigin(origin)) problems.push(`--origin must be like https://lantoa.example, without a path, not "${origin}".`)
  if (!isThisMachine(host) && cert === undefined && origin === undefined) {
    problems.push(
      `--host ${host} opens the server to other machines, where phones refuse to work over plain http: give --cert and --key, or --origin where a proxy speaks https.`,
    )
  }
  if (problems.length > 0 || port === undefined) return failed(problems)

  const tls = cert !== undefined && key !== undefined ? { tls: { cert, key } } : {}
  const journal = given('journal')
  const rest = { ...tls, ...(journal === undefined ? {} : { journal }), ...(origin === undefined ? {} : { origin: new URL(origin).origin }) }
  return ok({ data, dist, host, port, ...rest, empty: flags.switches.includes('empty') })
}

const readPort = (text: string): number | undefined => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined)

const isThisMachine = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host)

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, origin } = new URL(text)
  return (text === origin || text === `${origin}/`) && (protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname)))
}

/** Whether browsers reach it over TLS. */
export const isSecure = ({ tls, origin }: Config): boolean => tls !== undefined || origin?.startsWith('https:') === true

/** Where browsers reach it, once the port is known. */
export function addressOf({ tls, origin, host }: Config, port: number): string {
  return origin ?? `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`
}
