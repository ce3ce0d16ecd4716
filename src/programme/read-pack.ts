// A pack read from the text of a file: the pack, or everything that is wrong with it, by line. The sentences are for the
// person who writes the file.

import { failed, ok, type Result } from '../model/result.ts'
import { type JsonPath, lineAndColumn, readJson } from './json-text.ts'
import { type Pack, pack } from './pack.ts'
import { packFaults } from './pack-rules.ts'
import { faultsIn, type PackFault } from './pack-sentence.ts'

export interface PackProblem {
  /** The file's name, where it was given. */
  file?: string
  /** Both from 1. */
  line: number
  column: number
  /** "indicators[2].targets[0].by"; empty for the whole. */
  path: string
  says: string
}

/** Problems come in the order of the file. What the parts say of each other is looked at once every part is right. */
export function readPack(jsonText: string, name?: string): Result<Pack, PackProblem[]> {
  const json = readJson(jsonText)
  if (!json.ok) return failed([placed(json.problem, json.problem.offset, jsonText, name)])
  const parsed = pack.safeParse(json.value.value)
  const faults: PackFault[] = parsed.success ? packFaults(parsed.data) : faultsIn(parsed.error.issues, json.value.value)
  if (parsed.success && faults.length === 0) return ok(parsed.data)
  const found = faults.map((fault) => ({ fault, offset: json.value.offsetOf(fault.path) }))
  return failed([...found].sort((a, b) => a.offset - b.offset).map(({ fault, offset }) => placed(fault, offset, jsonText, name)))
}

/** "plan.json:12:5 indicators[0].targets: a target is missing". */
export function packProblemText({ file = 'line', line, column, path, says }: PackProblem): string {
  return `${file}:${line}:${column} ${path === '' ? '' : `${path}: `}${says}`
}

const placed = ({ path, says }: PackFault, offset: number, text: string, name: string | undefined): PackProblem => ({
  ...(name !== undefined && { file: name }),
  ...lineAndColumn(text, offset),
  path: pathText(path),
  says,
})

const pathText = (path: JsonPath): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')
