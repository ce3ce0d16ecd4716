import { IDBDatabase } from 'fake-indexeddb'
import { ownGround } from '../fixture/phone.ts'
import { transactionTests } from './transaction-suite.ts'
import { watching } from './watching.ts'

transactionTests({ fresh: ownGround, watch: (told) => watching(IDBDatabase.prototype, told) })
