// Request → Response, with no socket: tests call it directly. What every answer has in common is added here.

import { Hono, type MiddlewareHandler } from 'hono'
import { problem } from '../model/problem.ts'
import { failure } from './answer.ts'
import { DatabaseError } from './database/database.ts'
import { addSecurityHeaders } from './headers.ts'
import { type Parts, type Server, serverFrom } from './parts.ts'
import { cells } from './route/cells.ts'
import { devices } from './route/devices.ts'
import { enrol } from './route/enrol.ts'
import { figures } from './route/figures.ts'
import { fork } from './route/fork.ts'
import { health } from './route/health.ts'
import { history } from './route/history.ts'
import { openapi } from './route/openapi.ts'
import { records } from './route/records.ts'
import { sync } from './route/sync.ts'

export interface App {
  /** `address` is the asker's, for slowing down guesses. */
  fetch(request: Request, address?: string): Promise<Response>
}

type Bindings = { address: string; requestId: string }

const TRY_AGAIN_MS = 2000

/** More requests than these, waiting for the database, would only make everybody wait. */
const MOST_WAITING = 200

export function createApp(parts: Parts): App {
  const server = serverFrom(parts)
  const routes = createRoutes(server)
  return {
    fetch: async (request, address = '') => {
      const requestId = Buffer.from(server.random(8)).toString('hex')
      const response = await routes.fetch(request, { address, requestId })
      const sealed = new Response(response.body, response)
      addSecurityHeaders(sealed.headers, server.secure === true)
      if (isApi(request)) sealed.headers.set('Cache-Control', 'no-store')
      sealed.headers.set('X-Request-Id', requestId)
      return sealed
    },
  }
}

const isApi = (request: Request): boolean => /^\/api(\/|$)/.test(new URL(request.url).pathname)

function createRoutes(server: Server): Hono<{ Bindings: Bindings }> {
  const routes = new Hono<{ Bindings: Bindings }>()
  routes.use('/api/*', (c, next) => (isForeign(c.req.raw) ? Promise.resolve(failure(problem('foreign-site'))) : next()))
  const ifThereIsRoom: MiddlewareHandler = (_, next) => (isCrowded(server) ? Promise.resolve(failure(problem('busy'), TRY_AGAIN_MS)) : next())
  routes.post('/api/*', ifThereIsRoom)
  routes.get('/api/figures', ifThereIsRoom)
  routes.post('/api/sync', (c) => sync(server, c.req.raw))
  routes.post('/api/fork', (c) => fork(server, c.req.raw))
  routes.post('/api/devices', (c) => devices(server, c.req.raw))
  routes.post('/api/history', (c) => history(server, c.req.raw))
  routes.post('/api/records', (c) => records(server, c.req.raw))
  routes.post('/api/cells', (c) => cells(server, c.req.raw))
  routes.post('/api/enrol', (c) => enrol(server, c.req.raw, c.env.address))
  routes.get('/api/figures', (c) => figures(server, c.req.raw, c.env.address))
  routes.get('/api/openapi.json', (c) => openapi(c.req.raw))
  routes.get('/api/health', (c) => health(server, c.req.raw))
  routes.all('/api/*', () => failure(problem('not-found')))
  routes.get('*', async (c) => (await server.files?.(c.req.raw)) ?? failure(problem('not-found')))
  routes.notFound(() => failure(problem('not-found')))
  routes.onError((error, c) => failed(server, error, c.env.requestId))
  return routes
}

/**
 * Asked before a body is read, so that nobody sends one for nothing. Who is still sending does not count: over a slow network
 * that takes a minute, and the server is idle meanwhile.
 */
const isCrowded = ({ database, mostWaiting = MOST_WAITING }: Server): boolean => database.waiting() >= mostWaiting

/** Another site's page asks; browsers that don't say are held off by the cookie's SameSite and the JSON type. */
function isForeign(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  return site !== null && site !== 'same-origin' && site !== 'none'
}

function failed({ log }: Server, error: Error, requestId: string): Response {
  const trouble = error instanceof DatabaseError ? error.is : undefined
  if (trouble === 'busy') return failure(problem('busy'), TRY_AGAIN_MS)
  log({ event: 'request-failed', requestId, error })
  return failure(problem(trouble === 'full' ? 'disk-full' : 'broken'))
}
