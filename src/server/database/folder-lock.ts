// One server a folder: a lock that the system takes back when the process dies, however it dies. It is a database of its own
// in the middle of a write that never ends, so the operator's commands go on beside it.

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CannotStart } from '../cannot-start.ts'

const LOCK = 'server.lock'
/** SQLite's code for a file that another connection has, without what it extends it by. */
const BUSY = 5

/** Gives how to let go of it. Throws a sentence where another server has the folder. */
export function lockFolder(folder: string): () => void {
  const connection = new DatabaseSync(join(folder, LOCK))
  try {
    connection.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    connection.close()
    if (!(error instanceof Error && 'errcode' in error && Number(error.errcode) % 256 === BUSY)) throw error
    throw new CannotStart(`Another server runs on the folder ${folder}. Stop it first, or give this one a folder of its own: --data DIR`, error)
  }
  return () => connection.close()
}
