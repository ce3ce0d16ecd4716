// Reads the blocks of docs/new-record-kind.md and does to files what they say, to the letter. What does not fit is told.

export interface Step {
  path: string
  how: 'a new file' | 'changed' | 'with these words'
  text: string
}

const block = /^`([^`]+)`, (a new file|changed|with these words):\n\n```\w+\n([\s\S]*?)\n```$/gm

export const stepsIn = (page: string): Step[] =>
  // The pattern names the three ways that there are.
  [...page.matchAll(block)].map(([, path = '', how, text = '']) => ({ path, how: how as Step['how'], text }))

/** The file's text after the step; `before` is undefined where there is no such file. Throws where the step does not fit it. */
export function afterStep({ path, how, text }: Step, before: string | undefined): string {
  if ((how === 'a new file') !== (before === undefined)) throw new Error(`${path} is ${before === undefined ? 'not there' : 'there already'}`)
  if (before === undefined) return `${text}\n`
  return how === 'changed' ? patched(path, before, text) : withWords(path, before, text)
}

function patched(path: string, before: string, diff: string): string {
  return diff.split(/^@@$/m).reduce((now, place) => {
    const lines = place.replace(/^\n|\n$/g, '').split('\n')
    const side = (sign: string): string => lines.flatMap((line) => (line.startsWith(' ') || line.startsWith(sign) ? [line.slice(1)] : [])).join('\n')
    // A line that is replaced may be given by its beginning; what follows a line that stays is a new line.
    const isOpen = lines.at(-1)?.startsWith('+') && lines.at(-2)?.startsWith('-')
    const end = isOpen ? '' : '\n'
    const old = `\n${side('-')}${end}`
    const found = `\n${now}`.split(old).length - 1
    if (found !== 1) throw new Error(`${path} has these lines ${found} times:${old}`)
    return `\n${now}`.replace(old, () => `\n${side('+')}${end}`).slice(1)
  }, before)
}

function withWords(path: string, before: string, text: string): string {
  // Both are files of words, which the types of the project check.
  const [held, added] = [JSON.parse(before) as Record<string, string>, JSON.parse(text) as Record<string, string>]
  const twice = Object.keys(added).filter((key) => Object.hasOwn(held, key))
  if (twice.length > 0) throw new Error(`${path} has these words already: ${twice.join(', ')}`)
  const sorted = Object.entries({ ...held, ...added }).sort(([a], [b]) => (a < b ? -1 : 1))
  return `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`
}
