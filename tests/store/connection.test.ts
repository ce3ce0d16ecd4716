import { forceCloseDatabase } from 'fake-indexeddb'
import { ownGround } from '../fixture/phone.ts'
import { connectionTests } from './connection-suite.ts'

// Its types ask for the class of a database, not for one of it.
connectionTests({ fresh: ownGround, sever: (db) => forceCloseDatabase(db as never) })
