// Reads "--name value", "--name=value" and "--name" from a command line, and gathers everything that is wrong with it.

export interface Flags {
  values: Record<string, string>
  switches: string[]
  /** What is neither a flag nor a flag's value. */
  words: string[]
  problems: string[]
}

export interface Known {
  values: readonly string[]
  switches: readonly string[]
}

export function readFlags(argv: readonly string[], known: Known): Flags {
  const found: Flags = { values: {}, switches: [], words: [], problems: [] }
  const rest = [...argv]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('--')) {
      found.words.push(word)
      continue
    }
    const [name = '', ...after] = word.slice(2).split('=')
    if (known.switches.includes(name) && after.length === 0) found.switches.push(name)
    else takeValue(found, known, name, after.length > 0 ? after.join('=') : rest[0]?.startsWith('--') ? undefined : rest.shift())
  }
  return found
}

function takeValue(found: Flags, known: Known, name: string, value: string | undefined): void {
  if (!known.values.includes(name)) found.problems.push(`There is no option --${name}.`)
  else if (value === undefined || value.trim() === '') found.problems.push(`--${name} needs a value.`)
  else found.values[name] = value.trim()
}
