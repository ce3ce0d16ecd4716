// JSON text read so that each value is known with its place in the text: a person who wrote the file is told the line. Unlike
// JSON.parse it refuses a key that stands twice in one object. It knows nothing of packs.

import { failed, ok, type Result } from '../model/result.ts'

/** Outermost first: ["indicators", 2, "definition"]. */
export type JsonPath = readonly (string | number)[]

export interface JsonFault {
  path: JsonPath
  /** Characters before it in the text. */
  offset: number
  says: string
}

export interface JsonText {
  value: unknown
  /** Where a value begins, or the key that it belongs to; for a path that is not there the nearest part above it. */
  offsetOf: (path: JsonPath) => number
}

const DEEPEST = 40

const LITERAL = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON refuses them inside texts
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const SPACE = /[ \t\r\n]*/y

interface Reader {
  text: string
  at: number
  path: (string | number)[]
  offsets: Map<string, number>
}

export function readJson(text: string): Result<JsonText, JsonFault> {
  const reader: Reader = { text, at: text.startsWith('\uFEFF') ? 1 : 0, path: [], offsets: new Map() }
  try {
    const value = readValue(reader)
    skipSpace(reader)
    if (reader.at < text.length) stop(reader, 'the file goes on after its last bracket was closed')
    return ok({ value, offsetOf: (path) => nearest(reader.offsets, path) })
  } catch (fault) {
    if (fault instanceof NotJson) return failed({ path: [...reader.path], offset: reader.at, says: fault.message })
    throw fault
  }
}

/** Both from 1, as editors count. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

class NotJson extends Error {}

function stop(reader: Reader, says: string): never {
  throw new NotJson(reader.at >= reader.text.length ? 'the file ends here, but a bracket is still open' : says)
}

function readValue(reader: Reader): unknown {
  skipSpace(reader)
  // A value of an object has its key's place.
  const place = key(reader.path)
  if (!reader.offsets.has(place)) reader.offsets.set(place, reader.at)
  if (reader.path.length > DEEPEST) stop(reader, `brackets lie more than ${DEEPEST} deep here`)
  const first = reader.text[reader.at]
  if (first === '{') return readObject(reader)
  if (first === '[') return readArray(reader)
  if (first === '"') return readText(reader)
  const literal = taken(reader, LITERAL)
  return literal ? JSON.parse(literal) : stop(reader, 'a value is needed here: a text in "", a number, true, false, null, [ or {')
}

function readObject(reader: Reader): Record<string, unknown> {
  const entries: [string, unknown][] = []
  reader.at += 1
  readList(reader, '}', () => {
    if (reader.text[reader.at] !== '"') stop(reader, 'a name in "" is needed here')
    const start = reader.at
    const name = readText(reader)
    reader.path.push(name)
    if (reader.offsets.has(key(reader.path))) {
      reader.at = start
      stop(reader, `"${name}" stands twice in the same brackets`)
    }
    reader.offsets.set(key(reader.path), start)
    skipSpace(reader)
    if (reader.text[reader.at] !== ':') stop(reader, `":" is needed here, after "${name}"`)
    reader.at += 1
    entries.push([name, readValue(reader)])
    reader.path.pop()
  })
  return Object.fromEntries(entries)
}

function readArray(reader: Reader): unknown[] {
  const items: unknown[] = []
  reader.at += 1
  readList(reader, ']', () => {
    reader.path.push(items.length)
    items.push(readValue(reader))
    reader.path.pop()
  })
  return items
}

/** Members with "," between them, up to and with the bracket that closes. */
function readList(reader: Reader, close: '}' | ']', readMember: () => void): void {
  skipSpace(reader)
  if (reader.text[reader.at] !== close) {
    for (let more = true; more; ) {
      readMember()
      skipSpace(reader)
      more = reader.text[reader.at] === ','
      if (!more) break
      reader.at += 1
      skipSpace(reader)
      if (reader.text[reader.at] === close) stop(reader, `"${close}" comes right after a ",": take that "," away`)
    }
  }
  if (reader.text[reader.at] !== close) stop(reader, `"," or "${close}" is needed here`)
  reader.at += 1
}

function readText(reader: Reader): string {
  const text = taken(reader, TEXT)
  // The pattern takes texts only.
  return text ? (JSON.parse(text) as string) : stop(reader, 'this text is not closed by " on its line, or has a \\ that JSON does not know')
}

function taken(reader: Reader, pattern: RegExp): string | undefined {
  pattern.lastIndex = reader.at
  const found = pattern.exec(reader.text)?.[0]
  reader.at += found?.length ?? 0
  return found
}

const skipSpace = (reader: Reader): void => void taken(reader, SPACE)

const key = (path: JsonPath): string => JSON.stringify(path)

function nearest(offsets: ReadonlyMap<string, number>, path: JsonPath): number {
  return offsets.get(key(path)) ?? (path.length === 0 ? 0 : nearest(offsets, path.slice(0, -1)))
}
