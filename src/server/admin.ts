// The operator's commands: npm run admin -- COMMAND. Ends with 2 where the input is wrong, 1 where something failed.

import { CannotStart } from './cannot-start.ts'
import { accounts } from './command/accounts.ts'
import { adopt } from './command/adopt.ts'
import { audit } from './command/audit.ts'
import { backup } from './command/backup.ts'
import type { Command, Ended, Options } from './command/command.ts'
import { devices } from './command/devices.ts'
import { endRole } from './command/end-role.ts'
import { help } from './command/help.ts'
import { importOutbox } from './command/import-outbox.ts'
import { invite } from './command/invite.ts'
import { quarantine } from './command/quarantine.ts'
import { rebuild } from './command/rebuild-summaries.ts'
import { restore } from './command/restore.ts'
import { revoke } from './command/revoke.ts'
import { token } from './command/token.ts'
import { verify } from './command/verify.ts'
import { addressOf, type Config, configNames, readConfig } from './config.ts'
import { type Flags, readFlags } from './flags.ts'
import { journalOf } from './folder.ts'
import { edges, log, openDatabase } from './main.ts'
import { asksForHelp } from './server-help.ts'
import { loadOfficialUnits } from './units.ts'

const commands: Record<string, Command> = {
  invite,
  accounts,
  'end-role': endRole,
  devices,
  revoke,
  token,
  adopt,
  audit,
  quarantine,
  'import-outbox': importOutbox,
  backup,
  restore,
  verify,
  'rebuild-summaries': rebuild,
}

/** What phones sent may stand in a line, and a console obeys some characters. */
const printable = (line: string): string => line.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '?')

export async function runCommand(argv: readonly string[], environment: Record<string, string | undefined>): Promise<Ended> {
  const { code, lines } = await giveCommand(argv, environment)
  return { code, lines: lines.map(printable) }
}

async function giveCommand([name = 'help', ...argv]: readonly string[], environment: Record<string, string | undefined>): Promise<Ended> {
  if (name === 'help' || asksForHelp([name, ...argv])) return { code: 0, lines: [...help] }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return { code: 2, lines: [`There is no command "${name}".`, '', ...help] }
  const flags = readFlags(argv, { values: [...configNames, ...command.options], switches: command.switches ?? [] })
  const config = readConfig(
    configNames.flatMap((option) => (flags.values[option] === undefined ? [] : [`--${option}=${flags.values[option]}`])),
    environment,
  )
  const strange = 'takesWords' in command ? [] : flags.words
  const problems = [...flags.problems, ...strange.map((word) => `"${word}" is no option; options begin with --.`), ...(config.ok ? [] : config.problem)]
  if (!config.ok || problems.length > 0) return { code: 2, lines: problems }
  return runWith(command, config.value, flags)
}

async function runWith(command: Command, config: Config, flags: Flags): Promise<Ended> {
  const options: Options = { ...flags.values, ...Object.fromEntries(flags.switches.map((name) => [name, ''])) }
  if ('runOnGround' in command) return command.runOnGround({ ...config, units: loadOfficialUnits(config.dist), edges }, options)
  const told = command.tells?.(options)
  if (told) return told
  const { founds, leavesJournal } = command
  const database = await openDatabase(config.data, { found: founds?.(options) === true, journal: config.journal, leavesJournal })
  try {
    const address = addressOf(config, config.port)
    const office = { database, journal: journalOf(config.data, config.journal), units: loadOfficialUnits(config.dist), address, edges, log }
    return await command.run(office, options, flags.words)
  } finally {
    await database.close()
  }
}

async function main(): Promise<void> {
  try {
    const { code, lines } = await runCommand(process.argv.slice(2), process.env)
    for (const line of lines) (code === 0 ? console.log : console.error)(line)
    process.exitCode = code
  } catch (error) {
    console.error(error instanceof CannotStart ? printable(error.message) : error)
    process.exitCode = 1
  }
}

if (import.meta.main) await main()
