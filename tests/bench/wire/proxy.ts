// A TCP proxy between phone and office: it counts the bytes each way and the HTTP requests, and is as slow as the speed
// that is being measured says. All connections share the two directions, as on one phone.

import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import type { Measured, Speed } from './job.ts'
import { fullSpeed } from './job.ts'
import { type Line, line } from './line.ts'
import { type RequestCount, requestCount } from './request-count.ts'

export interface CountingProxy {
  /** Where a phone finds the office through it. */
  address: string
  /** Measures what passes while the work lasts, which begins without a connection; at any other time it is fast and counts for nothing. */
  measure(speed: Speed, work: () => Promise<unknown>): Promise<Measured>
  stop(): Promise<void>
}

/** What has passed since the last change of speed. */
interface Passed {
  speed: Speed
  lines: { up: Line; down: Line }
  bytes: { up: number; down: number }
  connections: RequestCount[]
}

const HOST = '127.0.0.1'
/** Roughly what one packet carries. */
const PACKET = 1400

const nothing = (speed: Speed): Passed => ({ speed, lines: { up: line(speed), down: line(speed) }, bytes: { up: 0, down: 0 }, connections: [] })

export async function countingProxy(officePort: number): Promise<CountingProxy> {
  let passed = nothing(fullSpeed)
  const open = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (phone) => {
    open.add(phone)
    phone.once('close', () => open.delete(phone))
    join(phone, connect({ port: officePort, host: HOST, allowHalfOpen: true, noDelay: true }), passed)
  })
  server.listen(0, HOST)
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The proxy has no port')

  const begin = async (speed: Speed): Promise<Passed> => {
    const closed = [...open].map((socket) => (socket.destroyed ? undefined : once(socket, 'close')))
    for (const socket of open) socket.end()
    await Promise.all(closed)
    passed = nothing(speed)
    return passed
  }
  return {
    address: `http://${HOST}:${bound.port}`,
    async measure(speed, work) {
      const { bytes, connections } = await begin(speed)
      const begun = performance.now()
      await work()
      const seconds = (performance.now() - begun) / 1000
      const measured = { requests: connections.reduce((sum, { requests }) => sum + requests(), 0), ...bytes, seconds }
      await begin(fullSpeed)
      return measured
    },
    async stop() {
      await begin(fullSpeed)
      server.close()
      await once(server, 'close')
    },
  }
}

function join(phone: Socket, office: Socket, { speed, lines, bytes, connections }: Passed): void {
  const count = requestCount()
  connections.push(count)
  // Before anything can be said there is a handshake, one way and back.
  const speaksFrom = performance.now() + 2 * speed.oneWayMs
  carry(phone, office, lines.up, speaksFrom, (piece) => {
    bytes.up += piece.length
    count.read(piece)
  })
  carry(office, phone, lines.down, 0, (piece) => {
    bytes.down += piece.length
  })
}

function carry(from: Socket, to: Socket, along: Line, notBefore: number, see: (piece: Buffer) => void): void {
  const deliver = inOrder()
  const arrivalOf = (bytes: number): number => along.arrivalOf(bytes, Math.max(performance.now(), notBefore))
  from.on('data', (piece: Buffer) => {
    see(piece)
    for (let start = 0; start < piece.length; start += PACKET) {
      const packet = piece.subarray(start, start + PACKET)
      deliver(arrivalOf(packet.length), () => to.write(packet))
    }
  })
  from.on('end', () => deliver(arrivalOf(0), () => to.end()))
  from.on('error', () => to.destroy())
}

/** Runs things when their time has come, never one before another that was given earlier. Gives back how to add one. */
function inOrder(): (at: number, run: () => void) => void {
  const waiting: { at: number; run: () => void }[] = []
  let isSet = false
  const runDue = (): void => {
    isSet = false
    while (waiting[0] && waiting[0].at <= performance.now()) waiting.shift()?.run()
    if (!waiting[0]) return
    isSet = true
    setTimeout(runDue, Math.ceil(waiting[0].at - performance.now()))
  }
  return (at, run) => {
    waiting.push({ at, run })
    if (!isSet) runDue()
  }
}
