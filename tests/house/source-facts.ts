// What the rules of the house ask about a source file, read from its syntax tree: imports, exports, and which of the
// platform's globals it touches itself (a parameter of the same name is something else).

import { parseSync } from 'vite'

export interface Import {
  from: string
  /** Leaves nothing behind when it runs. */
  isType: boolean
  names: string[]
}

export interface SourceFacts {
  imports: Import[]
  /** "Date.now", "new Date()", "Math.random", "crypto", "fetch", "navigator", "window", "document" */
  globals: string[]
  hasDefaultExport: boolean
  /** Nothing but other files' exports. */
  isBarrel: boolean
}

/** Any node of the tree: its type, and whatever that type has. */
export interface Node {
  type: string
  [key: string]: unknown
}

const watched = new Set(['crypto', 'fetch', 'navigator', 'window', 'document'])
const globalObjects = new Set(['globalThis', 'window', 'self'])
const wholeTypes = new Set([
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSTypeAnnotation',
  'TSTypeParameterInstantiation',
  'TSTypeParameterDeclaration',
  'TSTypeQuery',
])
const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

/** The statements of a file. */
export function treeOf(path: string, text: string): Node[] {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} can't be read: ${errors[0]?.message}`)
  // The parser's types are a union of some hundred shapes; the walk needs only that each has a type.
  return program.body as unknown as Node[]
}

export function factsOf(path: string, text: string): SourceFacts {
  const body = treeOf(path, text)
  const imports: Import[] = []
  const globals = new Set<string>()
  for (const node of body) collectImports(node, imports)
  const top = new Set(body.flatMap(declaredNames))
  for (const node of body) collectGlobals(node, top, globals)
  return {
    imports,
    globals: [...globals],
    hasDefaultExport: body.some((node) => node.type === 'ExportDefaultDeclaration' || exportsAsDefault(node)),
    isBarrel: body.length > 0 && body.every((node) => node.type === 'ImportDeclaration' || isReexport(node)) && body.some(isReexport),
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

export const children = (node: Node): Node[] =>
  Object.values(node).flatMap((value) => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []))

export const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [])

export const nameOf = (value: unknown): string | undefined => (isNode(value) ? String(value['name'] ?? value['value'] ?? '') : undefined)

function collectImports(node: Node, found: Import[]): void {
  const source = node['source'] ?? (node.type === 'TSImportType' ? node['argument'] : undefined)
  const isStatic = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(node.type)
  if (isNode(source) && (isStatic || node.type === 'ImportExpression' || node.type === 'TSImportType')) {
    const kind = node['importKind'] ?? node['exportKind']
    const names = nodes(node['specifiers']).map((one) => nameOf(one['imported'] ?? one['local']) ?? '')
    const literal = source.type === 'TSLiteralType' ? source['literal'] : source
    found.push({
      from: isNode(literal) && typeof literal['value'] === 'string' ? literal['value'] : '(not a literal)',
      isType: kind === 'type' || node.type === 'TSImportType',
      names,
    })
  }
  for (const child of children(node)) collectImports(child, found)
}

/** The names that a statement, a parameter or a pattern binds. */
function declaredNames(node: Node): string[] {
  if (node.type === 'Identifier') return [String(node['name'])]
  if (node.type === 'ExportNamedDeclaration') return nodes(node['declaration']).flatMap(declaredNames)
  if (node.type === 'ImportDeclaration') return nodes(node['specifiers']).flatMap((one) => nodes(one['local']).flatMap(declaredNames))
  if (node.type === 'VariableDeclaration') return nodes(node['declarations']).flatMap((one) => nodes(one['id']).flatMap(declaredNames))
  if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') return nodes(node['id']).flatMap(declaredNames)
  if (node.type === 'ObjectPattern') return nodes(node['properties']).flatMap((one) => nodes(one['value'] ?? one['argument']).flatMap(declaredNames))
  if (node.type === 'ArrayPattern') return nodes(node['elements']).flatMap(declaredNames)
  if (node.type === 'AssignmentPattern') return nodes(node['left']).flatMap(declaredNames)
  if (node.type === 'RestElement') return nodes(node['argument']).flatMap(declaredNames)
  return []
}

function collectGlobals(node: Node, bound: ReadonlySet<string>, found: Set<string>): void {
  if (wholeTypes.has(node.type) || node.type === 'ImportDeclaration') return
  const inner = functions.has(node.type)
    ? new Set([...bound, ...nodes(node['params']).flatMap(declaredNames)])
    : node.type === 'BlockStatement'
      ? new Set([...bound, ...nodes(node['body']).flatMap(declaredNames)])
      : bound
  if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Date' && nodes(node['arguments']).length === 0) found.add('new Date()')
  if (node.type === 'Identifier') {
    const name = String(node['name'])
    if (watched.has(name) && !inner.has(name)) found.add(name)
  }
  if (node.type === 'MemberExpression') collectMember(node, found, inner)
  for (const child of partsThatRun(node)) collectGlobals(child, inner, found)
}

/** The name in `object.name` or `{ name: value }` is nobody's variable. */
function partsThatRun(node: Node): Node[] {
  if (node.type === 'MemberExpression' && node['computed'] !== true) return nodes(node['object'])
  if (node.type === 'Property' && node['computed'] !== true) return nodes(node['value'])
  return children(node)
}

function collectMember(node: Node, found: Set<string>, bound: ReadonlySet<string>): void {
  const object = nameOf(node['object']) ?? ''
  const property = nameOf(node['property']) ?? ''
  const full = `${object}.${property}`
  if (full === 'Date.now' || full === 'Math.random') found.add(full)
  if (globalObjects.has(object) && !bound.has(object) && watched.has(property)) found.add(property)
}

const isReexport = (node: Node): boolean => (node.type === 'ExportNamedDeclaration' && isNode(node['source'])) || node.type === 'ExportAllDeclaration'

const exportsAsDefault = (node: Node): boolean =>
  node.type === 'ExportNamedDeclaration' && nodes(node['specifiers']).some((one) => nameOf(one['exported']) === 'default')
