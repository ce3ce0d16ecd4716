import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import { buffer, text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { fullSpeed } from './job.ts'
import { countingProxy } from './proxy.ts'

/** An office that sends back what it gets, and a proxy before it. */
async function officeBehindProxy() {
  const office = createServer(async (asked, response) => response.end(await buffer(asked)))
  office.listen(0, '127.0.0.1')
  await once(office, 'listening')
  const bound = office.address()
  const proxy = await countingProxy(typeof bound === 'object' && bound ? bound.port : 0)
  onTestFinished(async () => {
    await proxy.stop()
    office.close()
  })
  return proxy
}

/** All on one connection while it lasts. */
const phone = new Agent({ keepAlive: true, maxSockets: 1 })

const say = (address: string, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const saying = request(address, { method: 'POST', agent: phone }, (answer) => resolve(text(answer)))
    saying.once('error', reject)
    saying.end(body)
  })

test('what a phone sends through the proxy arrives whole, and is counted', async () => {
  const proxy = await officeBehindProxy()
  const long = 'Thôn Đụt '.repeat(20_000)
  const heard: string[] = []
  const { requests, up, down } = await proxy.measure(fullSpeed, async () => {
    heard.push(await say(proxy.address, long), await say(proxy.address, 'xong'))
  })
  expect(heard).toEqual([long, 'xong'])
  expect(requests).toBe(2)
  const bodies = Buffer.byteLength(long) + 4
  for (const bytes of [up, down]) {
    expect(bytes).toBeGreaterThan(bodies)
    expect(bytes).toBeLessThan(bodies + 1500)
  }
})

test('what passed before a measurement and on its connections counts for nothing', async () => {
  const proxy = await officeBehindProxy()
  await say(proxy.address, 'trước')
  expect((await proxy.measure(fullSpeed, () => say(proxy.address, 'sau'))).requests).toBe(1)
  await say(proxy.address, 'trước')
  expect(await proxy.measure(fullSpeed, async () => undefined)).toMatchObject({ requests: 0, up: 0, down: 0 })
})

test('a slow network delays both ways, and a new connection by a round trip more', async () => {
  const proxy = await officeBehindProxy()
  const { seconds } = await proxy.measure({ name: 'slow', bytesPerSecond: Number.POSITIVE_INFINITY, oneWayMs: 30 }, () => say(proxy.address, 'một'))
  expect(seconds).toBeGreaterThanOrEqual(0.12)
})
