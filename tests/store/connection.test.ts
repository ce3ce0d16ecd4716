import { forceCloseDatabase } from 'fake-indexeddb'
import { ownGround } from '../fixture/phone.ts'
import { connectionTests } from './connection-suite.ts'

connectionTests({ fresh: ownGround, sever: (db) => forceCloseDatabase(db as never) })
