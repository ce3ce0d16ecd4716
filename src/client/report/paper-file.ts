// A paper's Word or Excel file, written in a worker of its own: how far it is, given up at any moment, and what went wrong in a way
// that a person can act on.

import { failed, ok, type Result } from '../../model/result.ts'
import type { Asked, Told } from './paper-worker.ts'
import workerUrl from './paper-worker.ts?worker&url'

/** Given up; the writer itself is not on this phone or can't be started; it ran out of memory or broke. */
export type PaperFault = 'given-up' | 'no-writer' | 'not-written'

interface Following {
  onProgress?: (done: number, of: number) => void
  signal?: AbortSignal
}

const fileTypes = {
  word: { ending: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  excel: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
} as const

/** `name` is without its ending. */
export async function paperFile(asked: Asked, name: string, following: Following = {}): Promise<Result<File, PaperFault>> {
  const bytes = await written(asked, following)
  if (!bytes.ok) return bytes
  const { ending, type } = fileTypes[asked.kind]
  return ok(new File([bytes.value], `${name}.${ending}`, { type }))
}

function written(asked: Asked, { onProgress, signal }: Following): Promise<Result<Uint8Array<ArrayBuffer>, PaperFault>> {
  const worker = started()
  if (!worker) return Promise.resolve(failed('no-writer'))
  return new Promise((resolve) => {
    const end = (result: Result<Uint8Array<ArrayBuffer>, PaperFault>): void => {
      worker.terminate()
      signal?.removeEventListener('abort', giveUp)
      resolve(result)
    }
    const giveUp = (): void => end(failed('given-up'))
    if (signal?.aborted) return giveUp()
    signal?.addEventListener('abort', giveUp)
    let hasSpoken = false
    worker.onmessage = ({ data }: MessageEvent<Told>) => {
      hasSpoken = true
      if (data.as === 'progress') return onProgress?.(data.done, data.of)
      if (data.as === 'file') return end(ok(data.bytes))
      console.error('The file was not written:', data.cause)
      return end(failed('not-written'))
    }
    // A script that does not load says so here, too, and so does a worker that is ended for want of memory.
    worker.onerror = () => end(failed(hasSpoken ? 'not-written' : 'no-writer'))
    worker.onmessageerror = () => end(failed('not-written'))
    worker.postMessage(asked)
  })
}

function started(): Worker | undefined {
  try {
    return new Worker(trusted(workerUrl), { type: 'module' })
  } catch (cause) {
    console.error('The writer of files does not start:', cause)
    return undefined
  }
}

/** What is used of Trusted Types, which TypeScript's DOM lacks. What a policy makes is an object; it passes for text here. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined

/** The page's policy lets scripts be named by two policies: the other registers the app's workers, this one names its own file. */
function trusted(url: string): string {
  // The cast says only what the platform may have, and the next line asks whether it does.
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  if (!trustedTypes) return url
  policy ??= trustedTypes.createPolicy('lan-toa-paper', {
    createScriptURL: (asked) => {
      if (asked !== workerUrl) throw new TypeError(`${asked} is not what writes files`)
      return asked
    },
  })
  return policy.createScriptURL(url)
}
