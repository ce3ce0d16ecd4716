// Writes a paper's file beside the page, so that the screen answers while a province's year is written. It is asked once and
// ends with its page's word: who has given up ends it in the middle of its work.

import { paperToExcel } from './excel/excel.ts'
import type { Paper } from './paper.ts'
import { paperToWord } from './word/word.ts'

export type FileKind = 'word' | 'excel'

export interface Asked {
  kind: FileKind
  paper: Paper
  stale?: string
}

/** What it says: how far it is, and at the end the file, or that there is none. */
export type Told = { as: 'progress'; done: number; of: number } | { as: 'file'; bytes: Uint8Array<ArrayBuffer> } | { as: 'failed'; cause: string }

const writers = { word: paperToWord, excel: paperToExcel }

// TypeScript takes every file for a page's; a worker's own way to post has no origin.
const worker = self as unknown as { onmessage: (event: MessageEvent<Asked>) => void; postMessage(told: Told, moved?: Transferable[]): void }

worker.onmessage = ({ data: { kind, paper, stale } }) => {
  try {
    const bytes = writers[kind](paper, { ...(stale && { stale }), onProgress: (done, of) => worker.postMessage({ as: 'progress', done, of }) })
    worker.postMessage({ as: 'file', bytes }, [bytes.buffer])
  } catch (cause) {
    // Too little memory is thrown like any other error.
    worker.postMessage({ as: 'failed', cause: String(cause) })
  }
}
