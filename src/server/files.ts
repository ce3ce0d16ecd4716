// The built app's files, as the build left them: with their packed copies, and kept by browsers for ever where the name
// holds a hash. Nothing outside the folder, and only kinds of files that an app is made of.

import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { packingFor } from './answer.ts'
import { sha256 } from './hash.ts'
import type { Files } from './parts.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

const packedEnds = { br: '.br', gzip: '.gz' } as const

interface Found {
  bytes: Uint8Array<ArrayBuffer>
  packing?: keyof typeof packedEnds
}

export function createFiles(folder: string): Files {
  const root = resolve(folder)
  return async (request) => {
    const path = safePath(root, new URL(request.url).pathname)
    if (path === undefined) return undefined
    const name = path === root || isPage(request, path) ? join(root, 'index.html') : path
    const type = types[extname(name)]
    const found = type === undefined ? undefined : await find(name, packingFor(request))
    return found && type !== undefined ? answer(request, found, type, name.startsWith(join(root, 'assets') + sep)) : undefined
  }
}

/** The file's path, or undefined where the address is odd or leads out of the folder. */
function safePath(root: string, pathname: string): string | undefined {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return undefined
  }
  // No part may begin with a dot: that keeps what is hidden, and every way up, out of reach.
  if (decoded.includes('\0') || decoded.includes('\\') || decoded.split('/').some((part) => part.startsWith('.'))) return undefined
  return resolve(join(root, decoded))
}

/** Every screen of the app is one page; an address with an ending is a file and is never answered by the page. */
function isPage(request: Request, path: string): boolean {
  return extname(path) === '' && /text\/html|\*\/\*/.test(request.headers.get('accept') ?? '*/*')
}

async function find(name: string, packing: keyof typeof packedEnds | undefined): Promise<Found | undefined> {
  const packed = packing && (await bytesOf(name + packedEnds[packing]))
  if (packed) return { bytes: packed, packing }
  const bytes = await bytesOf(name)
  return bytes && { bytes }
}

/** What the system says of an address behind which there is no file for anybody: anybody can ask for one. */
const noFile: readonly unknown[] = ['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL', 'EACCES', 'EPERM']

async function bytesOf(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(name))
  } catch (error) {
    if (error instanceof Error && 'code' in error && noFile.includes(error.code)) return undefined
    throw error
  }
}

function answer(request: Request, { bytes, packing }: Found, type: string, isHashed: boolean): Response {
  const tag = `"${sha256(bytes).slice(0, 32)}"`
  const headers: Record<string, string> = {
    ETag: tag,
    Vary: 'Accept-Encoding',
    'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((entry) => entry.trim().replace(/^W\//, ''))
  if (known.includes(tag) || known.includes('*')) return new Response(null, { status: 304, headers })
  return new Response(bytes, { headers: { ...headers, 'Content-Type': type, ...(packing ? { 'Content-Encoding': packing } : {}) } })
}
