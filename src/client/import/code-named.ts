// Which codes of a list somebody's words mean: a whole name in any language the app speaks, or a part of one that no other has.

import { fold } from '../../text/fold.ts'

/** Folded name → code. */
export type Named = ReadonlyMap<string, string>

/** From each code with its names; a name that two of them have is nobody's. */
export function namedBy(names: Iterable<readonly [code: string, names: readonly string[]]>): Named {
  const [wholes, parts] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
  const add = (to: typeof wholes, name: string, code: string) => to.set(fold(name), (to.get(fold(name)) ?? new Set()).add(code))
  for (const [code, said] of names) {
    for (const name of [code, ...said]) add(wholes, name, code)
    for (const part of said.flatMap((name) => name.split(/[,;]/))) if (fold(part) !== '') add(parts, part, code)
  }
  return new Map([...onlyOnes(parts), ...onlyOnes(wholes)])
}

const onlyOnes = (all: ReadonlyMap<string, ReadonlySet<string>>): [string, string][] =>
  [...all].flatMap(([name, codes]): [string, string][] => (codes.size === 1 ? [...codes].map((code): [string, string] => [name, code]) : []))

/** The codes in a cell, in its order and each once; undefined for what is none, with the words that are not known. */
export function codesIn(told: string, named: Named): { codes: string[]; unknown?: string } {
  const codes = new Set<string>()
  for (const piece of told.split(/[;\n]/).filter((one) => fold(one) !== '')) {
    const unknown = takeFrom(piece, named, codes)
    if (unknown !== undefined) return { codes: [], unknown }
  }
  return { codes: [...codes] }
}

/** Names have commas in them, and people put commas between names: the longest that is one is taken. */
function takeFrom(piece: string, named: Named, into: Set<string>): string | undefined {
  const words = piece.split(',')
  for (let from = 0; from < words.length; ) {
    const upTo = longest(words, from, named)
    if (upTo === undefined) return words.slice(from).join(',').trim()
    into.add(named.get(fold(words.slice(from, upTo).join(','))) ?? '')
    from = upTo
  }
  return undefined
}

function longest(words: readonly string[], from: number, named: Named): number | undefined {
  for (let upTo = words.length; upTo > from; upTo--) if (named.has(fold(words.slice(from, upTo).join(',')))) return upTo
  return undefined
}
