// The socket in front of the app: plain http, or https with the operator's own certificate.

import type { IncomingMessage } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createAdaptorServer } from '@hono/node-server'
import type { App } from './app.ts'
import { CannotStart } from './cannot-start.ts'

export interface Listening {
  port: number
  /** Lets what is being answered end, and takes nothing new. */
  stop(): Promise<void>
}

export interface Socket {
  host: string
  port: number
  tls?: { cert: Uint8Array; key: Uint8Array }
  /** A proxy in front tells the asker's address. */
  behindProxy: boolean
}

const LONGEST_GOODBYE_MS = 5000

export async function listen(app: App, { host, port, tls, behindProxy }: Socket): Promise<Listening> {
  const answer = (request: Request, { incoming }: { incoming: unknown }): Promise<Response> =>
    app.fetch(request, askerOf(request, incoming as IncomingMessage, behindProxy)) // plain http/1.1: createServer below makes nothing else
  const secure = tls ? { createServer: createHttpsServer, serverOptions: { cert: Buffer.from(tls.cert), key: Buffer.from(tls.key) } } : {}
  const server = createAdaptorServer({ fetch: answer, overrideGlobalObjects: false, ...secure })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, host, port)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), LONGEST_GOODBYE_MS)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  }
}

/** The proxy appends whom it heard to what the asker claims, so only the last entry is true. */
function askerOf(request: Request, incoming: IncomingMessage, behindProxy: boolean): string {
  const told = behindProxy ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return told || incoming.socket.remoteAddress || ''
}

function explained(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') return new CannotStart(`Port ${port} is taken by another program. Stop it, or choose another: --port ${port + 1}`, error)
  if (error.code === 'EACCES') return new CannotStart(`Port ${port} needs more rights than this user has. Choose one above 1024: --port 8137`, error)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new CannotStart(`This machine has no address ${host}: --host must be one of its own.`, error)
  return error
}
