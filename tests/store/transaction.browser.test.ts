import { browserTimer } from '../../src/client/environment.ts'
import { transactionTests } from './transaction-suite.ts'
import { watching } from './watching.ts'

let made = 0
const fresh = () => {
  made += 1
  return { name: `lan-toa-${made}`, opening: { timer: browserTimer } }
}

transactionTests({ fresh, watch: (told) => watching(IDBDatabase.prototype, told) })
