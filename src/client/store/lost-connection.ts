// Tells a connection that was lost from a disk that failed: the first can be opened again, the second must be left alone.

/** What a browser says of a connection that is closed, or of a transaction that it ended without a reason of its own. */
const names = new Set(['DatabaseClosedError', 'InvalidStateError', 'AbortError'])

/**
 * WebKit's only name for it is the one of every other fault, so this one sentence is known by heart. Where it changes,
 * the error counts as the disk's, which is the safe side.
 */
const webkit = /connection to indexed database server lost/i

export function isConnectionLost(error: unknown): boolean {
  const { name, message } = rootOf(error)
  return names.has(name) || (name === 'UnknownError' && webkit.test(message))
}

/** Dexie keeps the browser's own error inside its own, and the one of a failed opening inside that. */
function rootOf(error: unknown): { name: string; message: string } {
  const inner = typeof error === 'object' && error !== null && 'inner' in error ? error.inner : undefined
  if (inner) return rootOf(inner)
  return error instanceof Error || error instanceof DOMException ? error : { name: '', message: '' }
}
