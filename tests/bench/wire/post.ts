// The floor: one gzip POST of the same records as plain JSON to a server that does nothing but unpack them and answer 200,
// with the news packed in the same way where there is some. No cookie, no ids of changes, no proof, no cursor.

import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Contender, Job, Measured, Speed } from './job.ts'
import { countingProxy } from './proxy.ts'
import { asTold, type Paper } from './records.ts'

export const onePost: Contender = { name: 'one gzip POST', measure, stop: async () => undefined }

const json = { 'content-type': 'application/json', 'content-encoding': 'gzip' }

const packed = (papers: readonly Paper[]): Buffer<ArrayBuffer> => gzipSync(JSON.stringify(papers.map(({ id, kind, fields }) => ({ id, kind, ...fields }))))

async function measure({ out, news }: Job, speed: Speed): Promise<Measured> {
  const arrived: number[] = []
  const server = createServer(async (request, response) => {
    arrived.push(await countRecords(request))
    response.writeHead(200, json).end(packed(news.map(asTold)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The bare server has no port')
  const proxy = await countingProxy(bound.port)
  const told: unknown[] = []
  const measured = await proxy.measure(speed, async () => {
    const response = await fetch(proxy.address, { method: 'POST', headers: json, body: packed(out) })
    // The bare server's own words.
    told.push(...((await response.json()) as unknown[]))
  })
  await proxy.stop()
  server.close()
  if (arrived.join() !== String(out.length) || told.length !== news.length) throw new Error(`One POST brought ${arrived.join()} out and ${told.length} in`)
  return measured
}

async function countRecords(request: IncomingMessage): Promise<number> {
  // The bench's own body.
  return (JSON.parse(gunzipSync(await buffer(request)).toString()) as unknown[]).length
}
