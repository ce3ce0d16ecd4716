import { browserTimer } from '../../src/client/environment.ts'
import { connectionTests } from './connection-suite.ts'

let made = 0
const fresh = () => {
  made += 1
  return { name: `lan-toa-connection-${made}`, opening: { timer: browserTimer } }
}

connectionTests({
  fresh,
  sever: (db) => {
    db.close()
    db.dispatchEvent(new Event('close'))
  },
})
