import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { permissions, roles, type Verb } from '../../src/model/permission.ts'
import { problemTraits } from '../../src/model/problem.ts'
import { kindNames } from '../../src/model/registry.ts'
import { filesBelow, root } from '../../tool/files.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const page = read('docs/protocol.md')

interface Rule {
  id: string
  text: string
}

/** A rule is a paragraph that begins with its id in bold. */
const rulesIn = (text: string): Rule[] => [...text.matchAll(/^\*\*(P\d+)\*\* ([\s\S]*?)(?=\n\n|$)/gm)].map(([, id = '', rule = '']) => ({ id, text: rule }))

/** The ids in brackets at the start of a test's name, wherever that name is written. */
const idsIn = (text: string): string[] => [...text.matchAll(/(?:\[P\d+\] ?)+/g)].flatMap(([found]) => found.match(/P\d+/g) ?? [])

const untested = (rules: readonly Rule[], proved: ReadonlySet<string>): string[] =>
  rules.filter(({ id, text }) => !proved.has(id) && !text.includes('(not testable:')).map(({ id }) => id)

const tests = filesBelow(join(root, 'tests')).filter((path) => /\.tsx?$/.test(path) && path !== 'tests/house/rules.test.ts')
const proved = new Set(tests.flatMap((path) => idsIn(read(path))))
const rules = rulesIn(page)

test('every rule of docs/protocol.md has a test that carries its id', () => {
  expect(rules.length).toBeGreaterThan(40)
  expect(untested(rules, proved)).toEqual([])
})

test('no test names a rule that is not there', () => {
  const known = new Set(rules.map(({ id }) => id))
  expect([...proved].filter((id) => !known.has(id))).toEqual([])
})

test('the rules are numbered without gaps, and each number is given once', () => {
  expect(rules.map(({ id }) => id)).toEqual(rules.map((_, place) => `P${place + 1}`))
})

test('a rule without a test is told, unless it says why it has none', () => {
  const some = rulesIn('**P1** One.\n\n**P2** Two (not testable: it is a promise).\n\n**P3** Three.\n')
  expect(untested(some, new Set(idsIn("test('[P3] three', …")))).toEqual(['P1'])
  expect(idsIn("test('[P1] [P2] both', …")).toEqual(['P1', 'P2'])
})

/** What stands between the marks of a part that is drawn from the code. */
const drawn = (name: string): string => new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)\\n?<!-- /${name} -->`).exec(page)?.[1] ?? ''

const table = (rows: readonly (readonly string[])[]): string => {
  const [head = []] = rows
  return [head, head.map(() => '---'), ...rows.slice(1)].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

const verbs: readonly Verb[] = ['read', 'open', 'make', 'edit', 'remove']

test('the permission table of docs/protocol.md is the code’s', () => {
  const cell = (role: (typeof roles)[number], kind: (typeof kindNames)[number]): string => {
    const grants = permissions[role][kind] ?? {}
    return verbs.flatMap((verb) => (grants[verb] ? [`${verb}: ${grants[verb]}`] : [])).join(', ') || '–'
  }
  const rows = kindNames.map((kind) => [`\`${kind}\``, ...roles.map((role) => cell(role, kind))])
  expect(drawn('permissions')).toBe(table([['kind', ...roles], ...rows]))
})

test('the table of problems of docs/protocol.md is the code’s', () => {
  const rows = Object.entries(problemTraits).map(([code, { status, retry }]) => [`\`${code}\``, String(status), retry])
  expect(drawn('problems')).toBe(table([['code', 'status', 'retry'], ...rows]))
})
