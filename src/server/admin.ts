// The operator's commands: npm run admin -- COMMAND. Ends with 2 where the input is wrong, 1 where something failed.

import { CannotStart } from './cannot-start.ts'
import { adopt } from './command/adopt.ts'
import type { Command, Ended } from './command/command.ts'
import { devices } from './command/devices.ts'
import { help } from './command/help.ts'
import { invite } from './command/invite.ts'
import { rebuild } from './command/rebuild-summaries.ts'
import { verify } from './command/verify.ts'
import { addressOf, configNames, readConfig } from './config.ts'
import { readFlags } from './flags.ts'
import { edges, openDatabase } from './main.ts'
import { loadOfficialUnits } from './units.ts'

const commands: Record<string, Command> = { invite, adopt, devices, verify, 'rebuild-summaries': rebuild }

export async function runCommand([name = 'help', ...argv]: readonly string[], environment: Record<string, string | undefined>): Promise<Ended> {
  if (name === 'help' || name === '--help') return { code: 0, lines: [...help] }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return { code: 2, lines: [`There is no command "${name}".`, '', ...help] }
  const flags = readFlags(argv, { values: [...configNames, ...command.options], switches: command.switches ?? [] })
  const config = readConfig(
    configNames.flatMap((option) => (flags.values[option] === undefined ? [] : [`--${option}=${flags.values[option]}`])),
    environment,
  )
  const problems = [...flags.problems, ...flags.words.map((word) => `"${word}" is no option; options begin with --.`), ...(config.ok ? [] : config.problem)]
  if (!config.ok || problems.length > 0) return { code: 2, lines: problems }
  const options = { ...flags.values, ...Object.fromEntries(flags.switches.map((name) => [name, ''])) }
  const told = command.tells?.(options)
  if (told) return told
  const database = await openDatabase(config.value.data, { found: command.founds === true, journal: config.value.journal })
  try {
    const office = { database, units: loadOfficialUnits(config.value.dist), address: addressOf(config.value, config.value.port), edges }
    return await command.run(office, options)
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
    console.error(error instanceof CannotStart ? error.message : error)
    process.exitCode = 1
  }
}

if (import.meta.main) await main()
