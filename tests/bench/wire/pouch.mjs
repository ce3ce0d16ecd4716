// PouchDB replicating with express-pouchdb, both in memory, in a process of their own: told what to do by pouch.ts, one
// message after the other, each of which it answers.

import { once } from 'node:events'
import { createServer } from 'node:http'
import expressPouchDb from 'express-pouchdb'
import httpAdapter from 'pouchdb-adapter-http'
import memoryAdapter from 'pouchdb-adapter-memory'
import PouchDb from 'pouchdb-core'
import replication from 'pouchdb-replication'

PouchDb.plugin(memoryAdapter).plugin(httpAdapter).plugin(replication)

const office = createServer(expressPouchDb(PouchDb.defaults({ adapter: 'memory', prefix: 'office-' }), { mode: 'minimumForPouchDB' }))
office.listen(0, '127.0.0.1')
await once(office, 'listening')
const direct = `http://127.0.0.1:${office.address().port}`

/** As a phone's browser fetches: connections are kept, Brotli is welcome. */
const browserFetch = (url, { headers = [], ...init } = {}) =>
  fetch(url, { ...init, headers: { ...Object.fromEntries(headers), 'accept-encoding': 'gzip, deflate, br' } })

let phone
let throughProxy
let beside
let hasNews = false
let made = 0

const does = {
  /** Phone and office hold what was before, and have met; what is to go out and to come in is entered. */
  async prepare({ address, before, out, news }) {
    made += 1
    phone = new PouchDb(`phone-${made}`, { adapter: 'memory' })
    throughProxy = new PouchDb(`${address}/commune-${made}`, { fetch: browserFetch })
    beside = new PouchDb(`${direct}/commune-${made}`)
    hasNews = news.length > 0
    await throughProxy.info()
    await beside.bulkDocs(before)
    await phone.sync(throughProxy)
    await phone.bulkDocs(out)
    await beside.bulkDocs(news)
  },
  async replicate() {
    await (hasNews ? phone.sync(throughProxy) : phone.replicate.to(throughProxy))
  },
  async count() {
    return [(await phone.info()).doc_count, (await beside.info()).doc_count]
  },
}

process.on('message', async ({ what, given }) => {
  try {
    process.send({ value: await does[what](given) })
  } catch (error) {
    process.send({ failed: String(error) })
  }
})
process.once('disconnect', () => process.exit())
process.send({ value: office.address().port })
