// What is awaited inside a transaction of the phone's store. A browser ends a transaction as soon as nothing of it is under way, so
// waiting for anything but the store itself commits it half done. Followed through every function of the store that such a
// transaction calls.

import { posix } from 'node:path'
import { children, type Node, nameOf, nodes, treeOf } from './source-facts.ts'

interface Fn {
  path: string
  node: Node
}

/** A file's own functions, and where those that it imports are. */
interface Source {
  path: string
  body: Node[]
  functions: Map<string, Fn>
  imports: Map<string, string>
}

/** Which argument of which function holds the body of a transaction; "transaction" is Dexie's own, of any object. */
type Ways = Map<Fn | 'transaction', number>

type Find = (path: string, name: string | undefined) => Fn | undefined

/** Path → text of every file of the store. The answer has a line for each foreign await. */
export function foreignAwaits(files: Readonly<Record<string, string>>): string[] {
  const sources = new Map(Object.entries(files).map(([path, text]) => [path, sourceOf(path, treeOf(path, text))]))
  const find: Find = (path, name = '') => {
    const source = sources.get(path)
    return source?.functions.get(name) ?? sources.get(source?.imports.get(name) ?? '')?.functions.get(name)
  }
  const all = [...sources.values()].flatMap(({ functions }) => [...functions.values()])
  const ways = waysIn(all, find)
  const found = new Set<string>()
  const seen = new Set<Fn>()
  for (const { path, node } of all) for (const body of bodiesIn(path, node, ways, find)) check({ path, node: body })
  return [...found]

  function check({ path, node: fn }: Fn): void {
    for (const node of walk(fn)) {
      const isAwaiting = node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node['await'] === true)
      const [awaited] = isAwaiting ? nodes(node['argument'] ?? node['right']) : []
      if (awaited && !isOwn(awaited, { path, node: fn }, find)) found.add(`${path}: awaits ${textOf(awaited)}`)
      const called = node.type === 'CallExpression' ? find(path, nameOf(node['callee'])) : undefined
      if (!called || seen.has(called)) continue
      seen.add(called)
      check(called)
    }
  }
}

function sourceOf(path: string, body: Node[]): Source {
  const source: Source = { path, body, functions: new Map(), imports: new Map() }
  for (const node of body) {
    const from = node.type === 'ImportDeclaration' ? nameOf(node['source']) : undefined
    if (from?.startsWith('.'))
      for (const one of nodes(node['specifiers'])) source.imports.set(nameOf(one['local']) ?? '', posix.join(posix.dirname(path), from))
    for (const [name, fn] of functionsIn(node)) source.functions.set(name, { path, node: fn })
  }
  return source
}

function functionsIn(statement: Node): [string, Node][] {
  const [node] = statement.type === 'ExportNamedDeclaration' ? nodes(statement['declaration']) : [statement]
  if (node?.type === 'FunctionDeclaration') return [[nameOf(node['id']) ?? '', node]]
  if (node?.type !== 'VariableDeclaration') return []
  return nodes(node['declarations']).flatMap((one): [string, Node][] => {
    const [value] = nodes(one['init'])
    return value && isFunction(value) ? [[nameOf(one['id']) ?? '', value]] : []
  })
}

const isFunction = ({ type }: Node): boolean => ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(type)

function* walk(node: Node): Generator<Node> {
  yield node
  for (const child of children(node)) yield* walk(child)
}

/** Dexie's `transaction`, and every function that hands one of its parameters on as the body. */
function waysIn(all: readonly Fn[], find: Find): Ways {
  const ways: Ways = new Map([['transaction', 2]])
  for (let before = 0; before < ways.size; ) {
    before = ways.size
    for (const fn of all) {
      const params = nodes(fn.node['params']).map((param) => nameOf(param))
      for (const body of argumentsIn(fn.path, fn.node, ways, find)) {
        const place = body.type === 'Identifier' ? params.indexOf(nameOf(body)) : -1
        if (place >= 0) ways.set(fn, place)
      }
    }
  }
  return ways
}

const bodiesIn = (path: string, node: Node, ways: Ways, find: Find): Node[] => argumentsIn(path, node, ways, find).filter(isFunction)

/** What is given as the body to every way into a transaction. */
function argumentsIn(path: string, within: Node, ways: Ways, find: Find): Node[] {
  return [...walk(within)].flatMap((call) => {
    if (call.type !== 'CallExpression') return []
    const [callee] = nodes(call['callee'])
    const way = callee?.type === 'MemberExpression' && nameOf(callee['property']) === 'transaction' ? 'transaction' : find(path, nameOf(callee))
    const body = way && nodes(call['arguments'])[ways.get(way) ?? -1]
    return body ? [body] : []
  })
}

/** The store's tables, its own functions, what was made of them, and many of these at once. */
function isOwn(awaited: Node, fn: Fn, find: Find): boolean {
  if (awaited.type === 'CallExpression' && textOf(awaited['callee']) === 'Promise.all')
    return nodes(awaited['arguments']).every((list) => eachOf(list).every((one) => isOwn(one, fn, find)))
  const root = rootOf(awaited)
  return root !== undefined && (root === 'store' || find(fn.path, root) !== undefined || isMadeOfOwn(root, fn, find))
}

/** `[a(), b()]` or `list.map((one) => a(one))`: what stands in the list. */
function eachOf(list: Node): Node[] {
  if (list.type === 'ArrayExpression') return nodes(list['elements'])
  const [given] = list.type === 'CallExpression' ? nodes(list['arguments']) : []
  return given && isFunction(given) ? nodes(given['body']) : [list]
}

/** The name that a chain of calls and members begins with. */
function rootOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return nameOf(node)
  const [inner] = nodes(node['callee'] ?? node['object'] ?? node['expression'])
  return inner ? rootOf(inner) : undefined
}

/** A local name for a table or a query: `const where = store.records.where(…)`. */
function isMadeOfOwn(name: string, fn: Fn, find: Find): boolean {
  const made = [...walk(fn.node)].find((node) => node.type === 'VariableDeclarator' && nameOf(node['id']) === name)
  const [value] = nodes(made?.['init'])
  if (!value) return false
  const choices = value.type === 'ConditionalExpression' ? [...nodes(value['consequent']), ...nodes(value['alternate'])] : [value]
  return choices.every((choice) => rootOf(choice) !== name && ['MemberExpression', 'CallExpression'].includes(choice.type) && isOwn(choice, fn, find))
}

function textOf(value: unknown): string {
  const [node] = nodes(value)
  if (!node) return ''
  if (node.type === 'MemberExpression') return `${textOf(node['object'])}.${textOf(node['property'])}`
  if (node.type === 'CallExpression') return `${textOf(node['callee'])}()`
  return nameOf(node) || node.type
}
